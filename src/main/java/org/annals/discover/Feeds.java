package org.annals.discover;

import java.util.ArrayList;
import java.util.List;
import org.annals.discover.FoundLink.Source;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** Feeds of a column (RSS 2.0, Atom of RFC 4287): what some portals give in place of a list. */
final class Feeds {
    private static final int MAX_ENTRIES = 2_000;
    /** A feed says so at its beginning. */
    private static final int BEGINNING = 500;

    private Feeds() {}

    /** The feeds that a page without reports of its own names. */
    static List<FoundLink> named(Document page, PageFacts facts, List<FoundLink> found) {
        if (found.stream().anyMatch(link -> Wording.isReport(link.text()))) {
            return List.of();
        }
        List<FoundLink> feeds = new ArrayList<>();
        for (Element link : page.select(
                "link[rel=alternate][type=application/rss+xml], link[rel=alternate][type=application/atom+xml]")) {
            facts.resolve(link.attr("href"))
                    .map(url -> new FoundLink(url, "", "", Source.PAGER))
                    .ifPresent(feeds::add);
        }
        return feeds;
    }

    /** The entries of a feed; none where the text is something else. */
    static List<FoundLink> entries(String text, PageFacts facts) {
        String beginning = text.substring(0, Math.min(text.length(), BEGINNING));
        if (!beginning.contains("<rss") && !beginning.contains("<feed")) {
            return List.of();
        }
        List<FoundLink> entries = new ArrayList<>();
        // as XML: in HTML a link element has no text
        for (Element entry : Jsoup.parse(text, facts.uri(), Parser.xmlParser()).select("item, entry")) {
            Element title = entry.selectFirst("title");
            Element link = entry.selectFirst("link");
            if (title != null && link != null && entries.size() < MAX_ENTRIES) {
                String address = link.hasAttr("href") ? link.attr("href") : link.text();
                facts.resolve(address.strip())
                        .filter(url -> !PathShape.isUseless(url))
                        .map(url -> new FoundLink(url, Wording.fold(title.text()), "", Source.ANCHOR))
                        .ifPresent(entries::add);
            }
        }
        return entries;
    }
}
