package org.annals.web;

import java.util.List;
import java.util.Optional;
import org.annals.catalog.LatestReport;

/**
 * A page of what was found.
 *
 * @param candidates how many reports may hold the words
 * @param exact whether they all do; else some of them only hold the same pairs of neighbouring signs, and are left out when their turn comes
 * @param next number of the candidate that the next page begins with
 */
record SearchResult(List<Hit> hits, int candidates, boolean exact, Optional<Integer> next) {
    /**
     * One report.
     *
     * @param where title, publisher or text: the first that holds all words, by which it is ranked
     * @param title in pieces
     */
    record Hit(
            LatestReport report,
            String governmentName,
            String where,
            List<Marks.Piece> title,
            List<Marks.Piece> publisher,
            List<Snippet> snippets) {}

    /** @param section its code */
    record Snippet(String section, List<Marks.Piece> pieces) {}
}
