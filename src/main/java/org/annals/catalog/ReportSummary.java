package org.annals.catalog;

import java.util.Objects;
import java.util.Optional;

/**
 * One version of a publication, with counts of its cells and checks.
 *
 * @param publisher empty where none is known
 * @param failedChecks how many sums do not add up
 */
public record ReportSummary(
        String reportId,
        String publicationId,
        String government,
        String publisher,
        Optional<Integer> fiscalYear,
        String generation,
        Optional<String> title,
        String url,
        int version,
        boolean latest,
        boolean withdrawn,
        int numbers,
        int blanks,
        int unreadables,
        int absents,
        int failedChecks) {
    public ReportSummary {
        Objects.requireNonNull(reportId);
        Objects.requireNonNull(publicationId);
        Objects.requireNonNull(government);
        Objects.requireNonNull(publisher);
        Objects.requireNonNull(fiscalYear);
        Objects.requireNonNull(generation);
        Objects.requireNonNull(title);
        Objects.requireNonNull(url);
    }
}
