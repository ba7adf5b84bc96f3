package org.annals.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The rows of a word processor's table → the rows of a grid. */
final class WordTable {
    private WordTable() {}

    /** @param tolerance edges nearer to each other than this are one edge; 0 where {@code left} and {@code right} count grid columns */
    static List<GridRow> rows(List<List<WordCell>> rows, int tolerance, String table, List<String> warnings) {
        Map<Integer, Integer> columns = columns(rows, tolerance);
        List<PlacedCell> cells = new ArrayList<>();
        // grid column → index in cells of the merged cell that reaches down to the row above
        Map<Integer, Integer> open = new HashMap<>();
        for (int i = 0; i < rows.size() && cells.size() <= Limits.CELLS; i++) {
            Map<Integer, Integer> next = new HashMap<>();
            int number = 0;
            for (WordCell cell : rows.get(i)) {
                int column = columns.get(cell.left());
                int span = Math.max(1, columns.get(cell.right()) - column);
                Integer above = open.get(column);
                boolean goesOn = cell.merge() == WordCell.Merge.CONTINUED
                        && above != null
                        && cells.get(above).columns() == span;
                if (goesOn) {
                    PlacedCell top = cells.get(above);
                    cells.set(
                            above,
                            new PlacedCell(top.row(), column, i + 1 - top.row(), span, top.text(), top.locator()));
                    next.put(column, above);
                } else {
                    String locator = table + ", row " + (i + 1) + ", cell " + ++number;
                    if (cell.merge() != WordCell.Merge.NONE) {
                        next.put(column, cells.size());
                    }
                    cells.add(new PlacedCell(i, column, 1, span, cell.text(), locator));
                }
            }
            open = next;
        }
        return PlacedCells.rows(cells, rows.size(), table, warnings);
    }

    /** Edge → number of the grid column that begins there. */
    private static Map<Integer, Integer> columns(List<List<WordCell>> rows, int tolerance) {
        TreeSet<Integer> edges = new TreeSet<>();
        for (List<WordCell> row : rows) {
            for (WordCell cell : row) {
                edges.add(cell.left());
                edges.add(cell.right());
            }
        }
        Map<Integer, Integer> columns = new HashMap<>();
        int column = -1;
        int last = 0;
        for (int edge : edges) {
            // Measured from the first of its cluster, so that a chain of near edges does not run together.
            if (column < 0 || edge - last > tolerance) {
                column++;
                last = edge;
            }
            columns.put(edge, column);
        }
        return columns;
    }
}
