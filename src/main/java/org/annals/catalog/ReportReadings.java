package org.annals.catalog;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.annals.capture.RecordLocation;
import org.annals.catalog.ReadReport.Rendition;
import org.annals.catalog.ReadReport.Source;
import org.annals.catalog.ReadReport.Version;
import org.annals.check.CheckResult;
import org.annals.report.Cell;
import org.annals.report.PublisherSource;
import org.annals.report.Report;

/** What the pages of single reports show. Every question is bounded by one publication. */
public final class ReportReadings {
    /** Renditions with another content that are compared cell by cell; there are hardly ever more than two. */
    private static final int MOST_COMPARED = 8;

    private static final int MOST_RENDITIONS = 200;

    private final Database database;
    private final StoredReadings readings;

    ReportReadings(Database database) {
        this.database = database;
        this.readings = new StoredReadings(database);
    }

    /** Empty where there is no such report. */
    public Optional<ReadReport> of(String reportId) throws CatalogException {
        Optional<Long> content = content(reportId);
        if (content.isEmpty()) {
            return Optional.empty();
        }
        Report report = readings.of(content, Optional.empty()).report().orElseThrow();
        List<CheckResult> checks = ReportChecks.of(database, reportId);
        return database.first(
                "SELECT v.report_id, b.publication_id, b.government, b.publisher, b.fiscal_year, t.generation, t.title,"
                        + " t.published_on, t.publisher_source, c.own, c.assumed, b.withdrawn, v.number, v.is_latest,"
                        + " c.uuid, a.url, c.captured_at, d.media_type, f.path, c.\"offset\", c.length, p.sha256,"
                        + " d.parser_version, (SELECT count(*) FROM carries k WHERE k.version = v.id), c.source"
                        + " FROM version v JOIN publication b ON b.id = v.publication JOIN capture c ON c.id = v.capture"
                        + " JOIN address a ON a.id = c.address JOIN document d ON d.id = c.document"
                        + " JOIN content t ON t.id = d.content JOIN payload p ON p.id = c.payload"
                        + " JOIN warc_file f ON f.id = c.file WHERE v.report_id = ?",
                row -> page(row, report, checks),
                reportId);
    }

    private static ReadReport page(Row row, Report report, List<CheckResult> checks) throws SQLException {
        return new ReadReport(
                row.text(1),
                row.text(2),
                row.text(3),
                row.text(4),
                row.optionalInt(5),
                ContentStore.generation(row.text(6)),
                row.optionalText(7),
                row.optionalText(8).map(LocalDate::parse),
                row.optionalText(9).map(source -> PublisherSource.valueOf(source.toUpperCase(Locale.ROOT))),
                row.number(10) == 1,
                row.number(11) == 1,
                row.number(12) == 1,
                (int) row.number(13),
                row.number(14) == 1,
                new Source(
                        row.text(15),
                        row.text(16),
                        Instant.parse(row.text(17)),
                        row.text(18),
                        new RecordLocation(row.text(19), row.number(20), row.number(21)),
                        row.text(22),
                        row.text(23),
                        (int) row.number(24),
                        row.optionalText(25)),
                report.cells(),
                report.sections(),
                checks);
    }

    /** All versions of a publication, oldest first. */
    public List<Version> versions(String publicationId) throws CatalogException {
        return database.list(
                "SELECT v.report_id, v.number, v.is_latest, c.captured_at, (SELECT r.kind FROM revision r"
                        + " WHERE r.publication = b.id AND r.to_version = v.id AND r.from_version <> v.id ORDER BY r.id LIMIT 1),"
                        + " (SELECT count(*) FROM carries k WHERE k.version = v.id) FROM publication b"
                        + " JOIN version v ON v.publication = b.id JOIN capture c ON c.id = v.capture"
                        + " WHERE b.publication_id = ? ORDER BY v.number",
                row -> new Version(
                        row.text(1),
                        (int) row.number(2),
                        row.number(3) == 1,
                        Instant.parse(row.text(4)),
                        row.optionalText(5),
                        (int) row.number(6)),
                publicationId);
    }

    private record Rendered(long content, Rendition rendition) {}

    /** Every address and form in which the publication was seen, newest first, with the cells that differ from the report's. */
    public List<Rendition> renditions(ReadReport report) throws CatalogException {
        long shown = content(report.reportId()).orElseThrow();
        List<Rendered> rendered = database.list(
                "SELECT d.content, a.url, d.media_type, max(v.number), c.uuid, min(c.captured_at), max(c.captured_at), count(*)"
                        + " FROM publication b JOIN version v ON v.publication = b.id JOIN carries k ON k.version = v.id"
                        + " JOIN capture c ON c.id = k.capture JOIN address a ON a.id = c.address"
                        + " JOIN document d ON d.id = c.document WHERE b.publication_id = ? AND d.content IS NOT NULL"
                        + " GROUP BY c.address, d.content ORDER BY max(c.captured_at) DESC, a.url LIMIT ?",
                row -> new Rendered(
                        row.number(1),
                        new Rendition(
                                row.text(2),
                                row.text(3),
                                (int) row.number(4),
                                row.text(5),
                                Instant.parse(row.text(6)),
                                Instant.parse(row.text(7)),
                                (int) row.number(8),
                                row.number(1) == shown,
                                Map.of())),
                report.publicationId(),
                MOST_RENDITIONS);
        Map<Long, Map<String, Cell>> differing = new HashMap<>();
        List<Rendition> renditions = new ArrayList<>();
        for (Rendered one : rendered) {
            if (one.content() != shown && !differing.containsKey(one.content()) && differing.size() < MOST_COMPARED) {
                differing.put(one.content(), differing(report, one.content()));
            }
            Rendition r = one.rendition();
            renditions.add(new Rendition(
                    r.url(),
                    r.mediaType(),
                    r.version(),
                    r.captureId(),
                    r.firstAt(),
                    r.lastAt(),
                    r.captures(),
                    r.isShown(),
                    differing.getOrDefault(one.content(), Map.of())));
        }
        return renditions;
    }

    /** Cells of another content whose state or number is not that of the report. */
    private Map<String, Cell> differing(ReadReport report, long content) throws CatalogException {
        Report other =
                readings.of(Optional.of(content), Optional.empty()).report().orElseThrow();
        Map<String, Cell> differing = new LinkedHashMap<>();
        other.cells().forEach((field, there) -> {
            if (!there.value()
                    .says(report.cells().getOrDefault(field, Cell.ABSENT).value())) {
                differing.put(field, there);
            }
        });
        return differing;
    }

    /** One field of the publication over its versions and the publisher's years. */
    public CellHistory history(ReadReport report, String field) throws CatalogException {
        return new CellHistories(database).of(report, field);
    }

    private Optional<Long> content(String reportId) throws CatalogException {
        return database.first(
                "SELECT d.content FROM version v JOIN capture c ON c.id = v.capture JOIN document d ON d.id = c.document"
                        + " WHERE v.report_id = ?",
                row -> row.number(1),
                reportId);
    }
}
