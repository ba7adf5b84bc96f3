package org.annals.catalog;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.annals.capture.KnownAddress;

/**
 * A known address and when it was asked.
 *
 * @param changedAt when the report that it carries was first seen as it is now; of a column, when it was asked first
 * @param askedAt last, whatever came of it
 * @param answeredAt last with an answer that says something: a page, or that it is gone
 * @param outcome of the last visit, as in {@code v_fetch}
 * @param reports how many addresses with a report were found through it; 0 for a report
 */
public record KnownVisit(
        KnownAddress address,
        Instant changedAt,
        Instant askedAt,
        Optional<Instant> answeredAt,
        String outcome,
        int reports) {
    public KnownVisit {
        Objects.requireNonNull(address);
        Objects.requireNonNull(changedAt);
        Objects.requireNonNull(askedAt);
        Objects.requireNonNull(answeredAt);
        Objects.requireNonNull(outcome);
    }

    /** Whether the last visit brought an answer that says something. */
    public boolean answered() {
        return answeredAt.equals(Optional.of(askedAt));
    }
}
