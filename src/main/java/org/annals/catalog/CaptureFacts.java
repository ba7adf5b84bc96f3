package org.annals.catalog;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.annals.capture.RecordLocation;

/**
 * One capture with what the catalogue knows of it.
 *
 * @param id the UUID of its WARC record
 * @param run that made it or took it in
 * @param governmentCode in whose crawl it was asked for; may be empty
 * @param government its name, or its code where the seeds do not list it
 * @param mediaType what the bytes are where they were looked at, else as declared
 * @param payloadSha256 empty where there is no payload, or that of a revisit's original cannot be read
 * @param source file or replay that it was taken in from; empty where the run made it
 * @param outcome of the visit that brought it
 */
public record CaptureFacts(
        String id,
        Optional<String> run,
        String governmentCode,
        String government,
        String url,
        Instant capturedAt,
        Optional<Integer> status,
        Optional<String> mediaType,
        Optional<String> payloadSha256,
        RecordLocation record,
        boolean revisit,
        Optional<String> source,
        Optional<String> outcome,
        Optional<CarriedVersion> carries) {
    public CaptureFacts {
        Objects.requireNonNull(id);
        Objects.requireNonNull(url);
        Objects.requireNonNull(capturedAt);
        Objects.requireNonNull(record);
    }

    /** The version of a publication that a capture carries. */
    public record CarriedVersion(String publicationId, String reportId, int number, Optional<String> title) {}
}
