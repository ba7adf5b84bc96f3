package org.annals.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.annals.check.CheckResult.Status;
import org.annals.report.Field;
import org.annals.report.Fields;
import org.annals.report.Generation;
import org.annals.report.Report;

/**
 * Runs every check that the report's generation has. A check never changes a value, and one with an operand that is no number is skipped: a blank is not
 * zero.
 *
 * <ul>
 *   <li>{@code t3.row}: the six kinds of applicants add up to the total of the row
 *   <li>{@code t3.balance}: new + carried in = results + carried out, as the corner of the form says
 *   <li>{@code t3.result_sum}: the kinds of results add up to their total
 *   <li>{@code t4.row}: the four outcomes add up to the total of the block
 * </ul>
 */
public final class Checks {
    private static final String TOTAL = "total";
    private static final String RESULT_TOTAL = "result_total";
    private static final Set<String> NO_RESULTS = Set.of("new", "carried_in", RESULT_TOTAL, "carried_out");

    private Checks() {}

    public static List<CheckResult> run(Report report) {
        if (report.generation() == Generation.PRE2019) {
            return List.of();
        }
        List<CheckResult> results = new ArrayList<>();
        Set<String> rows = part(report, 3, 1);
        Set<String> columns = part(report, 3, 2);
        for (String row : rows) {
            results.add(total(report, "t3.row", row, "t3." + row, columns));
        }
        for (String column : columns) {
            results.add(balance(report, column));
            List<String> parts = rows.stream()
                    .filter(row -> !NO_RESULTS.contains(row))
                    .map(row -> cell(row, column))
                    .toList();
            results.add(
                    compare("t3.result_sum", column, sum(report, parts), value(report, cell(RESULT_TOTAL, column))));
        }
        for (String block : part(report, 4, 1)) {
            results.add(total(report, "t4.row", block, "t4." + block, part(report, 4, 2)));
        }
        return List.copyOf(results);
    }

    private static CheckResult balance(Report report, String column) {
        return compare(
                "t3.balance",
                column,
                sum(report, List.of(cell("new", column), cell("carried_in", column))),
                sum(report, List.of(cell(RESULT_TOTAL, column), cell("carried_out", column))));
    }

    private static CheckResult total(Report report, String code, String scope, String prefix, Set<String> columns) {
        List<String> parts = columns.stream()
                .filter(column -> !column.equals(TOTAL))
                .map(column -> prefix + "." + column)
                .toList();
        return compare(code, scope, sum(report, parts), value(report, prefix + "." + TOTAL));
    }

    private static CheckResult compare(
            String code, String scope, Optional<BigDecimal> expected, Optional<BigDecimal> actual) {
        if (expected.isEmpty() || actual.isEmpty()) {
            return new CheckResult(code, scope, Status.SKIP, Optional.empty(), Optional.empty());
        }
        boolean equal = expected.get().compareTo(actual.get()) == 0;
        return new CheckResult(code, scope, equal ? Status.PASS : Status.FAIL, expected, actual);
    }

    private static Optional<BigDecimal> sum(Report report, List<String> fields) {
        BigDecimal sum = BigDecimal.ZERO;
        for (String field : fields) {
            Optional<BigDecimal> value = value(report, field);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            sum = sum.add(value.get());
        }
        return Optional.of(sum);
    }

    private static Optional<BigDecimal> value(Report report, String field) {
        return report.cell(field).value().number();
    }

    private static String cell(String row, String column) {
        return "t3." + row + "." + column;
    }

    /** The rows (1) or columns (2) of a table, in the order of the form. */
    private static Set<String> part(Report report, int table, int index) {
        Set<String> parts = new LinkedHashSet<>();
        for (Field field : Fields.of(report.generation())) {
            if (field.table() == table) {
                parts.add(field.code().split("\\.")[index]);
            }
        }
        return parts;
    }
}
