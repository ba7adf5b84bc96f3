package org.annals.parse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.annals.report.Cell;
import org.annals.report.CellValue;
import org.annals.report.Generation;

/**
 * Rows of tables 2 and 3 under labels that no dictionary has. Where such rows stand in the place of rows of the form that were not found, those are printed,
 * though nobody can be certain of it: their cells are unreadable and not absent. A row in whose place nothing is printed stays absent.
 */
final class UnknownRows {
    /** A note or a total in words has fewer cells behind its first. */
    private static final int FEWEST_CELLS3 = 3;

    private static final int ROW3 = 7;

    private final int table;
    private final Map<String, List<String>> fields;
    private final List<String> order;
    private final Map<String, Cell> read;
    private final List<String> warnings;
    private final Map<String, Cell> found = new LinkedHashMap<>();
    /** Place in the form of the last row that was known. */
    private int last = -1;

    private final List<Unknown> run = new ArrayList<>();

    /** A row with values behind a label that is not known. */
    private record Unknown(String label, String raw, String locator) {}

    private UnknownRows(int table, Map<String, Cell> read, Generation generation, List<String> warnings) {
        this.table = table;
        this.read = read;
        this.warnings = warnings;
        this.fields = FormRows.of(generation, table);
        this.order = List.copyOf(fields.keySet());
    }

    /**
     * The cells of such rows.
     *
     * @param read what the readers of the tables found
     */
    static Map<String, Cell> in(
            List<Table> grids, Map<String, Cell> read, Generation generation, List<String> warnings) {
        Map<String, Cell> found = new LinkedHashMap<>();
        for (int table : List.of(2, 3)) {
            UnknownRows rows = new UnknownRows(table, read, generation, warnings);
            if (rows.order.stream().noneMatch(rows::isMissing)) {
                continue;
            }
            grids.stream()
                    .filter(grid -> grid.rows().stream()
                            .anyMatch(row -> !isHead(row) && rows.known(row).isPresent()))
                    .forEach(rows::grid);
            if (rows.last >= 0) {
                rows.close(rows.order.size());
            }
            found.putAll(rows.found);
        }
        return found;
    }

    /** Heads hold words, as 总计, that rows are called by too. */
    private static boolean isHead(TableRow row) {
        return row.isHead3() || row.isHead4();
    }

    private void grid(Table grid) {
        boolean inside = true;
        for (TableRow row : grid.rows()) {
            boolean otherTable = row.isHead4() || table == 2 && row.isHead3();
            inside = !otherTable && (inside || row.isHead3());
            boolean head = isHead(row);
            Optional<String> known = head ? Optional.empty() : known(row);
            if (known.isPresent() && order.contains(known.get())) {
                int at = order.indexOf(known.get());
                close(at);
                last = at;
                inside = true;
            } else if (inside && known.isEmpty() && !head) {
                unknown(row).ifPresent(run::add);
            }
        }
    }

    /** The code of the row of the form. */
    private Optional<String> known(TableRow row) {
        if (table == 3) {
            List<Row3> rows = row.rows3();
            return rows.isEmpty()
                    ? Optional.empty()
                    : Optional.of(rows.get(rows.size() - 1).code());
        }
        return row.cells().stream()
                .filter(cell -> !cell.continued())
                .flatMap(cell -> cell.row2().stream())
                .map(Label::code)
                .findFirst();
    }

    private Optional<Unknown> unknown(TableRow row) {
        List<TableCell> cells =
                row.cells().stream().filter(cell -> !cell.continued()).toList();
        int at = 0;
        String label = "";
        while (at < cells.size() && (label.isEmpty() || !isValue(cells.get(at)))) {
            label = isValue(cells.get(at)) ? label : cells.get(at).text();
            at++;
        }
        Labels labels = table == 2 ? Labels.TABLE2 : Labels.TABLE3;
        boolean named = Wording.hasLetter(label) && labels.row(label).isEmpty();
        Tail tail = new Tail(cells.subList(at, cells.size()));
        boolean values = tail.cells().stream().anyMatch(cell -> !cell.isEmpty() && isValue(cell));
        boolean filled = table == 2 ? values : values && tail.size() >= FEWEST_CELLS3 || tail.size() >= ROW3;
        return named && filled ? Optional.of(new Unknown(label, RowCells.raw(cells), row.locator())) : Optional.empty();
    }

    private static boolean isValue(TableCell cell) {
        return cell.isEmpty()
                || !(cell.count() instanceof CellValue.Unreadable)
                || Character.isDigit(cell.text().charAt(0)) && !Wording.isNumbered(cell.text());
    }

    /** Gives the unknown rows since the last known one to the rows of the form that are missing between it and the next. */
    private void close(int next) {
        List<String> missing = last + 1 < next
                ? order.subList(last + 1, next).stream().filter(this::isMissing).toList()
                : List.of();
        for (int i = 0; i < missing.size() && !run.isEmpty(); i++) {
            String row = "t" + table + "." + missing.get(i);
            Unknown unknown = run.get(missing.size() == run.size() ? i : 0);
            String reason = "may be the row under a label that is not known: " + unknown.label();
            warnings.add(row + ": " + reason + " (" + unknown.locator() + ")");
            Cell cell = new Cell(new CellValue.Unreadable(reason), unknown.raw(), unknown.locator());
            fields.get(missing.get(i)).forEach(code -> found.put(code, cell));
        }
        run.clear();
    }

    private boolean isMissing(String row) {
        String prefix = "t" + table + "." + row + ".";
        return fields.get(row).stream().noneMatch(read::containsKey)
                && read.keySet().stream().noneMatch(code -> code.startsWith(prefix));
    }
}
