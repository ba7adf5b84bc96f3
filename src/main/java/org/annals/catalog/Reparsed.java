package org.annals.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A document that an older version of the parser read, and what this one reads otherwise in it.
 *
 * @param publicationId the publication that it belonged to; empty where it was no report
 * @param government code
 * @param publisher as attributed before, or as read now where it was no report
 * @param url of the first capture that has these bytes
 * @param isReport now
 * @param placesDiffer whether any cell is printed otherwise or stands elsewhere, even if it says the same
 * @param differences empty where both say the same
 */
public record Reparsed(
        Optional<String> publicationId,
        String government,
        String publisher,
        Optional<Integer> fiscalYear,
        String url,
        Instant capturedAt,
        String payloadSha256,
        String oldVersion,
        String newVersion,
        boolean wasReport,
        boolean isReport,
        boolean placesDiffer,
        List<Difference> differences) {
    public Reparsed {
        Objects.requireNonNull(publicationId);
        Objects.requireNonNull(government);
        Objects.requireNonNull(publisher);
        Objects.requireNonNull(fiscalYear);
        Objects.requireNonNull(url);
        Objects.requireNonNull(capturedAt);
        Objects.requireNonNull(payloadSha256);
        Objects.requireNonNull(oldVersion);
        Objects.requireNonNull(newVersion);
        differences = List.copyOf(differences);
    }
}
