package org.annals.parse;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.annals.report.Cell;
import org.annals.report.CellValue;

/**
 * Rows of table 3 that look sound among rows that do not. Where most rows with an empty cell at the same end are in doubt, whole columns may have moved, and
 * no row of that shape is believed: one value and zeros add up a cell aside as well.
 */
final class SpreadDoubt3 {
    static final String REASON = "the row has its blank where most rows in doubt have theirs";

    private static final int FEWEST = 2;
    private static final int COLUMNS = Header3.OFFICIAL.size();

    private SpreadDoubt3() {}

    /**
     * The codes of the rows to be doubted.
     *
     * @param rows as they stand in the document
     * @param read what was read of them
     */
    static Set<String> in(List<Row3> rows, Map<String, Cell> read) {
        Set<String> doubtful = new LinkedHashSet<>();
        for (boolean atFront : new boolean[] {true, false}) {
            List<Row3> alike =
                    rows.stream().filter(row -> isBlankAtEnd(row, atFront)).toList();
            long lost = alike.stream().filter(row -> isUnreadable(row, read)).count();
            List<Row3> others =
                    alike.stream().filter(row -> !isUnreadable(row, read)).toList();
            long sound = others.stream().filter(SpreadDoubt3::tells).count();
            if (lost >= FEWEST && lost > sound) {
                others.forEach(row -> doubtful.add(row.code()));
            }
        }
        return doubtful;
    }

    /** Whether the first or last place of the row is empty, and others are not. */
    private static boolean isBlankAtEnd(Row3 row, boolean atFront) {
        Tail tail = row.tail();
        return tail.size() >= COLUMNS
                && tail.occupied() > 0
                && tail.cells()
                        .get(atFront ? tail.size() - COLUMNS : tail.size() - 1)
                        .isEmpty();
    }

    private static boolean isUnreadable(Row3 row, Map<String, Cell> read) {
        return FormRows.codes3(row.code()).stream()
                .map(read::get)
                .allMatch(cell -> cell != null && cell.value() instanceof CellValue.Unreadable);
    }

    private static boolean tells(Row3 row) {
        return row.tail().cells().stream().anyMatch(cell -> number(cell).signum() != 0);
    }

    private static BigDecimal number(TableCell cell) {
        return cell.count().number().orElse(BigDecimal.ZERO);
    }
}
