package org.annals.parse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import org.annals.report.Cell;
import org.annals.report.CellValue;

/**
 * Rows of table 2 that look sound beside rows that do not. A row that holds something else than numbers may have lost a cell between two that ran together;
 * where most rows lost one, whole columns may be gone, and a row of the right length has got another cell in its place.
 */
final class Neighbours2 {
    static final String REASON = "stands beside cells or rows that lost a value, and may have moved";

    private static final int FEWEST = 3;
    private static final Pattern SEVERAL = Pattern.compile(".*[0-9][^0-9.,]+[0-9].*|0[0-9]+");

    /** A row with two values and more: how it was found. */
    private record Row(int columns, boolean isShort, boolean inDoubt) {}

    private final Map<String, Row> rows = new LinkedHashMap<>();

    /**
     * Takes note of a row.
     *
     * @param code of the row
     * @param columns that its head names
     * @param cells behind its label
     * @param inDoubt whether it was not read
     */
    void met(String code, int columns, int cells, boolean inDoubt) {
        if (columns > 1) {
            rows.put(code, new Row(columns, cells < columns, inDoubt));
        }
    }

    /**
     * The rows to be taken back.
     *
     * @param columnsOfTheForm how many columns a row has on the form
     */
    List<String> doubtful(Map<String, Cell> read, ToIntFunction<String> columnsOfTheForm) {
        boolean mostShort = isMost(rows.values().stream().filter(Row::isShort).count());
        boolean mostInDoubt = isMost(rows.values().stream().filter(Row::inDoubt).count());
        List<String> doubtful = new ArrayList<>();
        rows.forEach((code, row) -> {
            List<Cell> cells = read.entrySet().stream()
                    .filter(cell -> cell.getKey().startsWith("t2." + code + "."))
                    .map(Map.Entry::getValue)
                    .toList();
            boolean blank = cells.stream().anyMatch(cell -> cell.value() instanceof CellValue.Blank)
                    && cells.stream().anyMatch(cell -> !(cell.value() instanceof CellValue.Blank));
            boolean room = blank || row.columns() < columnsOfTheForm.applyAsInt(code);
            boolean ranTogether = room && cells.stream().anyMatch(Neighbours2::holdsSeveral);
            if (!row.inDoubt() && (mostShort || mostInDoubt && blank || ranTogether)) {
                doubtful.add(code);
            }
        });
        return doubtful;
    }

    private boolean isMost(long count) {
        return count >= FEWEST && count * 2 > rows.size();
    }

    private static boolean holdsSeveral(Cell cell) {
        return cell.value() instanceof CellValue.Unreadable
                && (SEVERAL.matcher(Wording.squeeze(cell.raw())).matches()
                        || Labels.TABLE2.row(cell.raw()).isPresent()
                        || cell.raw().contains("二十条"));
    }
}
