package org.annals.document;

import java.util.Objects;

/**
 * One cell.
 *
 * @param text white space at the ends removed, line breaks inside kept as such
 * @param column first grid column, from 0
 * @param span number of grid columns
 * @param tall whether it spans several rows
 * @param continued whether it began in a row above
 */
public record GridCell(String text, int column, int span, boolean tall, boolean continued, String locator) {
    public GridCell {
        Objects.requireNonNull(text);
        Objects.requireNonNull(locator);
    }

    /** The first grid column behind the cell. */
    public int end() {
        return column + span;
    }

    public boolean isEmpty() {
        return text.isEmpty();
    }
}
