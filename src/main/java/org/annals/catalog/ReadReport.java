package org.annals.catalog;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.annals.capture.RecordLocation;
import org.annals.check.CheckResult;
import org.annals.report.Cell;
import org.annals.report.Generation;
import org.annals.report.PublisherSource;
import org.annals.report.Section;

/**
 * One version of a publication with all that was read of it.
 *
 * @param government code that it is counted under
 * @param isOwn whether it is the report of that government itself
 * @param isAssumed whether only the site or the seeds say the publisher
 * @param publisherSource where the document says the publisher; empty where it does not
 * @param isWithdrawn whether the publication was gone when it was looked for last
 * @param checks within the report, then across years and renditions
 */
public record ReadReport(
        String reportId,
        String publicationId,
        String government,
        String publisher,
        Optional<Integer> fiscalYear,
        Generation generation,
        Optional<String> title,
        Optional<LocalDate> publishedOn,
        Optional<PublisherSource> publisherSource,
        boolean isOwn,
        boolean isAssumed,
        boolean isWithdrawn,
        int version,
        boolean isLatest,
        Source source,
        Map<String, Cell> cells,
        Map<Section, String> sections,
        List<CheckResult> checks) {
    public ReadReport {
        Objects.requireNonNull(reportId);
        Objects.requireNonNull(generation);
        cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
        sections = Collections.unmodifiableMap(new LinkedHashMap<>(sections));
        checks = List.copyOf(checks);
    }

    /**
     * Where it was read: the first capture that carries the version.
     *
     * @param captures how many carry it
     * @param takenFrom the file or replay that the capture was taken in from; empty where a crawl made it
     */
    public record Source(
            String captureId,
            String url,
            Instant capturedAt,
            String mediaType,
            RecordLocation record,
            String payloadSha256,
            String parserVersion,
            int captures,
            Optional<String> takenFrom) {}

    /** A version of the same publication. @param kind of the revision that made it; empty for the first */
    public record Version(
            String reportId, int number, boolean isLatest, Instant capturedAt, Optional<String> kind, int captures) {}

    /**
     * What one address carries in one form.
     *
     * @param version that it carries
     * @param isShown whether it reads as the report that is shown
     * @param differing cells that say otherwise than the report shown: its own cell, and the one here
     */
    public record Rendition(
            String url,
            String mediaType,
            int version,
            String captureId,
            Instant firstAt,
            Instant lastAt,
            int captures,
            boolean isShown,
            Map<String, Cell> differing) {}
}
