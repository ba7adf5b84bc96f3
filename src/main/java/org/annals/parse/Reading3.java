package org.annals.parse;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.annals.report.Cell;
import org.annals.report.CellValue;

/** What was read of table 3, row by row, and what was taken back. */
final class Reading3 {
    private final TableReading reading;
    /** Rows with a cell that was read, or was to be. */
    private final Set<String> written = new LinkedHashSet<>();

    Reading3(List<String> warnings) {
        this.reading = new TableReading(warnings);
    }

    Map<String, Cell> cells() {
        return reading.cells();
    }

    /** What was read, and not taken back. */
    Sums3 sums() {
        return new Sums3(written, reading.cells());
    }

    void warn(String reason, String locator) {
        reading.warn("t3", reason, locator);
    }

    void write(Row3 row, List<String> columns, List<TableCell> cells) {
        written.add(row.code());
        List<String> codes = FormRows.codes3(row.code());
        boolean several = cells.stream().anyMatch(cell -> RowCells.holdsSeveral(cell.text()));
        Optional<List<String>> mended = several ? mended(row, columns, cells) : Optional.empty();
        boolean merged = several && mended.isEmpty();
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).equals(Header3.UNKNOWN)) {
                continue;
            }
            String field = codes.get(Header3.OFFICIAL.indexOf(columns.get(i)));
            TableCell cell = cells.get(i);
            CellValue value = mended.isPresent()
                    ? NumberReader.read(mended.get().get(Header3.OFFICIAL.indexOf(columns.get(i))), Measure.COUNT, "")
                    : RowCells.value(cell, Measure.COUNT, "", merged);
            if (value instanceof CellValue.Unreadable unreadable) {
                reading.warn(field, unreadable.reason(), cell.locator());
            }
            reading.put(field, new Cell(value, cell.text(), cell.locator()));
        }
        int strange = columns.indexOf(Header3.UNKNOWN);
        if (strange >= 0) {
            CellValue value = new CellValue.Unreadable("stands under a name that the form does not have, if anywhere");
            Cell cell = new Cell(
                    value, cells.get(strange).text(), cells.get(strange).locator());
            for (int i = 0; i < codes.size(); i++) {
                if (!columns.contains(Header3.OFFICIAL.get(i))) {
                    reading.put(codes.get(i), cell);
                }
            }
        }
    }

    /** The texts of the row in the order of the form, where a number in it is broken and the row's sum tells so. */
    private Optional<List<String>> mended(Row3 row, List<String> columns, List<TableCell> cells) {
        if (columns.size() != Header3.OFFICIAL.size() || !columns.containsAll(Header3.OFFICIAL)) {
            return Optional.empty();
        }
        List<TableCell> ordered = Header3.OFFICIAL.stream()
                .map(column -> cells.get(columns.indexOf(column)))
                .toList();
        int last = ordered.size() - 1;
        Optional<List<String>> mended = BrokenNumbers.mended(ordered.subList(0, last), ordered.get(last));
        if (mended.isPresent()) {
            reading.warn(
                    "t3." + row.code(),
                    "a number broken in two was put together, since the row then adds up",
                    row.row().locator());
        }
        return mended;
    }

    void takeBack(String row, String reason) {
        List<String> codes = FormRows.codes3(row);
        Cell first = reading.cells().get(codes.get(0));
        reading.warn("t3." + row, reason, first == null ? "" : first.locator());
        codes.forEach(code -> reading.doubt(code, reason));
    }

    void takeBackAll(String reason) {
        reading.warn("t3", reason, reading.cells().values().iterator().next().locator());
        List.copyOf(reading.cells().keySet()).forEach(field -> reading.doubt(field, reason));
    }

    void takeBackOne(String field, String reason) {
        reading.warn(field, reason, reading.cells().get(field).locator());
        reading.doubt(field, reason);
    }

    void doubt(Row3 row, String reason) {
        reading.warn("t3." + row.code(), "the row " + reason, row.row().locator());
        String raw = RowCells.raw(row.tail().cells());
        written.add(row.code());
        Cell cell = new Cell(
                new CellValue.Unreadable("the row " + reason), raw, row.row().locator());
        FormRows.codes3(row.code()).forEach(code -> reading.put(code, cell));
    }
}
