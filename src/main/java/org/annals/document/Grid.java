package org.annals.document;

import java.util.List;
import java.util.Objects;

/**
 * Rows of cells: a table, or a piece of one between two page breaks.
 *
 * @param rectangular whether a row writes out all its cells, empty ones at its ends included; false where rows simply stop, as in one-cell-a-line dumps
 */
public record Grid(List<GridRow> rows, String locator, boolean rectangular) implements Block {
    public Grid {
        rows = List.copyOf(rows);
        Objects.requireNonNull(locator);
    }

    /** Whether cells really span rows or columns, as in a table that was drawn and not poured in: then its columns can be relied on. */
    public boolean hasSpans() {
        return rows.stream().anyMatch(row -> row.cells().stream().anyMatch(cell -> cell.span() > 1 || cell.tall()));
    }
}
