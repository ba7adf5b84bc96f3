package org.annals.check;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/**
 * One check on one row, column, block or statement.
 *
 * @param code stable, for example {@code t3.balance}; one of {@link CheckCode}
 * @param scope what it was run on, for example {@code natural}
 * @param expected what it should be by the other figures; empty when skipped
 * @param actual what is printed at the place that is checked; empty when skipped
 */
public record CheckResult(
        String code, String scope, Status status, Optional<BigDecimal> expected, Optional<BigDecimal> actual) {
    /** The words of {@code v_check.status}; skip: an operand is not a number, or a sentence cannot be read for certain. */
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

    static CheckResult skip(CheckCode code, String scope) {
        return new CheckResult(code.code(), scope, Status.SKIP, Optional.empty(), Optional.empty());
    }

    static CheckResult of(CheckCode code, String scope, Status status, BigDecimal expected, BigDecimal actual) {
        return new CheckResult(code.code(), scope, status, Optional.of(expected), Optional.of(actual));
    }

    static CheckResult judged(CheckCode code, String scope, boolean passes, BigDecimal expected, BigDecimal actual) {
        return of(code, scope, passes ? Status.PASS : Status.FAIL, expected, actual);
    }

    /** Passes where both are the same number, and is skipped where one is missing. */
    static CheckResult equal(CheckCode code, String scope, Optional<BigDecimal> expected, Optional<BigDecimal> actual) {
        if (expected.isEmpty() || actual.isEmpty()) {
            return skip(code, scope);
        }
        boolean same = expected.get().compareTo(actual.get()) == 0;
        return judged(code, scope, same, expected.get(), actual.get());
    }
}
