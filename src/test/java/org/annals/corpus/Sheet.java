package org.annals.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** A table, row by row, as it is drawn: with spans. The rows can be changed before the table is written out. */
record Sheet(List<List<TableCell>> rows) implements Part {
    Sheet copy() {
        return new Sheet(new ArrayList<>(
                rows.stream().map(row -> (List<TableCell>) new ArrayList<>(row)).toList()));
    }

    Sheet each(UnaryOperator<TableCell> change) {
        rows.forEach(row -> row.replaceAll(change));
        return this;
    }

    /** Changes the texts of labels, not those of values. */
    Sheet labels(UnaryOperator<String> change) {
        return each(cell -> cell.isValue() ? cell : cell.with(change.apply(cell.text())));
    }

    /** Index of the first value in a row; its size where it has none. */
    static int firstValue(List<TableCell> row) {
        return IntStream.range(0, row.size())
                .filter(i -> row.get(i).isValue())
                .findFirst()
                .orElse(row.size());
    }

    static boolean hasValues(List<TableCell> row) {
        return firstValue(row) < row.size();
    }

    int width() {
        return square(false).rows().stream().mapToInt(List::size).max().orElse(0);
    }

    /**
     * The grid without spans.
     *
     * @param repeated whether every place of a span carries its text, or only the first
     */
    Sheet square(boolean repeated) {
        int height = rows.size();
        List<List<TableCell>> grid = new ArrayList<>();
        IntStream.range(0, height).forEach(i -> grid.add(new ArrayList<>()));
        for (int r = 0; r < height; r++) {
            int column = 0;
            for (TableCell cell : rows.get(r)) {
                while (column < grid.get(r).size() && grid.get(r).get(column) != null) {
                    column++;
                }
                for (int down = 0; down < cell.rowspan() && r + down < height; down++) {
                    for (int right = 0; right < cell.colspan(); right++) {
                        boolean first = down == 0 && right == 0;
                        TableCell placed = first
                                ? cell.spanning(1, 1)
                                : repeated && !cell.isValue() ? TableCell.label(cell.text()) : TableCell.filler();
                        put(grid.get(r + down), column + right, placed);
                    }
                }
                column += cell.colspan();
            }
        }
        int width = grid.stream().mapToInt(List::size).max().orElse(0);
        for (List<TableCell> row : grid) {
            row.replaceAll(cell -> cell == null ? TableCell.filler() : cell);
            while (row.size() < width) {
                row.add(TableCell.filler());
            }
        }
        return new Sheet(grid);
    }

    /** Spans dropped: the cells pushed to the left, fillers at the end. */
    Sheet collapsed() {
        int width = width();
        Sheet flat = copy().each(cell -> cell.spanning(1, 1));
        for (List<TableCell> row : flat.rows) {
            while (row.size() < width) {
                row.add(TableCell.filler());
            }
        }
        return flat;
    }

    private static void put(List<TableCell> row, int at, TableCell cell) {
        while (row.size() <= at) {
            row.add(null);
        }
        row.set(at, cell);
    }
}
