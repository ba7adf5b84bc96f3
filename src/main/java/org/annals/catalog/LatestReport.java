package org.annals.catalog;

import java.util.Objects;
import java.util.Optional;

/**
 * The latest version of a publication, as much of it as is needed to find and count.
 *
 * @param contentKey of this file of the catalogue only
 * @param government empty where none is known
 * @param own whether it is the report of the government itself
 */
public record LatestReport(
        long contentKey,
        String reportId,
        String publicationId,
        String captureId,
        String government,
        String publisher,
        Optional<Integer> fiscalYear,
        String generation,
        Optional<String> title,
        boolean own,
        boolean withdrawn) {
    public LatestReport {
        Objects.requireNonNull(reportId);
        Objects.requireNonNull(publicationId);
        Objects.requireNonNull(captureId);
        Objects.requireNonNull(government);
        Objects.requireNonNull(publisher);
        Objects.requireNonNull(fiscalYear);
        Objects.requireNonNull(generation);
        Objects.requireNonNull(title);
    }
}
