package org.annals.catalog;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.annals.capture.Printable;
import org.annals.check.CheckResult;
import org.annals.check.CheckSentence;
import org.annals.report.Cell;

/** One thing that two readings of the same bytes say differently. */
public sealed interface Difference {
    /**
     * A cell whose state or number is another.
     *
     * @param field its code; a cell that one of the readings lacks is absent there
     */
    record OfCell(String field, Cell before, Cell after) implements Difference {
        public OfCell {
            Objects.requireNonNull(field);
            Objects.requireNonNull(before);
            Objects.requireNonNull(after);
        }
    }

    /**
     * Something else that was read.
     *
     * @param item {@code is_report}, {@code generation}, {@code publisher}, {@code publisher_source}, {@code fiscal_year}, {@code title}, {@code published_on},
     *     the name of a section, or {@code fault} for what made the parser fail
     */
    record OfText(String item, Optional<String> before, Optional<String> after) implements Difference {
        public OfText {
            Objects.requireNonNull(item);
            Objects.requireNonNull(before);
            Objects.requireNonNull(after);
        }
    }

    /** A check with another outcome; empty where it was not run. */
    record OfCheck(String code, String scope, Optional<CheckResult> before, Optional<CheckResult> after)
            implements Difference {
        public OfCheck {
            Objects.requireNonNull(code);
            Objects.requireNonNull(scope);
            Objects.requireNonNull(before);
            Objects.requireNonNull(after);
        }

        /** For example {@code t3.balance, natural: fail (expected 65, actual 66) → pass}. */
        public String sentence() {
            return Printable.of(code + ", " + scope) + ": " + said(before) + " → " + said(after);
        }

        private static String said(Optional<CheckResult> check) {
            return check.map(result -> result.status().name().toLowerCase(Locale.ROOT)
                            + (result.status() == CheckResult.Status.FAIL ? " (" + CheckSentence.of(result) + ")" : ""))
                    .orElse("not run");
        }
    }
}
