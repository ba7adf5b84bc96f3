package org.annals.catalog;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * A publication by its latest version.
 *
 * @param isOwn whether it is the report of the government itself
 * @param versions how many there are
 * @param capturedAt when the latest version was first seen
 */
public record PublicationSummary(
        String publicationId,
        String reportId,
        String publisher,
        Optional<Integer> fiscalYear,
        boolean isOwn,
        boolean isWithdrawn,
        int versions,
        String generation,
        Optional<String> title,
        Optional<LocalDate> publishedOn,
        Instant capturedAt,
        int numbers,
        int blanks,
        int unreadables,
        int failedChecks) {
    public PublicationSummary {
        Objects.requireNonNull(publicationId);
        Objects.requireNonNull(reportId);
        Objects.requireNonNull(publisher);
    }
}
