package org.annals.check;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.annals.check.CheckResult.Status;

/**
 * The checks of a version that may speak of one cell: those of its table whose scope is the cell, its row, its column or the whole table, and those of the text, of
 * other years and of other renditions whose scope names the cell or its row.
 */
public final class TouchingChecks {
    /** What the scopes of checks on sentences mean as rows of the form. */
    private static final Map<String, List<String>> ROWS = Map.of(
            "requests",
            List.of("new"),
            "review",
            List.of("review"),
            "litigation",
            List.of("suit_direct", "suit_after_review"));

    /** Checks of a column of table 3, and which of its rows they reckon with. */
    private static final Map<String, Predicate<String>> COLUMN_SUMS = Map.of(
            "t3.balance",
            Set.of("new", "carried_in", "result_total", "carried_out")::contains,
            "t3.result_sum",
            row -> !Set.of("new", "carried_in", "carried_out").contains(row),
            "x.carry",
            "carried_in"::equals);

    private TouchingChecks() {}

    /** Those that fail come first. */
    public static List<CheckResult> of(String field, List<CheckResult> checks) {
        return checks.stream()
                .filter(check -> touches(check, field))
                .sorted((a, b) -> Boolean.compare(b.status() == Status.FAIL, a.status() == Status.FAIL))
                .toList();
    }

    private static boolean touches(CheckResult check, String field) {
        String table = field.substring(0, field.indexOf('.'));
        String cell = field.substring(field.indexOf('.') + 1);
        List<String> parts = Arrays.asList(cell.split("\\."));
        if (COLUMN_SUMS.containsKey(check.code())) {
            return table.equals("t3")
                    && parts.get(1).equals(check.scope())
                    && COLUMN_SUMS.get(check.code()).test(parts.get(0));
        }
        if (check.code().matches("t[1-4]\\..*")) {
            return check.code().startsWith(table + ".")
                    && (check.scope().equals("all") || check.scope().equals(cell) || parts.contains(check.scope()));
        }
        return Arrays.stream(check.scope().split("\\+"))
                .anyMatch(scope -> scope.equals(field)
                        || scope.equals(cell)
                        || parts.contains(scope)
                        || ROWS.getOrDefault(scope, List.of()).contains(parts.get(0)));
    }
}
