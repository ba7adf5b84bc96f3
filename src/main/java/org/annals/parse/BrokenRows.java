package org.annals.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.annals.document.GridCell;

/**
 * A label of table 3 broken over two rows of the grid, as at the foot of a page: one row holds nothing but a piece of it, the other the rest and all values.
 * Put together only where the two are exactly a label of the form and neither piece is one.
 */
final class BrokenRows {
    private BrokenRows() {}

    static Table joined(Table grid) {
        List<TableRow> rows = new ArrayList<>();
        List<TableRow> old = grid.rows();
        List<Optional<TableCell>> labels = old.stream().map(BrokenRows::label).toList();
        for (int i = 0; i < old.size(); i++) {
            Optional<TableRow> both = i + 1 < old.size()
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
        return rows.size() == old.size() ? grid : new Table(rows, grid.locator(), grid.rectangular());
    }

    private static Optional<TableRow> joined(TableRow upper, TableCell above, TableRow lower, TableCell below) {
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
    private static Optional<TableCell> label(TableRow row) {
        TableCell last = null;
        for (TableCell cell : row.cells()) {
            if (!cell.continued() && !cell.tall() && cell.hasLetter() && isChinese(cell.text())) {
                last = cell;
            }
        }
        boolean known =
                last == null || last.row3().isPresent() || last.column3().isPresent();
        return known ? Optional.empty() : Optional.of(last);
    }

    private static boolean isChinese(String text) {
        for (int i = 0, c; i < text.length(); i += Character.charCount(c)) {
            c = text.codePointAt(i);
            if (Character.isIdeographic(c)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAlone(TableRow row, TableCell label) {
        return row.cells().stream().allMatch(cell -> cell == label || cell.isEmpty() || cell.continued());
    }

    private static TableRow with(TableRow row, TableCell label, String text) {
        List<TableCell> cells = row.cells().stream()
                .map(cell -> cell == label
                        ? new TableCell(new GridCell(text, cell.column(), cell.span(), false, false, cell.locator()))
                        : cell)
                .toList();
        return new TableRow(cells, row.locator(), row.sound());
    }
}
