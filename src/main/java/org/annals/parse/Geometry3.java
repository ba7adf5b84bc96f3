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
 */
final class Geometry3 {
    private final Map<String, TableCell> columns;
    private final List<TableCell> extra;
    private final int width;

    private Geometry3(Map<String, TableCell> columns, List<TableCell> extra, int width) {
        this.columns = columns;
        this.extra = extra;
        this.width = width;
    }

    static Optional<Geometry3> of(List<TableRow> head) {
        Map<String, TableCell> columns = new LinkedHashMap<>();
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
                } else if (columns.put(label.get().code(), cell) != null) {
                    return Optional.empty();
                }
            }
        }
        boolean apart = columns.values().stream()
                .noneMatch(a -> columns.values().stream().anyMatch(b -> a != b && overlap(a, b)));
        if (!apart || !columns.keySet().containsAll(Header3.OFFICIAL)) {
            return Optional.empty();
        }
        // The note in the corner stands over the labels: a number under it has moved there.
        int first = columns.values().stream().mapToInt(TableCell::column).min().orElse(0);
        List<TableCell> extra = others.stream()
                .filter(other -> other.column() > first)
                .filter(other -> columns.values().stream().noneMatch(column -> overlap(other, column)))
                .toList();
        return Optional.of(new Geometry3(columns, extra, width));
    }

    /** The cells of a row by column code; empty where the row does not keep to the head. */
    Optional<Map<String, TableCell>> place(Row3 row) {
        if (!row.row().sound() || row.row().width() != width) {
            return Optional.empty();
        }
        Map<String, TableCell> placed = new LinkedHashMap<>();
        for (Map.Entry<String, TableCell> column : columns.entrySet()) {
            TableCell under = null;
            for (TableCell cell : row.tail().cells()) {
                if (overlap(cell, column.getValue())) {
                    if (under != null) {
                        return Optional.empty();
                    }
                    under = cell;
                }
            }
            if (under == null || placed.containsValue(under)) {
                return Optional.empty();
            }
            placed.put(column.getKey(), under);
        }
        for (TableCell cell : row.tail().cells()) {
            boolean stays = cell.isEmpty()
                    || placed.containsValue(cell)
                    || extra.stream().anyMatch(column -> overlap(cell, column));
            if (!stays) {
                return Optional.empty();
            }
        }
        return Optional.of(placed);
    }

    /** The columns from left to right. */
    List<String> order() {
        return columns.entrySet().stream()
                .sorted(Comparator.comparingInt(entry -> entry.getValue().column()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Whether the columns stand from left to right as the names of the head follow one another. */
    boolean isInOrderOf(List<String> names) {
        return order().equals(names.stream().filter(columns::containsKey).toList());
    }

    /** Whether a column that the form does not have stands among the others: a row that moved by a cell can then add up all the same. */
    boolean hasForeignColumn() {
        int first = columns.values().stream().mapToInt(TableCell::column).min().orElse(0);
        return extra.stream().anyMatch(column -> column.column() >= first);
    }

    /** Whether the row's label leaves all columns free; converters that flatten spans push the labels of the third level into the first. */
    boolean leavesColumnsFree(Row3 row) {
        return columns.values().stream().allMatch(column -> row.label().end() <= column.column());
    }

    private static boolean overlap(TableCell a, TableCell b) {
        return a.column() < b.end() && b.column() < a.end();
    }
}
