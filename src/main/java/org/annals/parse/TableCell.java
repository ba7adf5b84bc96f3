package org.annals.parse;

import java.util.Optional;
import org.annals.document.GridCell;
import org.annals.report.CellValue;

/** A cell of a table with what its text says, read once for all steps that ask. */
final class TableCell {
    private final GridCell cell;
    private final Meaning meaning;
    private final boolean empty;
    /** The text as a number of things, once it was asked for. */
    private CellValue count;

    TableCell(GridCell cell) {
        this(cell, Meaning.of(cell.text()));
    }

    private TableCell(GridCell cell, Meaning meaning) {
        this.cell = cell;
        this.meaning = meaning;
        this.empty = cell.isEmpty();
    }

    /** The same cell over other columns. */
    TableCell over(int column, int span, boolean continued) {
        return new TableCell(new GridCell(text(), column, span, false, continued, locator()), meaning);
    }

    String text() {
        return cell.text();
    }

    int column() {
        return cell.column();
    }

    int span() {
        return cell.span();
    }

    /** The first grid column behind the cell. */
    int end() {
        return cell.end();
    }

    boolean tall() {
        return cell.tall();
    }

    boolean continued() {
        return cell.continued();
    }

    String locator() {
        return cell.locator();
    }

    boolean isEmpty() {
        return empty;
    }

    boolean hasLetter() {
        return meaning.hasLetter();
    }

    Optional<Label> row2() {
        return meaning.row2();
    }

    Optional<Label> row3() {
        return meaning.row3();
    }

    Optional<Label> column2() {
        return meaning.column2();
    }

    Optional<Label> column3() {
        return meaning.column3();
    }

    Optional<Label> name3() {
        return meaning.name3();
    }

    Optional<Label> column4() {
        return meaning.column4();
    }

    /** What the cell says where it can only be a whole number of things. */
    CellValue count() {
        if (count == null) {
            count = NumberReader.read(cell.text(), Measure.COUNT, "");
        }
        return count;
    }
}
