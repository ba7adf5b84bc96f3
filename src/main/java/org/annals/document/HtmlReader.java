package org.annals.document;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.select.NodeTraversor;

/** HTML → blocks: the whole page in reading order, what stands outside the article marked as chrome. */
final class HtmlReader {
    /** Containers of article bodies in the content management systems of Chinese portals; of several the one with most text is the article. */
    private static final String CONTAINERS =
            "#UCAP-CONTENT, .TRS_Editor, .trs_editor_view, .TRS_UEDITOR, #zoom, #Zoom, "
                    + "#ivs_content, .Article_content, .article-con, .detail-content, .xxgk_content, [id^=vsb_content], "
                    + ".v_news_content, .wp_articlecontent, .pages_content, .article_content, .news_cont_d_wrap";

    private static final int CONTAINERS_LOOKED_AT = 50;

    private HtmlReader() {}

    static Document read(String html, List<String> warnings) {
        org.jsoup.nodes.Document page = Jsoup.parse(html);
        HtmlFlow flow = new HtmlFlow(article(page), warnings);
        NodeTraversor.filter(flow, page.body());
        return new Document(MediaTypes.HTML, Optional.empty(), meta(page), flow.finish(), warnings);
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
        Element best = null;
        int most = 0;
        for (Element element :
                page.select(CONTAINERS).stream().limit(CONTAINERS_LOOKED_AT).toList()) {
            int length = element.text().length();
            if (length > most) {
                best = element;
                most = length;
            }
        }
        return most * 2 >= page.body().text().length() ? Optional.ofNullable(best) : Optional.empty();
    }
}
