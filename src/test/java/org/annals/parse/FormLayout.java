package org.annals.parse;

/** The ways in which a made-up report is set. */
enum FormLayout {
    /** Ten cells a row: three for labels, seven for values. */
    TABS_SQUARE,
    /** Rows of the first two levels begin a cell further left and end with an empty one, as flattened spans do. */
    TABS_SHIFTED,
    /** Cells pushed to the left, padding at the end. */
    BARS,
    MARKDOWN,
    ONE_CELL_A_LINE,
    HTML_SQUARE,
    HTML_SHIFTED,
    HTML_SPANS,
    /** A line a row, cells divided by blanks; an empty cell leaves no trace. */
    LINES,
    /** The same as paragraphs of a page. */
    HTML_LINES,
    /** A line a cell, with nothing in front. */
    BARE_CELLS;

    /** Whether the tables are poured out as running text. */
    boolean isPoured() {
        return this == LINES || this == HTML_LINES || this == BARE_CELLS;
    }

    boolean isHtml() {
        return this == HTML_SQUARE || this == HTML_SHIFTED || this == HTML_SPANS || this == HTML_LINES;
    }

    boolean isShifted() {
        return this == TABS_SHIFTED || this == MARKDOWN || this == HTML_SHIFTED;
    }

    boolean isSquare() {
        return this == TABS_SQUARE || this == HTML_SQUARE;
    }
}
