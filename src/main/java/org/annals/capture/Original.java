package org.annals.capture;

import java.time.Instant;
import java.util.Objects;

/**
 * The last whole answer that the archive has of an address: what "not modified" stands for.
 *
 * @param location of its response record
 * @param payloadDigest as the record has it, with the name of its algorithm
 * @param wholeAt when these very bytes came over the wire last
 * @param validators the newest that the server gave for them
 */
public record Original(RecordLocation location, String payloadDigest, Instant wholeAt, Validators validators) {
    public Original {
        Objects.requireNonNull(location);
        Objects.requireNonNull(payloadDigest);
        Objects.requireNonNull(wholeAt);
        Objects.requireNonNull(validators);
    }
}
