package org.annals.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.annals.capture.Printable;
import org.annals.revision.Change;

/**
 * A revision as the catalogue tells it.
 *
 * @param government name as listed in the seeds, or its code where it is not listed
 * @param to empty for a withdrawal
 * @param url where the new state was seen
 * @param checks those that fail in the version before or in the one after; empty where the version stays the same
 */
public record DetectedRevision(
        String revisionId,
        String publicationId,
        String governmentCode,
        String government,
        String publisher,
        Optional<Integer> fiscalYear,
        String from,
        Optional<String> to,
        String toCapture,
        String url,
        String kind,
        Instant detectedAt,
        List<Change> changes,
        List<Difference.OfCheck> checks) {
    public DetectedRevision {
        Objects.requireNonNull(revisionId);
        Objects.requireNonNull(publicationId);
        Objects.requireNonNull(governmentCode);
        Objects.requireNonNull(government);
        Objects.requireNonNull(publisher);
        Objects.requireNonNull(fiscalYear);
        Objects.requireNonNull(from);
        Objects.requireNonNull(to);
        Objects.requireNonNull(toCapture);
        Objects.requireNonNull(url);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(detectedAt);
        changes = List.copyOf(changes);
        checks = List.copyOf(checks);
    }

    /** For example {@code 武汉市水务局, fiscal year 2022}; where the publisher is not its government, the government too. */
    public String title() {
        String body = Printable.of(publisher.isEmpty() ? "unknown publisher" : publisher);
        String owner = Printable.of(government);
        String year = fiscalYear.map(y -> ", fiscal year " + y).orElse(", year unknown");
        return body + (owner.isEmpty() || owner.equals(body) ? "" : " (" + owner + ")") + year;
    }

    DetectedRevision with(List<Change> itsChanges, List<Difference.OfCheck> itsChecks) {
        return new DetectedRevision(
                revisionId,
                publicationId,
                governmentCode,
                government,
                publisher,
                fiscalYear,
                from,
                to,
                toCapture,
                url,
                kind,
                detectedAt,
                itsChanges,
                itsChecks);
    }
}
