package org.annals.parse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the columns of table 3 stand in its grid, by the cells of its head. Of use only where the rows keep to it ({@link #place}): converters often leave
 * a head that no row below agrees with.
 *
 * @param order the codes of the columns from left to right
 * @param columns the cells of their names, in that order
 * @param extra names of columns that the form does not have
 */
record Geometry3(List<String> order, List<TableCell> columns, List<TableCell> extra, int width) {
    static Optional<Geometry3> of(List<TableRow> head) {
        Map<String, TableCell> named = new LinkedHashMap<>();
        List<TableCell> others = new ArrayList<>();
        int width = 0;
        for (TableRow row : head) {
            width = Math.max(width, row.width());
            for (TableCell cell : row.cells()) {
                Optional<Label> label = cell.name3();
                if (cell.continued()
                        || cell.isEmpty()
                        || label.isPresent() && !label.get().is("column")) {
                    continue;
                }
                if (label.isEmpty()) {
                    others.add(cell);
                } else if (named.put(label.get().code(), cell) != null) {
                    return Optional.empty();
                }
            }
        }
        if (!named.keySet().containsAll(Header3.OFFICIAL)) {
            return Optional.empty();
        }
        List<Map.Entry<String, TableCell>> ordered = new ArrayList<>(named.entrySet());
        ordered.sort(Comparator.comparingInt(entry -> entry.getValue().column()));
        List<TableCell> columns = ordered.stream().map(Map.Entry::getValue).toList();
        for (int i = 1; i < columns.size(); i++) {
            if (overlap(columns.get(i - 1), columns.get(i))) {
                return Optional.empty();
            }
        }
        // The note in the corner stands over the labels: a number under it has moved there.
        int first = columns.get(0).column();
        List<TableCell> extra = others.stream()
                .filter(other -> other.column() > first)
                .filter(other -> columns.stream().noneMatch(column -> overlap(other, column)))
                .toList();
        List<String> order = ordered.stream().map(Map.Entry::getKey).toList();
        return Optional.of(new Geometry3(order, columns, extra, width));
    }

    /** The cells of a row from left to right, one for each column; empty where the row does not keep to the head. */
    Optional<List<TableCell>> place(Row3 row) {
        if (!row.row().sound() || row.row().width() != width) {
            return Optional.empty();
        }
        List<TableCell> placed = new ArrayList<>(columns.size());
        for (TableCell column : columns) {
            TableCell under = null;
            for (TableCell cell : row.tail().cells()) {
                if (overlap(cell, column)) {
                    if (under != null) {
                        return Optional.empty();
                    }
                    under = cell;
                }
            }
            if (under == null || placed.contains(under)) {
                return Optional.empty();
            }
            placed.add(under);
        }
        for (TableCell cell : row.tail().cells()) {
            boolean stays =
                    cell.isEmpty() || placed.contains(cell) || extra.stream().anyMatch(column -> overlap(cell, column));
            if (!stays) {
                return Optional.empty();
            }
        }
        return Optional.of(placed);
    }

    /** Whether the columns stand from left to right as the names of the head follow one another. */
    boolean isInOrderOf(List<String> names) {
        return order.equals(names.stream().filter(order::contains).toList());
    }

    /** Whether a column that the form does not have stands among the others: a row that moved by a cell can then add up all the same. */
    boolean hasForeignColumn() {
        return !extra.isEmpty();
    }

    /** Whether the row's label leaves all columns free; converters that flatten spans push the labels of the third level into the first. */
    boolean leavesColumnsFree(Row3 row) {
        return row.label().end() <= columns.get(0).column();
    }

    private static boolean overlap(TableCell a, TableCell b) {
        return a.column() < b.end() && b.column() < a.end();
    }
}
