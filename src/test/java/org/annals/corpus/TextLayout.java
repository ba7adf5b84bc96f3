package org.annals.corpus;

/** The ways in which converters write a table as text; those of the five seeds. */
enum TextLayout {
    TABS,
    /** As {@link #TABS}, the text of a spanning cell in each of its places. */
    TABS_REPEATED,
    BARS,
    MARKDOWN,
    ONE_CELL_A_LINE;

    /** What becomes of the spans of a drawn table. */
    Sheet arrange(Sheet drawn) {
        return switch (this) {
            case TABS, MARKDOWN -> drawn.square(false);
            case TABS_REPEATED -> drawn.square(true);
            case BARS -> drawn.collapsed();
            case ONE_CELL_A_LINE -> drawn.copy().each(cell -> cell.spanning(1, 1));
        };
    }
}
