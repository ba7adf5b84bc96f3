package org.annals.discover;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.annals.capture.Outlink;
import org.annals.capture.Purpose;
import org.jsoup.nodes.Document;

/**
 * Columns of notices, where reports stand among anything: followed further as long as their pages list reports, and no
 * more than looked into where the first page lists none.
 */
final class Notices {
    /** Further pages that a page names which lists reports. */
    private static final int MAX_PAGES = 30;
    /** Further pages that are looked into where none is listed yet. */
    private static final int MAX_LOOKS = 4;
    /** Below the columns of notices themselves, above menus. */
    private static final int LOOK = 35;

    private Notices() {}

    /** @param ranked the page's outlinks so far, best first */
    static List<Outlink> withPages(List<Outlink> ranked, Document document, PageFacts facts, List<FoundLink> found) {
        boolean lists = ranked.stream().anyMatch(link -> link.purpose() == Purpose.REPORT);
        boolean further = facts.askedFor() == Purpose.PAGER;
        if (further && !lists) {
            return ranked;
        }
        List<Outlink> links = new ArrayList<>();
        Set<String> seen = new HashSet<>(Set.of(facts.uri()));
        for (FoundLink page : Pagination.find(document, facts, found)) {
            if (links.size() < (lists ? MAX_PAGES : MAX_LOOKS) && seen.add(page.url())) {
                Purpose purpose = lists ? Purpose.PAGER : Purpose.OTHER;
                links.add(new Outlink(page.url(), page.text(), purpose, lists ? 100 : LOOK));
            }
        }
        ranked.stream().filter(link -> seen.add(link.url())).forEach(links::add);
        return links.stream().sorted(Ranking.ORDER).limit(Ranking.MAX_OUTLINKS).toList();
    }
}
