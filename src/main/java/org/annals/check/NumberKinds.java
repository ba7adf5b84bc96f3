package org.annals.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.annals.check.CheckResult.Status;
import org.annals.report.Field;
import org.annals.report.Fields;

/** Counts are whole, and nothing is below zero but the change in the number of items. One result for each cell that breaks it, or one for the whole table. */
final class NumberKinds {
    /** The scope of a result that speaks for every cell of its table. */
    static final String ALL = "all";

    private static final String MAY_BE_NEGATIVE = ".items_change";
    private static final String INTEGER = "integer";

    private NumberKinds() {}

    static List<CheckResult> run(Figures figures, int table, CheckCode nonNegative, CheckCode whole) {
        List<CheckResult> negatives = new ArrayList<>();
        List<CheckResult> broken = new ArrayList<>();
        boolean signed = false;
        boolean counted = false;
        for (Field field : Fields.of(figures.report().generation())) {
            Optional<BigDecimal> value = figures.value(field.code());
            if (field.table() != table || value.isEmpty()) {
                continue;
            }
            String scope = field.code().substring(field.code().indexOf('.') + 1);
            if (!field.code().endsWith(MAY_BE_NEGATIVE)) {
                signed = true;
                if (value.get().signum() < 0) {
                    negatives.add(CheckResult.of(nonNegative, scope, Status.FAIL, BigDecimal.ZERO, value.get()));
                }
            }
            if (field.type().equals(INTEGER)) {
                counted = true;
                if (!TableSums.isWhole(value.get())) {
                    BigDecimal floor = value.get().setScale(0, RoundingMode.FLOOR);
                    broken.add(CheckResult.of(whole, scope, Status.FAIL, floor, value.get()));
                }
            }
        }
        List<CheckResult> results = new ArrayList<>();
        results.addAll(orAll(nonNegative, negatives, signed));
        results.addAll(orAll(whole, broken, counted));
        return results;
    }

    /** Expected and actual of the result for all: how many cells break it. */
    private static List<CheckResult> orAll(CheckCode code, List<CheckResult> failed, boolean any) {
        if (!failed.isEmpty()) {
            return failed;
        }
        return List.of(
                any
                        ? CheckResult.of(code, ALL, Status.PASS, BigDecimal.ZERO, BigDecimal.ZERO)
                        : CheckResult.skip(code, ALL));
    }
}
