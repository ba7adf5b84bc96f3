package org.annals.corpus;

import java.util.ArrayList;
import java.util.List;
import org.annals.report.Section;

/** Small pages that try to harm or to mislead; the large ones are made when they are tested. */
final class HostileFiles {
    private HostileFiles() {}

    static List<Golden> all() {
        List<Golden> files = new ArrayList<>();
        Draft draft = Draft.distinct();
        String sound = PageFiles.portal(HtmlStyle.EDITOR).write(draft.parts());
        files.add(Golden.of(
                "hostile-entities",
                "html",
                "<?xml version=\"1.0\"?><!DOCTYPE html [<!ENTITY a \"9\"><!ENTITY f SYSTEM \"file:///etc/passwd\">]>\n"
                        + sound.replace("<!DOCTYPE html>", ""),
                draft));
        HtmlPage deep = HtmlPage.portal();
        deep.open = "<div>".repeat(250) + "<font>".repeat(150);
        deep.close = "</font>".repeat(150) + "</div>".repeat(250);
        files.add(Golden.html("hostile-deep", draft, deep));
        HtmlPage zeros = PageFiles.portal(HtmlStyle.EDITOR);
        files.add(Golden.of(
                "hostile-zero-width-characters",
                "html",
                zeros.write(draft.parts())
                        .replaceAll("(>\\d)(\\d)", "$1\u200B$2")
                        .replace("本年新收", "本年\uFEFF新收"),
                draft));
        files.add(Golden.of(
                "hostile-attributes", "html", sound.replace("<td", "<td data-x=\"<td>1</td>\" title='\"'"), draft));
        files.add(Golden.of(
                "hostile-negative-and-huge-spans",
                "html",
                sound.replace("<td><p", "<td colspan=\"-3\" rowspan=\"x\"><p"),
                draft));
        files.add(cutOff());
        files.add(Golden.of(
                "hostile-two-titles",
                "html",
                sound.replace("<title>", "<title>青石县林业局2011年政府信息公开工作年度报告</title><title>"),
                draft));
        files.add(Golden.of(
                "hostile-numbers-as-entities",
                "html",
                sound.replaceAll(">(\\d)(\\d*)</span>", ">&#4$1;$2</span>").replaceAll("&#4(\\d);", "&#x3$1;"),
                draft));
        return files;
    }

    /** A connection that broke in table 3: what came is read, the rest is absent. */
    private static Golden cutOff() {
        Draft draft = Draft.distinct();
        String whole = PageFiles.portal(HtmlStyle.EDITOR).write(draft.parts());
        String cut = whole.substring(0, whole.indexOf("（四）无法提供"));
        cut = cut.substring(0, cut.lastIndexOf("<tr>"));
        boolean after = false;
        for (RequestRow row : RequestRow.of(draft.generation)) {
            after |= row.code().equals("unavailable_not_held");
            if (after) {
                OfficialForm.COLUMNS.forEach(column -> draft.cells.remove("t3." + row.code() + "." + column));
            }
        }
        draft.cells.keySet().removeIf(field -> field.startsWith("t4."));
        draft.words.keySet().removeAll(List.of(Section.REVIEW_LITIGATION, Section.PROBLEMS, Section.OTHER));
        return Golden.of("hostile-cut-off-in-table-3", "html", cut, draft);
    }
}
