package org.annals.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.annals.check.CheckResult.Status;

/** What adds up within tables 3 and 4, by the form itself. */
final class TableSums {
    private static final String RESULT_TOTAL = "result_total";
    private static final Set<String> NO_RESULTS = Set.of("new", "carried_in", RESULT_TOTAL, "carried_out");
    private static final BigDecimal TEN = BigDecimal.TEN;

    private TableSums() {}

    static List<CheckResult> run(Figures figures) {
        List<CheckResult> results = new ArrayList<>();
        Set<String> rows = figures.rows(3);
        Set<String> columns3 = figures.columns(3);
        Set<String> columns4 = figures.columns(4);
        for (String row : rows) {
            List<String> parts = parts("t3." + row, columns3);
            Optional<BigDecimal> total = figures.total(row);
            CheckResult sum = CheckResult.equal(CheckCode.T3_ROW, row, figures.sum(parts), total);
            results.add(sum);
            if (sum.status() == Status.FAIL) {
                results.add(splitDigit(row, figures, parts, total.orElseThrow()));
            }
        }
        for (String column : columns3) {
            results.add(CheckResult.equal(
                    CheckCode.T3_BALANCE,
                    column,
                    figures.sum(List.of(cell("new", column), cell("carried_in", column))),
                    figures.sum(List.of(cell(RESULT_TOTAL, column), cell("carried_out", column)))));
            List<String> parts = rows.stream()
                    .filter(row -> !NO_RESULTS.contains(row))
                    .map(row -> cell(row, column))
                    .toList();
            results.add(CheckResult.equal(
                    CheckCode.T3_RESULT_SUM, column, figures.sum(parts), figures.value(cell(RESULT_TOTAL, column))));
        }
        for (String block : figures.rows(4)) {
            results.add(CheckResult.equal(
                    CheckCode.T4_ROW,
                    block,
                    figures.sum(parts("t4." + block, columns4)),
                    figures.value("t4." + block + "." + Figures.TOTAL)));
        }
        return results;
    }

    /** Whether two neighbours of one digit each are one number that was cut in two: 1 and 2 for 12. */
    private static CheckResult splitDigit(String row, Figures figures, List<String> parts, BigDecimal total) {
        BigDecimal sum = figures.sum(parts).orElseThrow();
        for (int i = 0; i + 1 < parts.size(); i++) {
            BigDecimal first = figures.value(parts.get(i)).orElseThrow();
            BigDecimal second = figures.value(parts.get(i + 1)).orElseThrow();
            if (first.signum() > 0 && isDigit(first) && isDigit(second)) {
                // first and second become ten times first plus second
                BigDecimal joined = sum.subtract(first).add(first.multiply(TEN));
                if (joined.compareTo(total) == 0) {
                    return CheckResult.of(CheckCode.T3_SPLIT_DIGIT, row, Status.FAIL, joined, sum);
                }
            }
        }
        return CheckResult.of(CheckCode.T3_SPLIT_DIGIT, row, Status.PASS, sum, sum);
    }

    private static boolean isDigit(BigDecimal number) {
        return number.signum() >= 0 && number.compareTo(TEN) < 0 && isWhole(number);
    }

    static boolean isWhole(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0;
    }

    private static List<String> parts(String prefix, Set<String> columns) {
        return columns.stream()
                .filter(column -> !column.equals(Figures.TOTAL))
                .map(column -> prefix + "." + column)
                .toList();
    }

    private static String cell(String row, String column) {
        return "t3." + row + "." + column;
    }
}
