package org.annals.catalog;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** A capture by its time. @param status empty for content without an HTTP head */
public record CaptureMoment(String id, String url, Instant capturedAt, Optional<Integer> status) {
    public CaptureMoment {
        Objects.requireNonNull(id);
        Objects.requireNonNull(url);
        Objects.requireNonNull(capturedAt);
        Objects.requireNonNull(status);
    }

    /** Whether the address answered with what it stands for, or said where that is. */
    boolean isAnswer() {
        return status.map(code -> code < 400).orElse(true);
    }
}
