package org.annals.document;

import java.util.List;
import java.util.Objects;

/**
 * One row of a grid.
 *
 * @param cells from left to right, columns rising; a cell that reaches down from a row above stands here again, marked as continued
 * @param sound false where spans overlap or leave holes
 */
public record GridRow(List<GridCell> cells, String locator, boolean sound) {
    public GridRow {
        cells = List.copyOf(cells);
        Objects.requireNonNull(locator);
    }

    /** Number of grid columns that the row fills. */
    public int width() {
        return cells.isEmpty() ? 0 : cells.get(cells.size() - 1).end();
    }
}
