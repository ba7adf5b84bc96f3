package org.annals.archive;

import java.util.Objects;
import org.annals.capture.RecordLocation;

/**
 * Where an exchange was put.
 *
 * @param capture the response or revisit record
 * @param revisit whether the payload was the same as in an earlier capture of the address
 */
public record Stored(RecordLocation capture, boolean revisit) {
    public Stored {
        Objects.requireNonNull(capture);
    }
}
