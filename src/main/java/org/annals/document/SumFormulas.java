package org.annals.document;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;

/**
 * Whether the 0 stored as result of a formula in an XLS file was calculated. Programs that write such files without a calculator store 0, which nobody
 * counted. A sum is believed if all that it adds is 0 too; other formulas are not.
 */
final class SumFormulas {
    private static final String CELL = "\\$?[A-Z]{1,2}\\$?[1-9]\\d{0,4}";
    private static final Pattern SUM = Pattern.compile("(?:SUM\\()?(?:" + CELL + "[:+,-]){0,60}" + CELL + "\\)?");
    private static final Pattern RANGE = Pattern.compile(CELL + "(?::" + CELL + ")?");
    private static final int MOST_CELLS = 500;
    private static final int DEEPEST = 3;

    private SumFormulas() {}

    static boolean isCalculated(Cell cell) {
        return isCalculated(cell, 0);
    }

    private static boolean isCalculated(Cell cell, int depth) {
        if (cell.getCachedFormulaResultType() != CellType.NUMERIC || cell.getNumericCellValue() != 0) {
            return true;
        }
        String formula = cell.getCellFormula().replace("$", "");
        if (depth > DEEPEST || !SUM.matcher(formula).matches()) {
            return false;
        }
        int left = MOST_CELLS;
        Matcher ranges = RANGE.matcher(formula);
        while (ranges.find()) {
            CellRangeAddress range = CellRangeAddress.valueOf(ranges.group());
            left -= Math.max(range.getNumberOfCells(), 1);
            if (left < 0 || !allZero(range, cell, depth)) {
                return false;
            }
        }
        return true;
    }

    private static boolean allZero(CellRangeAddress range, Cell sum, int depth) {
        for (CellAddress address : range) {
            Row row = sum.getSheet().getRow(address.getRow());
            Cell part = row == null ? null : row.getCell(address.getColumn());
            if (part != null && !isZero(part, depth)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isZero(Cell part, int depth) {
        return switch (part.getCellType()) {
            case NUMERIC -> part.getNumericCellValue() == 0;
            case FORMULA ->
                part.getCachedFormulaResultType() == CellType.NUMERIC
                        && part.getNumericCellValue() == 0
                        && isCalculated(part, depth + 1);
            default -> true; // what is no number adds nothing
        };
    }
}
