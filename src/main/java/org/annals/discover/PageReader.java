package org.annals.discover;

import org.annals.capture.Payload;
import org.annals.capture.Purpose;

/** Reads a fetched page for the crawl. Anchor text counts first, path second. Stateless. */
public final class PageReader {
    private PageReader() {}

    /**
     * @param page its uri is the base of relative links
     * @param askedFor what the page was asked for
     */
    public static PageReading read(Payload page, Purpose askedFor) {
        throw new UnsupportedOperationException();
    }
}
