package org.annals.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.annals.check.CheckResult.Status;
import org.junit.jupiter.api.Test;

class TouchingChecksTest {
    private final List<CheckResult> checks = List.of(
            check("t3.row", "new", Status.PASS),
            check("t3.row", "granted", Status.PASS),
            check("t3.balance", "natural", Status.FAIL),
            check("t3.integer", "all", Status.PASS),
            check("t4.row", "review", Status.PASS),
            check("t2.non_negative", "penalty.decisions", Status.FAIL),
            check("text.none", "requests", Status.PASS),
            check("text.none", "litigation", Status.FAIL),
            check("text.received", "result_total+carried_out", Status.PASS));

    @Test
    void rowColumnTableAndSentencesOfACellTouchItFailuresFirst() {
        assertThat(touching("t3.new.natural"))
                .containsExactly("t3.balance natural", "t3.row new", "t3.integer all", "text.none requests");
        assertThat(touching("t3.carried_out.total"))
                .containsExactly("t3.integer all", "text.received result_total+carried_out");
        assertThat(touching("t4.suit_direct.total")).containsExactly("text.none litigation");
        assertThat(touching("t2.penalty.decisions")).containsExactly("t2.non_negative penalty.decisions");
        assertThat(touching("t2.rules.issued")).isEmpty();
    }

    @Test
    void sumOfAColumnTouchesTheRowsThatItReckonsWith() {
        List<CheckResult> sums = List.of(
                check("t3.balance", "total", Status.FAIL),
                check("t3.result_sum", "total", Status.FAIL),
                check("x.carry", "total", Status.FAIL));
        assertThat(TouchingChecks.of("t3.granted.total", sums))
                .extracting(CheckResult::code)
                .containsExactly("t3.result_sum");
        assertThat(TouchingChecks.of("t3.carried_in.total", sums))
                .extracting(CheckResult::code)
                .containsExactly("t3.balance", "x.carry");
        assertThat(TouchingChecks.of("t3.result_total.natural", sums)).isEmpty();
        assertThat(TouchingChecks.of("t4.review.total", sums)).isEmpty();
    }

    private List<String> touching(String field) {
        return TouchingChecks.of(field, checks).stream()
                .map(check -> check.code() + " " + check.scope())
                .toList();
    }

    private static CheckResult check(String code, String scope, Status status) {
        return new CheckResult(code, scope, status, Optional.empty(), Optional.empty());
    }
}
