package org.annals.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.annals.report.Generation;
import org.junit.jupiter.api.Test;

class YearAfterYearTest {
    private final Reports earlier = Reports.of(Generation.G2021).on(2021);
    private final Reports later = Reports.of(Generation.G2021);

    private List<String> across() {
        return across(earlier, later);
    }

    private static List<String> across(Reports earlier, Reports later) {
        return Checks.across(earlier.report(), later.report()).stream()
                .filter(result -> result.status() != CheckResult.Status.PASS)
                .map(result -> result.code() + " " + result.scope() + " " + result.status() + " "
                        + result.expected().map(Object::toString).orElse("-") + " "
                        + result.actual().map(Object::toString).orElse("-"))
                .toList();
    }

    @Test
    void whatWasCarriedOutIsCarriedIn() {
        earlier.with("t3.carried_out.natural", 7).with("t3.carried_out.total", 7);
        later.with("t3.carried_in.natural", 7).with("t3.carried_in.total", 6);
        assertThat(across()).containsExactly("x.carry total FAIL 7 6");
        assertThat(Checks.across(earlier.report(), later.report())).hasSize(7 + 2);
    }

    @Test
    void aBlankInEitherYearSkips() {
        earlier.blank("t3.carried_out.ngo");
        later.blank("t3.carried_in.legal").with("t3.carried_in.ngo", 3);
        assertThat(across()).containsExactly("x.carry ngo SKIP - -", "x.carry legal SKIP - -");
    }

    @Test
    void documentsInForceFollowFromTheYearBefore() {
        earlier.with("t2.normative.in_force", 80).with("t2.rules.in_force", 4);
        later.with("t2.normative.issued", 5)
                .with("t2.normative.repealed", 38)
                .with("t2.normative.in_force", 47)
                .with("t2.rules.in_force", 5);
        assertThat(across()).containsExactly("x.stock rules FAIL 4 5");
    }

    @Test
    void itemsOfTheTrialFormatFollowFromTheYearBefore() {
        Reports first = Reports.of(Generation.G2019)
                .with("t2.licensing.items_prior", 120)
                .with("t2.licensing.items_change", -8)
                .with("t2.fees.items_prior", 3);
        Reports second = Reports.of(Generation.G2019)
                .with("t2.licensing.items_prior", 112)
                .with("t2.fees.items_prior", 4);
        assertThat(across(first, second)).containsExactly("x.items fees FAIL 3 4");
        assertThat(Checks.across(first.report(), second.report())).hasSize(7 + 5);
    }

    @Test
    void betweenTheTwoFormatsOnlyRequestsAreCarried() {
        Reports first = Reports.of(Generation.G2019).with("t3.carried_out.total", 2);
        assertThat(across(first, later)).containsExactly("x.carry total FAIL 2 0");
        assertThat(Checks.across(first.report(), later.report()))
                .hasSize(7)
                .allMatch(result -> result.code().equals("x.carry"));
    }

    @Test
    void indicatorsBefore2019AreComparedWithNothing() {
        assertThat(Checks.across(
                        Reports.of(Generation.PRE2019).report(),
                        Reports.of(Generation.G2019).report()))
                .isEmpty();
    }
}
