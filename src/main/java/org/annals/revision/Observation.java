package org.annals.revision;

import java.time.Instant;
import java.util.Objects;

/**
 * One capture of an address that carries, or once carried, a publication.
 *
 * @param capture the capture's id
 * @param run the run that made it; visits of one run count as one
 */
public record Observation(String capture, Instant at, String run, String url, Sighting sighting) {
    public Observation {
        Objects.requireNonNull(capture);
        Objects.requireNonNull(at);
        Objects.requireNonNull(run);
        Objects.requireNonNull(url);
        Objects.requireNonNull(sighting);
    }
}
