package org.annals.parse;

import java.util.Map;
import org.annals.report.Cell;
import org.annals.report.CellValue;

/** How a report prints nothing: as a zero, or as an empty cell. A blank in a report that prints its zeros is odd, and may be a cell that was lost. */
final class ZeroHabit {
    private static final int FEWEST_BLANKS = 10;

    private ZeroHabit() {}

    /** Whether cells are left empty throughout, and no zero stands in any of them. */
    static boolean leavesBlank(Map<String, Cell> cells) {
        int blanks = 0;
        for (Cell cell : cells.values()) {
            if (cell.value().number().filter(value -> value.signum() == 0).isPresent()) {
                return false;
            }
            blanks += cell.value() instanceof CellValue.Blank && cell.raw().isEmpty() ? 1 : 0;
        }
        return blanks >= FEWEST_BLANKS;
    }
}
