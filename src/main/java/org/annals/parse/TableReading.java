package org.annals.parse;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.annals.report.Cell;
import org.annals.report.CellValue;

/**
 * What was read of one statutory table. A field that is met twice with different contents is unreadable: nobody can tell which row is meant.
 */
final class TableReading {
    private final Map<String, Cell> cells = new LinkedHashMap<>();
    private final List<String> warnings;

    TableReading(List<String> warnings) {
        this.warnings = warnings;
    }

    Map<String, Cell> cells() {
        return cells;
    }

    void put(String field, Cell cell) {
        Cell before = cells.get(field);
        if (before == null) {
            cells.put(field, cell);
        } else if (!before.value().equals(cell.value())) {
            String reason = "printed twice and not alike, also at " + cell.locator();
            warn(field, reason, before.locator());
            cells.put(field, new Cell(new CellValue.Unreadable(reason), before.raw(), before.locator()));
        }
    }

    /** Takes back what was read of a field. */
    void doubt(String field, String reason) {
        Cell cell = cells.get(field);
        if (cell != null) {
            cells.put(field, new Cell(new CellValue.Unreadable(reason), cell.raw(), cell.locator()));
        }
    }

    void warn(String what, String reason, String locator) {
        warnings.add(what + ": " + reason + " (" + locator + ")");
    }

    private static String says(Cell cell) {
        return cell.value().state();
    }
}
