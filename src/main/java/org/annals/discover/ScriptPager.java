package org.annals.discover;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.annals.discover.FoundLink.Source;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Pager links such as {@code javascript:toPage(2)}, where the page's own function puts the address together or fills in
 * and sends a form.
 */
final class ScriptPager {
    private static final int MAX_LINKS = 50;

    private ScriptPager() {}

    static List<FoundLink> pages(Document document, PageFacts facts) {
        ScriptText scripts = new ScriptText(document);
        List<FoundLink> pages = new ArrayList<>();
        for (Element link : document.select("a[href^=javascript:], [onclick]")) {
            String text = Wording.squeeze(link.text());
            String handler = link.hasAttr("onclick") ? link.attr("onclick") : link.attr("href");
            if (pages.size() < MAX_LINKS && Pagination.isPagerText(text)) {
                scripts.address(handler, "")
                        .or(() -> sent(document, scripts, handler))
                        .flatMap(facts::resolve)
                        .ifPresent(url -> pages.add(new FoundLink(url, text, "", Source.PAGER)));
            }
        }
        return pages;
    }

    private static Optional<String> sent(Document document, ScriptText scripts, String handler) {
        return scripts.called(handler, "").flatMap(called -> Forms.sent(document, called));
    }
}
