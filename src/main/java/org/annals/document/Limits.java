package org.annals.document;

/** How much of a document is looked at: generous for any real report, small for a bomb. */
final class Limits {
    static final int LINES = 50_000;
    static final int COLUMNS = 100;
    static final int ROWS = 5_000;
    static final int CELLS = 200_000;
    static final int BLOCKS = 100_000;
    /** Lines before and behind a line that tell the style of its table. */
    static final int TABLE_LOOK = 40;

    private Limits() {}
}
