package org.annals.document;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.Selector;

/** HTML → blocks: the whole page in reading order, what stands outside the article marked as chrome. */
final class HtmlReader {
    /** Containers of article bodies in the content management systems of Chinese portals; of several the one with most text is the article. */
    private static final String CONTAINERS =
            "#UCAP-CONTENT, .TRS_Editor, .trs_editor_view, .TRS_UEDITOR, #zoom, #Zoom, "
                    + "#ivs_content, .Article_content, .article-con, .detail-content, .xxgk_content, [id^=vsb_content], "
                    + ".v_news_content, .wp_articlecontent, .pages_content, .article_content, .news_cont_d_wrap, "
                    + ".article-content, .content-box, .main-txt, .ccontent, .tyxxy_main, .jgzn_content, .articleBox, "
                    + "article, .content, #content";

    private static final Evaluator CONTAINER = Selector.evaluatorOf(CONTAINERS);

    /** Elements too small to hold an article. */
    private static final Set<String> TEXT =
            Set.of("p", "span", "font", "b", "strong", "i", "em", "u", "a", "tr", "li", "img", "o:p");

    /** Characters at the end of a page among which its last tags usually stand. */
    private static final int END = 2000;

    private static final int CONTAINERS_LOOKED_AT = 50;

    private HtmlReader() {}

    static Document read(String html, List<String> warnings) {
        org.jsoup.nodes.Document page = Jsoup.parse(html);
        if (endsInsideTable(html)) {
            markLastCell(page, html, warnings);
        }
        Map<String, String> meta = meta(page);
        Optional<Element> article = page.selectFirst("td") == null ? scripted(page, meta, warnings) : Optional.empty();
        PageStyles.apply(page, warnings);
        HtmlFlow flow = new HtmlFlow(article.or(() -> article(page)), warnings);
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

    private static Map<String, String> meta(org.jsoup.nodes.Document page) {
        Map<String, String> meta = new LinkedHashMap<>();
        for (Element element : page.select("meta[name][content]")) {
            meta.putIfAbsent(
                    element.attr("name").strip().toLowerCase(Locale.ROOT), Spaces.clean(element.attr("content")));
        }
        meta.put("title", Spaces.clean(page.title()));
        return meta;
    }

    /** The article's element, where a known container holds most of what there is to read. */
    private static Optional<Element> article(org.jsoup.nodes.Document page) {
        List<Element> containers = page.stream()
                .filter(element -> isMarked(element) && CONTAINER.matches(page, element))
                .limit(CONTAINERS_LOOKED_AT)
                .toList();
        Element best = null;
        int most = 0;
        for (Element element : containers) {
            int length = element.text().length();
            if (length > most) {
                best = element;
                most = length;
            }
        }
        return best != null && most * 2 >= page.body().text().length()
                ? Optional.of(innermost(containers, best, most))
                : Optional.empty();
    }

    /** Whether there is anything to know a container by; most elements of a page are of text or have nothing. */
    private static boolean isMarked(Element element) {
        return !TEXT.contains(element.normalName())
                && (!element.id().isEmpty()
                        || element.hasAttr("class")
                        || element.normalName().equals("article"));
    }

    /** The smallest container inside that still has nearly all of the text; what stands between the two is dress. */
    private static Element innermost(List<Element> containers, Element outer, int length) {
        Element inner = outer;
        for (Element element : containers.subList(containers.indexOf(outer), containers.size())) {
            if (element.parents().contains(outer) && element.text().length() * 10 >= length * 9) {
                inner = element;
            }
        }
        return inner;
    }
}
