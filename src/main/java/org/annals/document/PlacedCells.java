package org.annals.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Cells whose places are known → the rows of a grid, as {@link GridBuilder} makes them from HTML. */
final class PlacedCells {
    private PlacedCells() {}

    /**
     * @param rows how many rows there are; cells that reach further are cut
     * @param table locator of the table
     */
    static List<GridRow> rows(List<PlacedCell> cells, int rows, String table, List<String> warnings) {
        int end = rows;
        if (rows > Limits.ROWS || cells.size() > Limits.CELLS) {
            end = Math.min(rows, Limits.ROWS);
            if (cells.size() > Limits.CELLS) {
                end = Math.min(end, cells.get(Limits.CELLS).row());
            }
            warnings.add(table + ": only the first " + end + " rows were read");
        }
        List<List<GridCell>> built = new ArrayList<>();
        boolean[] cut = new boolean[end];
        for (int i = 0; i < end; i++) {
            built.add(new ArrayList<>());
        }
        for (PlacedCell cell : cells) {
            int span = Math.min(cell.columns(), Limits.COLUMNS - cell.column());
            for (int row = cell.row(); row < Math.min(cell.endRow(), end); row++) {
                cut[row] |= span != cell.columns();
                if (span > 0) {
                    built.get(row)
                            .add(new GridCell(
                                    cell.text(),
                                    cell.column(),
                                    span,
                                    cell.rows() > 1,
                                    row > cell.row(),
                                    cell.locator()));
                }
            }
        }
        List<GridRow> result = new ArrayList<>();
        for (int i = 0; i < end; i++) {
            List<GridCell> row = built.get(i);
            row.sort(Comparator.comparingInt(GridCell::column));
            result.add(new GridRow(row, table + ", row " + (i + 1), !cut[i] && fits(row)));
        }
        return result;
    }

    /** Whether the cells stand side by side from the first column on, with neither hole nor overlap. */
    private static boolean fits(List<GridCell> row) {
        int end = 0;
        for (GridCell cell : row) {
            if (cell.column() != end) {
                return false;
            }
            end = cell.end();
        }
        return true;
    }
}
