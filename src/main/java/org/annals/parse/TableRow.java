package org.annals.parse;

import java.util.ArrayList;
import java.util.List;
import org.annals.document.GridRow;

/** A row of a table with what its labels make of it, read once for all steps that ask. */
final class TableRow {
    private final List<TableCell> cells;
    private final String locator;
    private final boolean sound;
    private final boolean head3;
    private final boolean head4;
    private final Row2 kind2;
    private final List<Row3> rows3;

    /** @param sound false where spans overlap or leave holes */
    TableRow(List<TableCell> cells, String locator, boolean sound) {
        this.cells = List.copyOf(cells);
        this.locator = locator;
        this.sound = sound;
        this.head3 = Header3.isPart(this.cells);
        this.head4 = Header4.isPart(this.cells);
        this.kind2 = Row2.of(this.cells);
        this.rows3 = Row3.in(this);
    }

    static TableRow of(GridRow row) {
        List<TableCell> cells = new ArrayList<>(row.cells().size());
        row.cells().forEach(cell -> cells.add(new TableCell(cell)));
        return new TableRow(cells, row.locator(), row.sound());
    }

    List<TableCell> cells() {
        return cells;
    }

    String locator() {
        return locator;
    }

    boolean sound() {
        return sound;
    }

    /** Number of grid columns that the row fills. */
    int width() {
        return cells.isEmpty() ? 0 : cells.get(cells.size() - 1).end();
    }

    /** What it is to table 2. */
    Row2 kind2() {
        return kind2;
    }

    /** Whether it belongs to the head of table 3. */
    boolean isHead3() {
        return head3;
    }

    /** Whether it belongs to the head of table 4. */
    boolean isHead4() {
        return head4;
    }

    /** The rows of table 3 in it: usually one or none, two where a line break was lost. */
    List<Row3> rows3() {
        return rows3;
    }
}
