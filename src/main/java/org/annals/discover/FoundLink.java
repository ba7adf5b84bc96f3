package org.annals.discover;

import java.util.Objects;

/**
 * A link as it stands on the page, not yet judged.
 *
 * @param url absolute, without fragment
 * @param text its own text, white space folded; may be empty
 * @param row the text of the list or table row it stands in, or empty
 * @param block number of the list or table on its page that it stands in; {@link #NO_BLOCK} where in none
 */
record FoundLink(String url, String text, String row, Source source, int block) {
    static final int NO_BLOCK = -1;

    /** Where on the page the address stood. */
    enum Source {
        ANCHOR,
        FRAME,
        /** The page sends the reader on: meta refresh, or a script on an otherwise empty page. */
        REDIRECT,
        OPTION,
        SCRIPT,
        PAGER,
        /** Of a report that is spread over several pages. */
        PART,
        /** Part of the sitemap that the page is an index of. */
        SITEMAP,
        /** In the words of a report, which say where it can be found. */
        NAMED
    }

    FoundLink {
        Objects.requireNonNull(url);
        Objects.requireNonNull(text);
        Objects.requireNonNull(row);
        Objects.requireNonNull(source);
    }

    FoundLink(String url, String text, String row, Source source) {
        this(url, text, row, source, NO_BLOCK);
    }

    FoundLink withText(String better) {
        return new FoundLink(url, better, row, source, block);
    }
}
