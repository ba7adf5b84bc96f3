package org.annals.corpus;

import java.util.function.UnaryOperator;

/** The mark-up that an editor leaves around lines and cells. */
enum HtmlStyle {
    PLAIN("<table border=\"1\">", text -> text, text -> "<p>" + text + "</p>", text -> "<h2>" + text + "</h2>"),
    WORD(
            "<table class=MsoNormalTable border=0 cellspacing=0 cellpadding=0 style='border-collapse:collapse;mso-yfti-tbllook:1184'>",
            text -> "<p class=MsoNormal align=center style='text-align:center'><span lang=EN-US>"
                    + (text.isEmpty() ? "<o:p>&nbsp;</o:p>" : text + "<o:p></o:p>") + "</span></p>",
            text ->
                    "<p class=MsoNormal style='text-indent:32.0pt;mso-char-indent-count:2.0'><span style='font-family:仿宋_GB2312;mso-hansi-font-family:宋体'>"
                            + text + "<span lang=EN-US><o:p></o:p></span></span></p>",
            text -> "<p class=MsoNormal><b><span style='font-family:黑体'>" + text + "</span></b></p>"),
    EDITOR(
            "<table cellspacing=\"0\" cellpadding=\"0\" width=\"640\" uetable=\"null\"><colgroup><col width=\"60\"/></colgroup>",
            text -> "<p align=\"center\"><span>" + (text.isEmpty() ? "&nbsp;" : text) + "</span></p>",
            text -> "<p style=\"line-height:2em;text-indent:2em\"><span style=\"font-family:仿宋\">　　" + text
                    + "</span></p>",
            text -> "<p style=\"line-height:2em\"><strong>　　" + text + "</strong></p>");

    final String table;
    private final UnaryOperator<String> cell;
    private final UnaryOperator<String> paragraph;
    private final UnaryOperator<String> heading;

    HtmlStyle(
            String table, UnaryOperator<String> cell, UnaryOperator<String> paragraph, UnaryOperator<String> heading) {
        this.table = table;
        this.cell = cell;
        this.paragraph = paragraph;
        this.heading = heading;
    }

    String line(Line line) {
        String text = escaped(line.text());
        return switch (line.kind()) {
            case TITLE ->
                this == PLAIN ? "<h1>" + text + "</h1>" : "<p style=\"text-align:center\"><b>" + text + "</b></p>";
            case HEADING -> heading.apply(text);
            case TEXT -> paragraph.apply(text);
            case SIGNATURE -> "<p style=\"text-align:right\">" + text + "</p>";
            case MARKUP -> line.text();
        };
    }

    String cell(TableCell cell) {
        StringBuilder out = new StringBuilder("<td");
        if (cell.colspan() > 1) {
            out.append(" colspan=\"").append(cell.colspan()).append('"');
        }
        if (cell.rowspan() > 1) {
            out.append(" rowspan=\"").append(cell.rowspan()).append('"');
        }
        return out.append('>')
                .append(this.cell.apply(escaped(cell.text())))
                .append("</td>")
                .toString();
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\n", "<br/>");
    }
}
