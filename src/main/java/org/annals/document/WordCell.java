package org.annals.document;

/**
 * A cell of a word processor's table, which merges cells by saying of each whether it goes on with the one above.
 *
 * @param left where it begins, in grid columns or in any unit of length
 * @param right where it ends, in the same unit
 */
record WordCell(int left, int right, Merge merge, String text) {
    /** What a cell has to do with the one above it. */
    enum Merge {
        NONE,
        /** the first of a merged cell */
        FIRST,
        /** goes on with the cell above; its own text is not shown */
        CONTINUED
    }
}
