package org.annals.parse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import org.annals.report.Cell;
import org.annals.report.CellValue;

/**
 * Rows of table 2 that look sound beside rows that do not. A row that holds something else than numbers may have lost a cell between two that ran together;
 * where most rows lost one, or hold one too many, whole columns may be gone or have come in, and a row of the right length has others in their place.
 */
final class Neighbours2 {
    static final String REASON = "stands beside cells or rows that lost a value, and may have moved";

    private static final int FEWEST = 3;
    private static final Pattern SEVERAL = Pattern.compile(".*[0-9][^0-9.,]+[0-9].*|0[0-9]+");

    /** How a row was found. */
    private record Row(int columns, boolean isShort, boolean isCrowded, boolean inDoubt) {}

    private final Map<String, Row> rows = new LinkedHashMap<>();

    /**
     * Takes note of a row.
     *
     * @param code of the row
     * @param columns that its head names
     * @param tail what is behind its label
     * @param inDoubt whether it was not read
     */
    void met(String code, int columns, Tail tail, boolean inDoubt) {
        rows.put(code, new Row(columns, tail.size() < columns, tail.occupied() > columns, inDoubt));
    }

    /**
     * The rows to be taken back.
     *
     * @param columnsOfTheForm how many columns a row has on the form
     */
    List<String> doubtful(Map<String, Cell> read, ToIntFunction<String> columnsOfTheForm) {
        List<Row> all = List.copyOf(rows.values());
        List<Row> wide = all.stream().filter(row -> row.columns() > 1).toList();
        boolean moved = isMost(wide, Row::isShort) || isMost(all, Row::isCrowded);
        boolean mostInDoubt = isMost(wide, Row::inDoubt);
        List<String> doubtful = new ArrayList<>();
        rows.forEach((code, row) -> {
            List<Cell> cells = read.entrySet().stream()
                    .filter(cell -> cell.getKey().startsWith("t2." + code + "."))
                    .map(Map.Entry::getValue)
                    .toList();
            boolean blank = cells.stream().anyMatch(cell -> cell.value() instanceof CellValue.Blank)
                    && cells.stream().anyMatch(cell -> !(cell.value() instanceof CellValue.Blank));
            boolean room = blank || row.columns() < columnsOfTheForm.applyAsInt(code);
            boolean ranTogether = room && cells.stream().anyMatch(Neighbours2::holdsSeveral)
                    || cells.stream().anyMatch(Neighbours2::holdsLabel);
            if (!row.inDoubt() && (moved || row.columns() > 1 && (mostInDoubt && blank || ranTogether))) {
                doubtful.add(code);
            }
        });
        return doubtful;
    }

    private static boolean isMost(List<Row> rows, Predicate<Row> what) {
        long count = rows.stream().filter(what).count();
        return count >= FEWEST && count * 2 > rows.size();
    }

    private static boolean holdsSeveral(Cell cell) {
        return cell.value() instanceof CellValue.Unreadable
                && SEVERAL.matcher(Wording.squeeze(cell.raw())).matches();
    }

    /** Whether what follows the row stands where its value belongs. */
    private static boolean holdsLabel(Cell cell) {
        return cell.value() instanceof CellValue.Unreadable
                && (Labels.TABLE2.row(cell.raw()).isPresent() || cell.raw().contains("二十条"));
    }
}
