package org.annals.revision;

import java.util.Objects;

/** What one visit to an address says about a publication. */
public sealed interface Sighting {
    /**
     * The address carries the report.
     *
     * @param payload SHA-256 of the payload, to tell whether bytes changed
     */
    record Carries(Reading reading, String payload) implements Sighting {
        public Carries {
            Objects.requireNonNull(reading);
            Objects.requireNonNull(payload);
        }
    }

    /** 404, 410 or a soft 404. */
    record Gone() implements Sighting {}

    /** The address leads to another one, or carries another publication. */
    record Elsewhere() implements Sighting {}

    /** Says nothing: a failure, a challenge, a page that is neither. */
    record Unknown() implements Sighting {}
}
