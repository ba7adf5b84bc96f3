package org.annals.frontier;

import java.util.Objects;
import org.annals.capture.Outcome;

/**
 * Why an address is not asked for at all.
 *
 * @param outcome {@link Outcome#ROBOTS_DENIED} or {@link Outcome#OUT_OF_SCOPE}
 * @param rule one line for people: the rule that refuses
 */
public record Refusal(Outcome outcome, String rule) {
    public Refusal {
        Objects.requireNonNull(outcome);
        Objects.requireNonNull(rule);
    }
}
