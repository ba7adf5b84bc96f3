package org.annals.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.annals.report.Generation;
import org.annals.report.Report;

/** What one year's report says of the next year's. */
final class YearAfterYear {
    private static final List<String> STOCKS = List.of("rules", "normative");
    private static final List<String> ITEMS = List.of("licensing", "other_services", "penalty", "coercion", "fees");

    private final Figures earlier;
    private final Figures later;

    YearAfterYear(Report earlier, Report later) {
        this.earlier = new Figures(earlier);
        this.later = new Figures(later);
    }

    List<CheckResult> run() {
        List<CheckResult> results = new ArrayList<>();
        if (isOf(Generation.PRE2019, earlier) || isOf(Generation.PRE2019, later)) {
            return results;
        }
        for (String column : later.columns(3)) {
            results.add(CheckResult.equal(
                    CheckCode.X_CARRY,
                    column,
                    earlier.value("t3.carried_out." + column),
                    later.value("t3.carried_in." + column)));
        }
        if (isOf(Generation.G2021, earlier) && isOf(Generation.G2021, later)) {
            for (String kind : STOCKS) {
                results.add(CheckResult.equal(
                        CheckCode.X_STOCK, kind, stock("t2." + kind), later.value("t2." + kind + ".in_force")));
            }
        }
        if (isOf(Generation.G2019, earlier) && isOf(Generation.G2019, later)) {
            for (String kind : ITEMS) {
                results.add(CheckResult.equal(
                        CheckCode.X_ITEMS,
                        kind,
                        earlier.sum(List.of("t2." + kind + ".items_prior", "t2." + kind + ".items_change")),
                        later.value("t2." + kind + ".items_prior")));
            }
        }
        return results;
    }

    private Optional<BigDecimal> stock(String row) {
        Optional<BigDecimal> before = earlier.value(row + ".in_force");
        Optional<BigDecimal> issued = later.value(row + ".issued");
        Optional<BigDecimal> repealed = later.value(row + ".repealed");
        return before.isEmpty() || issued.isEmpty() || repealed.isEmpty()
                ? Optional.empty()
                : Optional.of(before.get().add(issued.get()).subtract(repealed.get()));
    }

    private static boolean isOf(Generation generation, Figures figures) {
        return figures.report().generation() == generation;
    }
}
