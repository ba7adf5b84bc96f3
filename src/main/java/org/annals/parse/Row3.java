package org.annals.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A row of table 3 anchored on its deepest label.
 *
 * @param code row code of the dictionary
 * @param sure false where other tables use the label too
 */
record Row3(String code, boolean sure, TableCell label, Tail tail, TableRow row) {
    /** The anchored rows in one row of a grid: usually one or none, two where a line break was lost. */
    static List<Row3> in(TableRow row) {
        List<Row3> found = new ArrayList<>();
        List<TableCell> cells = row.cells();
        int at = 0;
        while (at < cells.size()) {
            TableCell cell = cells.get(at);
            Optional<Label> label = cell.continued() ? Optional.empty() : cell.row3();
            int next = at + 1;
            List<TableCell> tail = new ArrayList<>();
            while (next < cells.size() && (label.isEmpty() || !endsTail(cells.get(next), tail))) {
                if (label.isEmpty()) {
                    break;
                }
                if (!isLabelFromAbove(cells.get(next))) {
                    tail.add(cells.get(next));
                }
                next++;
            }
            boolean parent = next < cells.size() && tail.stream().allMatch(TableCell::isEmpty);
            if (label.isPresent() && !label.get().is("group") && !parent) {
                boolean sure = label.get().is("row") || label.get().is("both");
                found.add(new Row3(label.get().code(), sure, cell, new Tail(tail), row));
            }
            at = next;
        }
        return found;
    }

    /** Whether a number stands behind the words of the label, in the same cell. */
    boolean labelHoldsNumber() {
        String text = label.text().strip();
        return !text.isEmpty() && Character.isDigit(text.charAt(text.length() - 1));
    }

    /** A label that reaches down into the row, where broken spans push the row's own label in front of it. */
    private static boolean isLabelFromAbove(TableCell cell) {
        return cell.continued() && cell.row3().isPresent();
    }

    /** Another label ends the values of the one before; a bare 其他 or 总计 among numbers is no label but a fault. */
    private static boolean endsTail(TableCell cell, List<TableCell> tail) {
        if (cell.continued() || cell.isEmpty()) {
            return false;
        }
        Optional<Label> label = cell.row3();
        return label.isPresent()
                && (!label.get().is("generic")
                        || Wording.isNumbered(cell.text())
                        || tail.stream().allMatch(TableCell::isEmpty));
    }
}
