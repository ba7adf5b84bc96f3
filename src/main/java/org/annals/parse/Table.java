package org.annals.parse;

import java.util.List;
import org.annals.document.Block;
import org.annals.document.Grid;

/**
 * A grid of the document whose rows were read.
 *
 * @param rectangular whether a row writes out all its cells, empty ones at its ends included
 */
record Table(List<TableRow> rows, String locator, boolean rectangular) implements Block {
    Table {
        rows = List.copyOf(rows);
    }

    static Table of(Grid grid) {
        return new Table(grid.rows().stream().map(TableRow::of).toList(), grid.locator(), grid.rectangular());
    }

    /** Blocks with tables in the place of grids. */
    static List<Block> in(List<Block> blocks) {
        return blocks.stream()
                .map(block -> block instanceof Grid grid ? of(grid) : block)
                .toList();
    }

    /** Whether cells really span rows or columns, as in a table that was drawn and not poured in: then its columns can be relied on. */
    boolean hasSpans() {
        return rows.stream().anyMatch(row -> row.cells().stream().anyMatch(cell -> cell.span() > 1 || cell.tall()));
    }
}
