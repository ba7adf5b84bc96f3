package org.annals.discover;

/** What a fetched page is, seen from the crawl. */
public enum PageKind {
    /** A page that lists annual reports. */
    LIST,
    /** Reads like an annual report, or is a file (PDF, Word …) that may hold one. */
    REPORT,
    /** Says 200 but means "not found". */
    SOFT_404,
    /** A script wall, captcha or log-in page. */
    CHALLENGE,
    /** Anything else. */
    OTHER
}
