package org.annals.archive;

import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * How an archive is written. Two archives that are given the same records, ids and times with the same settings are the
 * same to the byte.
 *
 * @param rotateAt bytes; a WARC file that is at least as long is closed and the next one begun
 * @param gzipLevel 1 (fast) to 9 (small)
 * @param recordIds gives the UUID of each WARC-Record-ID
 * @param clock tells when a file was begun, which is what puts the files in order
 */
public record ArchiveSettings(long rotateAt, int gzipLevel, Supplier<UUID> recordIds, Clock clock) {
    /** Files of 1 GB, level 6, random ids, the time of day. */
    public static final ArchiveSettings DEFAULT = new ArchiveSettings(1L << 30, 6, UUID::randomUUID, Clock.systemUTC());

    public ArchiveSettings {
        Objects.requireNonNull(recordIds);
        Objects.requireNonNull(clock);
        if (rotateAt < 1) {
            throw new IllegalArgumentException("a file must hold something: rotateAt " + rotateAt);
        }
        if (gzipLevel < 1 || gzipLevel > 9) {
            throw new IllegalArgumentException("gzip level must be 1 to 9, not " + gzipLevel);
        }
    }
}
