package org.annals.parse;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.annals.report.Cell;
import org.annals.report.CellValue;

/**
 * What must agree in table 3 as it was read: the form's own sums down a column and across a row. They never make a value here; they tell where the
 * layout may have misled. Blanks count as nothing.
 */
final class Sums3 {
    static final int TOTAL = Header3.OFFICIAL.size() - 1;

    private static final String RESULTS = "result_total";
    private static final Set<String> FLOWS = Set.of("new", "carried_in", RESULTS, "carried_out");

    /** The cells of each row in the order of the form, null for those that were not read. */
    private final Map<String, Cell[]> cells = new LinkedHashMap<>();

    /** @param rows the codes of the rows that were read */
    Sums3(Set<String> rows, Map<String, Cell> read) {
        for (String row : rows) {
            cells.put(row, FormRows.codes3(row).stream().map(read::get).toArray(Cell[]::new));
        }
    }

    /** Row codes in the order in which the rows were read. */
    List<String> rows() {
        return List.copyOf(cells.keySet());
    }

    Optional<BigDecimal> number(String row, int column) {
        return cell(row, column).flatMap(cell -> cell.value().number());
    }

    boolean isBlank(String row, int column) {
        Optional<Cell> cell = cell(row, column);
        return cell.isPresent() && cell.get().value() instanceof CellValue.Blank;
    }

    /** Whether the cell holds nothing at all, not even a dash. */
    boolean isEmpty(String row, int column) {
        return isBlank(row, column)
                && cell(row, column).filter(cell -> cell.raw().isEmpty()).isPresent();
    }

    /** The row's values with blanks as nothing; empty where one of them is unreadable. */
    Optional<List<BigDecimal>> values(String row) {
        List<BigDecimal> values = new ArrayList<>();
        for (int column = 0; column <= TOTAL; column++) {
            Optional<BigDecimal> value = operand(row, column);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            values.add(value.get());
        }
        return Optional.of(values);
    }

    /** Whether other rows print zeros in the column, so that a blank in it is no way of writing one. */
    boolean printsZeros(int column) {
        return cells.keySet().stream()
                        .filter(row -> number(row, column)
                                .filter(value -> value.signum() == 0)
                                .isPresent())
                        .count()
                >= 2;
    }

    /** By how much the total exceeds the parts. */
    static BigDecimal excess(List<BigDecimal> values) {
        BigDecimal parts = values.subList(0, TOTAL).stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return values.get(TOTAL).subtract(parts);
    }

    /**
     * What the row would have to hold in the column for the column's sums to hold; empty where they cannot be reckoned, or two of them ask for different
     * values.
     */
    Optional<BigDecimal> asked(String row, int column) {
        Set<BigDecimal> asked = new LinkedHashSet<>();
        if (FLOWS.contains(row)) {
            byBalance(row, column).ifPresent(value -> asked.add(value.stripTrailingZeros()));
        }
        if (!FLOWS.contains(row) || row.equals(RESULTS)) {
            byResults(row, column).ifPresent(value -> asked.add(value.stripTrailingZeros()));
        }
        return asked.size() == 1 ? asked.stream().findFirst() : Optional.empty();
    }

    /** Whether a sum down the column, of which the row is a part, does not hold. */
    boolean fails(String row, int column) {
        Optional<BigDecimal> is = operand(row, column);
        if (is.isEmpty()) {
            return false;
        }
        boolean flow = FLOWS.contains(row) && differ(byBalance(row, column), is);
        boolean result = (!FLOWS.contains(row) || row.equals(RESULTS)) && differ(byResults(row, column), is);
        return flow || result;
    }

    /** Whether a sum down the column can be reckoned, and none of those that the row is a part of fails. */
    boolean holds(String row, int column) {
        return asked(row, column).isPresent() && !fails(row, column);
    }

    /** Whether every sum of the table can be reckoned and holds: then nothing stands beside its place. */
    boolean allHold() {
        for (int column = 0; column <= TOTAL; column++) {
            if (!holds(RESULTS, column)) {
                return false;
            }
        }
        return cells.keySet().stream()
                .allMatch(row -> values(row)
                        .filter(values -> excess(values).signum() == 0)
                        .isPresent());
    }

    /** By: new + carried in = total of results + carried out. */
    private Optional<BigDecimal> byBalance(String row, int column) {
        BigDecimal sum = BigDecimal.ZERO;
        for (String flow : FLOWS) {
            if (!flow.equals(row)) {
                Optional<BigDecimal> value = operand(flow, column);
                if (value.isEmpty() || isLost(flow, column)) {
                    return Optional.empty();
                }
                boolean coming = flow.equals("new") || flow.equals("carried_in");
                sum = coming ? sum.add(value.get()) : sum.subtract(value.get());
            }
        }
        boolean coming = row.equals("new") || row.equals("carried_in");
        return Optional.of(coming ? sum.negate() : sum);
    }

    /** By: the total of results is the sum of all of them. */
    private Optional<BigDecimal> byResults(String row, int column) {
        Optional<BigDecimal> total = isLost(RESULTS, column) ? Optional.empty() : operand(RESULTS, column);
        BigDecimal sum = BigDecimal.ZERO;
        for (String result : cells.keySet()) {
            if (!FLOWS.contains(result) && !result.equals(row)) {
                Optional<BigDecimal> value = operand(result, column);
                if (value.isEmpty()) {
                    return Optional.empty();
                }
                sum = sum.add(value.get());
            }
        }
        BigDecimal results = sum;
        return row.equals(RESULTS) ? Optional.of(results) : total.map(all -> all.subtract(results));
    }

    /** Whether the total of results, printed for others, is missing: no nothing, but a cell that was lost. */
    private boolean isLost(String row, int column) {
        return row.equals(RESULTS) && isEmpty(row, column) && number(row, TOTAL).isPresent();
    }

    private static boolean differ(Optional<BigDecimal> a, Optional<BigDecimal> b) {
        return a.isPresent() && b.isPresent() && a.get().compareTo(b.get()) != 0;
    }

    private Optional<BigDecimal> operand(String row, int column) {
        return isBlank(row, column) ? Optional.of(BigDecimal.ZERO) : number(row, column);
    }

    private Optional<Cell> cell(String row, int column) {
        Cell[] own = cells.get(row);
        return own == null ? Optional.empty() : Optional.ofNullable(own[column]);
    }

    static String field(String row, int column) {
        return FormRows.codes3(row).get(column);
    }
}
