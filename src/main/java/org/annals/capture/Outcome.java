package org.annals.capture;

import java.util.Locale;
import java.util.Optional;

/** How an attempt to fetch an address ended; the words of {@code v_fetch.outcome}. */
public enum Outcome {
    ARCHIVED,
    UNCHANGED,
    ROBOTS_DENIED,
    OUT_OF_SCOPE,
    TOO_LARGE,
    TIMEOUT,
    CONNECTION_ERROR,
    TLS_ERROR,
    CHALLENGE,
    SOFT_404,
    SERVER_ERROR,
    GONE;

    /** The word that stands in records, views and pages, for example {@code robots_denied}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Outcome> ofCode(String code) {
        for (Outcome outcome : values()) {
            if (outcome.code().equals(code)) {
                return Optional.of(outcome);
            }
        }
        return Optional.empty();
    }
}
