package org.annals.report;

import java.util.Objects;

/**
 * One statutory cell of a report.
 *
 * @param raw the text as printed; empty where there is none
 * @param locator where in the document it stands, for people and programs, for example {@code line 23, cell 2}; empty for an absent cell
 */
public record Cell(CellValue value, String raw, String locator) {
    public static final Cell ABSENT = new Cell(new CellValue.Absent(), "", "");

    public Cell {
        Objects.requireNonNull(value);
        Objects.requireNonNull(raw);
        Objects.requireNonNull(locator);
    }
}
