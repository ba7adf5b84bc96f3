package org.annals.check;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/**
 * One check on one row, column or block.
 *
 * @param code stable, for example {@code t3.balance}
 * @param scope what it was run on, for example {@code natural}
 * @param expected what the parts give; empty when skipped
 * @param actual what is printed; empty when skipped
 */
public record CheckResult(
        String code, String scope, Status status, Optional<BigDecimal> expected, Optional<BigDecimal> actual) {
    /** The words of {@code v_check.status}; skip: an operand is not a number. */
    public enum Status {
        PASS,
        FAIL,
        SKIP
    }

    public CheckResult {
        Objects.requireNonNull(code);
        Objects.requireNonNull(scope);
        Objects.requireNonNull(status);
        Objects.requireNonNull(expected);
        Objects.requireNonNull(actual);
    }
}
