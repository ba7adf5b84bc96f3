package org.annals.revision;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * The event between two states of a publication.
 *
 * @param from number of the version before
 * @param to number of the version after; the same one for cosmetic, moved and restored; none for withdrawn
 * @param toCapture the capture that shows the new state; for withdrawn the one that was gone in the second visit
 * @param detectedAt when the capture was made that settled it
 */
public record Revision(
        RevisionKind kind, int from, OptionalInt to, String toCapture, Instant detectedAt, List<Change> changes) {
    public Revision {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(to);
        Objects.requireNonNull(toCapture);
        Objects.requireNonNull(detectedAt);
        changes = List.copyOf(changes);
    }
}
