package org.annals.document;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeTraversor;

/** HTML → blocks: the whole page in reading order, what stands outside the article marked as chrome. */
final class HtmlReader {
    /** Characters at the end of a page among which its last tags usually stand. */
    private static final int END = 2000;
    /** Elements one inside the other, generous for tags that were never closed; what is deeper loses its place among the others. */
    private static final int DEEPEST = 2_000;

    private HtmlReader() {}

    static Document read(String html, List<String> warnings) {
        return read(html, warnings, SoughtPlace.NONE);
    }

    static Document read(String html, List<String> warnings, SoughtPlace sought) {
        org.jsoup.nodes.Document page = Jsoup.parse(html, Parser.htmlParser().setMaxDepth(DEEPEST));
        if (endsInsideTable(html)) {
            markLastCell(page, html, warnings);
        }
        Survey survey = Survey.of(page);
        if (survey.deepest() >= DEEPEST) {
            warnings.add("the page nests its elements more than " + DEEPEST
                    + " deep: tables that stand deeper were not read as such");
        }
        Map<String, String> meta = meta(survey, page.title());
        PartLinks.into(meta, html, survey.links());
        Optional<Element> scripted = survey.hasCells() ? Optional.empty() : scripted(page, meta, warnings);
        if (scripted.isPresent()) {
            survey = Survey.of(page);
        }
        PageStyles.apply(page, survey, warnings);
        HtmlFlow flow = new HtmlFlow(scripted.or(survey::article), survey, warnings, sought);
        NodeTraversor.filter(flow, page.body());
        return new Document(MediaTypes.HTML, Optional.empty(), meta, flow.finish(), warnings);
    }

    /** The article that a script of the page would put there, put there. */
    private static Optional<Element> scripted(
            org.jsoup.nodes.Document page, Map<String, String> meta, List<String> warnings) {
        int shown = page.body().text().length();
        Optional<ScriptBody> body = ScriptBody.of(page);
        if (body.isEmpty() || body.get().html().length() < shown) {
            return Optional.empty();
        }
        warnings.add("the text stands in a script of the page");
        body.get().meta().forEach(meta::putIfAbsent);
        Element article = page.body().appendElement("div");
        article.html(body.get().html());
        return Optional.of(article);
    }

    /** Whether the source stops in the middle of a table, as a broken download does; pages that only forget the end tag go on behind it. */
    private static boolean endsInsideTable(String html) {
        String end = html.substring(Math.max(0, html.length() - END)).toLowerCase(Locale.ROOT);
        if (Math.max(end.lastIndexOf("</html"), end.lastIndexOf("</body")) > end.lastIndexOf("<table")) {
            return false;
        }
        String lower = html.toLowerCase(Locale.ROOT);
        int opened = lower.lastIndexOf("<table");
        return opened >= 0
                && lower.indexOf("</table", opened) < 0
                && lower.indexOf("</body", opened) < 0
                && lower.indexOf("</html", opened) < 0;
    }

    /** Digits of the last cell may be lost with the rest of the page. */
    private static void markLastCell(org.jsoup.nodes.Document page, String html, List<String> warnings) {
        String lower = html.toLowerCase(Locale.ROOT);
        boolean open = Math.max(lower.lastIndexOf("<td"), lower.lastIndexOf("<th>"))
                > Math.max(lower.lastIndexOf("</td"), lower.lastIndexOf("</th"));
        Element last = page.select("td, th").last();
        if (open && last != null) {
            last.appendText(CellText.NOT_TEXT);
        }
        warnings.add("the page ends inside a table: what was to follow is missing");
    }

    private static Map<String, String> meta(Survey survey, String title) {
        Map<String, String> meta = new LinkedHashMap<>();
        for (Element element : survey.metas()) {
            meta.putIfAbsent(
                    element.attr("name").strip().toLowerCase(Locale.ROOT), Spaces.clean(element.attr("content")));
        }
        meta.put("title", Spaces.clean(title));
        return meta;
    }
}
