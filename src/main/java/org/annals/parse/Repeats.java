package org.annals.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Some converters write the text of a merged cell into each place that it covered. Names of columns that stand side by side more than once are made one
 * cell again, and where a grid has such, those that stand below themselves too.
 */
final class Repeats {
    private static final Pattern ARTICLE = Pattern.compile("第?二十条第[（(]?[一二三四五六七八九十0-9]+[)）]?项");
    private static final Pattern NOTE = Pattern.compile("[（(]?本列数据的勾稽关系.{0,60}");

    private Repeats() {}

    static Table undone(Table grid) {
        List<TableRow> rows = new ArrayList<>();
        boolean repeats = false;
        TableRow above = null;
        for (TableRow row : grid.rows()) {
            TableRow joined = joined(row);
            repeats |= joined != row;
            TableRow done = repeats && above != null ? continued(joined, above) : joined;
            rows.add(done);
            above = done;
        }
        return repeats ? new Table(rows, grid.locator(), grid.rectangular()) : grid;
    }

    private static TableRow joined(TableRow row) {
        List<TableCell> cells = new ArrayList<>(row.cells().size());
        for (TableCell cell : row.cells()) {
            TableCell last = cells.isEmpty() ? null : cells.get(cells.size() - 1);
            if (last != null && last.end() == cell.column() && !cell.tall() && !last.tall() && same(last, cell)) {
                int span = cell.end() - last.column();
                cells.set(cells.size() - 1, last.over(last.column(), span, last.continued()));
            } else {
                cells.add(cell);
            }
        }
        return cells.size() == row.cells().size() ? row : new TableRow(cells, row.locator(), row.sound());
    }

    private static boolean same(TableCell a, TableCell b) {
        return a.hasLetter() && a.text().equals(b.text()) && isName(a);
    }

    private static TableRow continued(TableRow row, TableRow above) {
        List<TableCell> cells = row.cells().stream()
                .map(cell -> above.cells().stream().anyMatch(over -> under(cell, over))
                        ? cell.over(cell.column(), cell.span(), true)
                        : cell)
                .toList();
        return cells.equals(row.cells()) ? row : new TableRow(cells, row.locator(), row.sound());
    }

    private static boolean under(TableCell cell, TableCell over) {
        return cell.column() == over.column() && cell.span() == over.span() && same(over, cell);
    }

    private static boolean isName(TableCell cell) {
        String squeezed = Wording.squeeze(cell.text());
        return cell.column2().isPresent()
                || cell.column3().isPresent()
                || cell.column4().isPresent()
                || ARTICLE.matcher(squeezed).matches()
                || NOTE.matcher(squeezed).matches();
    }
}
