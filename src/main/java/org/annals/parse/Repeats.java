package org.annals.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.annals.document.Grid;
import org.annals.document.GridCell;
import org.annals.document.GridRow;

/**
 * Some converters write the text of a merged cell into each place that it covered. Names of columns that stand side by side more than once are made one
 * cell again, and where a grid has such, those that stand below themselves too.
 */
final class Repeats {
    private static final Pattern ARTICLE = Pattern.compile("第?二十条第[（(]?[一二三四五六七八九十0-9]+[)）]?项");
    private static final Pattern NOTE = Pattern.compile("[（(]?本列数据的勾稽关系.{0,60}");

    private Repeats() {}

    static Grid undone(Grid grid) {
        List<GridRow> rows = new ArrayList<>();
        boolean repeats = false;
        GridRow above = null;
        for (GridRow row : grid.rows()) {
            GridRow joined = joined(row);
            repeats |= joined != row;
            GridRow done = repeats && above != null ? continued(joined, above) : joined;
            rows.add(done);
            above = done;
        }
        return repeats ? new Grid(rows, grid.locator(), grid.rectangular()) : grid;
    }

    private static GridRow joined(GridRow row) {
        List<GridCell> cells = new ArrayList<>(row.cells().size());
        for (GridCell cell : row.cells()) {
            GridCell last = cells.isEmpty() ? null : cells.get(cells.size() - 1);
            if (last != null && last.end() == cell.column() && !cell.tall() && !last.tall() && same(last, cell)) {
                int span = cell.end() - last.column();
                cells.set(
                        cells.size() - 1,
                        new GridCell(last.text(), last.column(), span, false, last.continued(), last.locator()));
            } else {
                cells.add(cell);
            }
        }
        return cells.size() == row.cells().size() ? row : new GridRow(cells, row.locator(), row.sound());
    }

    private static boolean same(GridCell a, GridCell b) {
        return !a.isEmpty() && a.text().equals(b.text()) && isName(a.text());
    }

    private static GridRow continued(GridRow row, GridRow above) {
        List<GridCell> cells = row.cells().stream()
                .map(cell -> above.cells().stream().anyMatch(over -> under(cell, over))
                        ? new GridCell(cell.text(), cell.column(), cell.span(), false, true, cell.locator())
                        : cell)
                .toList();
        return cells.equals(row.cells()) ? row : new GridRow(cells, row.locator(), row.sound());
    }

    private static boolean under(GridCell cell, GridCell over) {
        return cell.column() == over.column() && cell.span() == over.span() && same(over, cell);
    }

    private static boolean isName(String text) {
        if (!Wording.hasLetter(text)) {
            return false;
        }
        String squeezed = Wording.squeeze(text);
        return Labels.TABLE2.column(text).isPresent()
                || Labels.TABLE3.column(text).isPresent()
                || Labels.TABLE4.column(text).isPresent()
                || ARTICLE.matcher(squeezed).matches()
                || NOTE.matcher(squeezed).matches();
    }
}
