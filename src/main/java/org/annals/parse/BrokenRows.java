package org.annals.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.annals.document.Grid;
import org.annals.document.GridCell;
import org.annals.document.GridRow;

/**
 * A label of table 3 broken over two rows of the grid, as at the foot of a page: one row holds nothing but a piece of it, the other the rest and all values.
 * Put together only where the two are exactly a label of the form and neither piece is one.
 */
final class BrokenRows {
    private BrokenRows() {}

    static Grid joined(Grid grid) {
        List<GridRow> rows = new ArrayList<>();
        List<GridRow> old = grid.rows();
        List<Optional<GridCell>> labels = old.stream().map(BrokenRows::label).toList();
        for (int i = 0; i < old.size(); i++) {
            Optional<GridRow> both = i + 1 < old.size()
                            && labels.get(i).isPresent()
                            && labels.get(i + 1).isPresent()
                    ? joined(
                            old.get(i),
                            labels.get(i).get(),
                            old.get(i + 1),
                            labels.get(i + 1).get())
                    : Optional.empty();
            rows.add(both.orElse(old.get(i)));
            i += both.isPresent() ? 1 : 0;
        }
        return rows.size() == old.size() ? grid : new Grid(rows, grid.locator(), grid.rectangular());
    }

    private static Optional<GridRow> joined(GridRow upper, GridCell above, GridRow lower, GridCell below) {
        if (above.column() != below.column()) {
            return Optional.empty();
        }
        String text = above.text() + below.text();
        boolean known = Labels.TABLE3
                .exactRow(Wording.core(text))
                .filter(label -> label.is("row"))
                .isPresent();
        if (!known) {
            return Optional.empty();
        }
        if (isAlone(upper, above)) {
            return Optional.of(with(lower, below, text));
        }
        return isAlone(lower, below) ? Optional.of(with(upper, above, text)) : Optional.empty();
    }

    /** The deepest cell of a row that begins with a letter and is no label of the form. */
    private static Optional<GridCell> label(GridRow row) {
        GridCell last = null;
        for (GridCell cell : row.cells()) {
            if (!cell.continued() && !cell.tall() && cell.text().codePoints().anyMatch(Character::isIdeographic)) {
                last = cell;
            }
        }
        return Optional.ofNullable(last)
                .filter(cell -> Labels.TABLE3.row(cell.text()).isEmpty())
                .filter(cell -> Labels.TABLE3.column(cell.text()).isEmpty());
    }

    private static boolean isAlone(GridRow row, GridCell label) {
        return row.cells().stream().allMatch(cell -> cell == label || cell.isEmpty() || cell.continued());
    }

    private static GridRow with(GridRow row, GridCell label, String text) {
        List<GridCell> cells = row.cells().stream()
                .map(cell -> cell == label
                        ? new GridCell(text, cell.column(), cell.span(), false, false, cell.locator())
                        : cell)
                .toList();
        return new GridRow(cells, row.locator(), row.sound());
    }
}
