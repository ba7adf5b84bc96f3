package org.annals.crawl;

import org.annals.capture.Outcome;
import org.annals.capture.Purpose;

/** Is told what a crawl does, while it does it, from many threads. Must not block. */
public interface CrawlListener {
    /** Tells nobody. */
    CrawlListener NONE = new CrawlListener() {};

    /**
     * An attempt was archived.
     *
     * @param status 0 where there was no answer
     * @param detail one line for people, or empty
     */
    default void attempted(
            String government, String url, Purpose purpose, Outcome outcome, int status, String detail) {}

    /** A page or file that holds a report, as far as the crawl can tell. */
    default void reportFound(String government, String url) {}

    /** Something that the operator may want to know, one line. */
    default void noted(String line) {}
}
