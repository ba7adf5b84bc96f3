package org.annals.discover;

import java.util.Objects;

/**
 * A link as it stands on the page, not yet judged.
 *
 * @param url absolute, without fragment
 * @param text its own text, white space folded; may be empty
 * @param row the text of the list or table row it stands in, or empty
 */
record FoundLink(String url, String text, String row, Source source) {
    /** Where on the page the address stood. */
    enum Source {
        ANCHOR,
        FRAME,
        /** The page sends the reader on: meta refresh, or a script on an otherwise empty page. */
        REDIRECT,
        OPTION,
        SCRIPT,
        PAGER
    }

    FoundLink {
        Objects.requireNonNull(url);
        Objects.requireNonNull(text);
        Objects.requireNonNull(row);
        Objects.requireNonNull(source);
    }

    FoundLink withText(String better) {
        return new FoundLink(url, better, row, source);
    }
}
