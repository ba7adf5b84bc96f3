package org.annals.cli;

import java.util.Map;

/** The words of {@code v_coverage.why} and {@code v_finish.end} for people. */
final class Reasons {
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("never_asked", "not asked yet"),
            Map.entry("not_read", "listed, but no report could be read there"),
            Map.entry("not_listed", "its columns list no others"),
            Map.entry("exhausted", "its columns were read to their end"),
            Map.entry("budget", "the page budget ended first"),
            Map.entry("column_failed", "a column could not be read to its end"),
            Map.entry("report_failed", "not all that its columns list could be read"),
            Map.entry("denied", "robots.txt forbids the rest"),
            Map.entry("refuses", "the portal refuses (400, 405, 418 or 451)"),
            Map.entry("dead_links", "links were left after many in a row that were gone"),
            Map.entry("no_column", "no page was found that lists reports"),
            Map.entry("unfinished", "its crawl has not come to its end"),
            Map.entry("no_page", "no page could be read"),
            Map.entry("gone", "gone from its address"),
            Map.entry("soft_404", "its pages say that they are not there"),
            Map.entry("challenge", "a challenge or log-in stands in the way"),
            Map.entry("robots_denied", "robots.txt forbids it"),
            Map.entry("out_of_scope", "its addresses lead elsewhere"),
            Map.entry("timeout", "no answer in time"),
            Map.entry("connection_error", "no connection"),
            Map.entry("tls_error", "its certificate is not valid"),
            Map.entry("server_error", "server errors"),
            Map.entry("too_large", "its answers are too large"));

    private Reasons() {}

    /** A word that is not known stays as it is. */
    static String of(String word) {
        return WORDS.getOrDefault(word, word);
    }
}
