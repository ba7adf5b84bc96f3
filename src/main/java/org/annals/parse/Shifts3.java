package org.annals.parse;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.annals.report.Cell;
import org.annals.report.CellValue;

/**
 * Rows of table 3 that moved by a cell and add up all the same: their first or last cell is blank where other rows print a zero, and columns do not add
 * up in which the row would hold another number if it were moved back.
 */
final class Shifts3 {
    private static final Set<String> FLOWS = Set.of("new", "carried_in", "result_total", "carried_out");

    private final Map<String, Cell> cells;
    private final Set<String> rows = new LinkedHashSet<>();

    private Shifts3(Map<String, Cell> cells) {
        this.cells = cells;
        cells.keySet().forEach(field -> rows.add(field.split("\\.")[1]));
    }

    /** The rows, among those of a table read, that may be shifted. */
    static List<String> in(Map<String, Cell> cells) {
        Shifts3 shifts = new Shifts3(cells);
        return shifts.rows.stream().filter(shifts::mayBeShifted).toList();
    }

    private boolean mayBeShifted(String row) {
        int last = Header3.OFFICIAL.size() - 1;
        return blankAmongZeros(row, 0) && failsWhereMoved(row, 1)
                || blankAmongZeros(row, last) && failsWhereMoved(row, -1);
    }

    private boolean blankAmongZeros(String row, int column) {
        String name = Header3.OFFICIAL.get(column);
        return isBlank(row, name)
                && rows.stream()
                                .filter(other -> number(other, name)
                                        .filter(value -> value.signum() == 0)
                                        .isPresent())
                                .count()
                        >= 2;
    }

    /** @param step where the number that belongs in a column would stand: one to the right, or one to the left */
    private boolean failsWhereMoved(String row, int step) {
        for (int i = 0; i < Header3.OFFICIAL.size(); i++) {
            int from = i + step;
            if (from >= 0 && from < Header3.OFFICIAL.size()) {
                String column = Header3.OFFICIAL.get(i);
                BigDecimal moved = number(row, Header3.OFFICIAL.get(from)).orElse(BigDecimal.ZERO);
                boolean other = moved.compareTo(number(row, column).orElse(BigDecimal.ZERO)) != 0;
                if (other && fails(row, column)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean fails(String row, String column) {
        boolean flow = FLOWS.contains(row)
                && differ(
                        sum(List.of("new", "carried_in"), column), sum(List.of("result_total", "carried_out"), column));
        List<String> results =
                rows.stream().filter(other -> !FLOWS.contains(other)).toList();
        boolean result = (!FLOWS.contains(row) || row.equals("result_total"))
                && differ(sum(results, column), sum(List.of("result_total"), column));
        return flow || result;
    }

    private static boolean differ(Optional<BigDecimal> a, Optional<BigDecimal> b) {
        return a.isPresent() && b.isPresent() && a.get().compareTo(b.get()) != 0;
    }

    /** Blanks count as nothing; empty where a number is unreadable or a row missing. */
    private Optional<BigDecimal> sum(List<String> of, String column) {
        BigDecimal sum = BigDecimal.ZERO;
        for (String row : of) {
            Optional<BigDecimal> number = number(row, column);
            if (number.isEmpty() && !isBlank(row, column)) {
                return Optional.empty();
            }
            sum = sum.add(number.orElse(BigDecimal.ZERO));
        }
        return Optional.of(sum);
    }

    private Optional<BigDecimal> number(String row, String column) {
        return Optional.ofNullable(cells.get("t3." + row + "." + column))
                .flatMap(cell -> cell.value().number());
    }

    private boolean isBlank(String row, String column) {
        Cell cell = cells.get("t3." + row + "." + column);
        return cell != null && cell.value() instanceof CellValue.Blank;
    }
}
