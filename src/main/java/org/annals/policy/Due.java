package org.annals.policy;

import java.time.LocalDate;
import java.util.Objects;

/**
 * When an address is to be asked again.
 *
 * @param day in China's calendar; from its first minute on
 * @param reason one line for people
 */
public record Due(LocalDate day, String reason) {
    public Due {
        Objects.requireNonNull(day);
        Objects.requireNonNull(reason);
    }

    /** Whether that day has come. */
    public boolean isBy(LocalDate today) {
        return !day.isAfter(today);
    }
}
