package org.annals.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.annals.archive.Archive;
import org.annals.report.Report;

/**
 * Parses again what an older version of the parser read, and tells what differs. The catalogue as it stood is held open as one snapshot, brought up to date beside
 * it, and then compared document by document; so it also works where the new program derives the whole catalogue again because its layout has changed.
 */
public final class Reparsing {
    private static final Duration WAIT_FOR_OTHER_WRITER = Duration.ofSeconds(30);

    /** A document as an older parser left it. */
    private record Old(
            Optional<Long> content,
            Optional<String> digest,
            Optional<String> fault,
            String contentType,
            String sha256,
            String parserVersion,
            String url,
            Instant capturedAt,
            Optional<String> publicationId,
            String government,
            String publisher,
            Optional<Integer> fiscalYear) {}

    /** The same bytes as the present parser reads them. */
    private record Now(Optional<Long> content, Optional<String> digest, Optional<String> fault) {}

    private Reparsing() {}

    /**
     * @param sink gets each document that is read by another version now, by government, year and publisher
     * @return what was taken in and parsed
     * @throws CatalogException if a catalogue is there and cannot be read, or it cannot be written
     */
    public static Indexed run(Archive archive, Consumer<Reparsed> sink) throws IOException {
        return run(archive.folder(), new ArchiveRecords(archive), Parsing.CURRENT, WAIT_FOR_OTHER_WRITER, sink);
    }

    static Indexed run(Path folder, RecordSource source, Parsing parsing, Duration wait, Consumer<Reparsed> sink)
            throws IOException {
        Path file = folder.resolve(Indexer.FILE);
        if (!Files.exists(file)) {
            return Indexer.catchUp(folder, source, parsing, wait);
        }
        try (Database before = Database.open(file, Database.Mode.READ)) {
            // from its first query on, a transaction sees one state, whatever is written or put in its place
            before.update("BEGIN");
            List<Old> outdated = Schema.versionOf(before) == 0 ? List.of() : outdated(before, parsing.version());
            Indexed indexed = Indexer.catchUp(folder, source, parsing, wait);
            try (Database after = Database.open(file, Database.Mode.READ)) {
                for (Old old : outdated) {
                    compare(old, before, after, parsing.version()).ifPresent(sink);
                }
            }
            return indexed;
        }
    }

    private static List<Old> outdated(Database before, String version) throws CatalogException {
        return before.list(
                "SELECT d.content, t.digest, d.fault, d.content_type, p.sha256, d.parser_version, a.url,"
                        + " c.captured_at, b.publication_id, coalesce(b.government, c.government, ''),"
                        + " coalesce(b.publisher, t.publisher, ''), coalesce(b.fiscal_year, t.fiscal_year)"
                        + " FROM document d JOIN payload p ON p.id = d.payload"
                        + " JOIN capture c ON c.id = (SELECT min(id) FROM capture WHERE document = d.id)"
                        + " JOIN address a ON a.id = c.address LEFT JOIN content t ON t.id = d.content"
                        + " LEFT JOIN publication b ON b.id = c.publication WHERE d.parser_version <> ?"
                        + " ORDER BY 10, 12, 11, c.captured_at, p.sha256, d.content_type",
                row -> new Old(
                        row.optionalNumber(1),
                        row.optionalText(2),
                        row.optionalText(3),
                        row.text(4),
                        row.text(5),
                        row.text(6),
                        row.text(7),
                        Instant.parse(row.text(8)),
                        row.optionalText(9),
                        row.text(10),
                        row.text(11),
                        row.optionalInt(12)),
                version);
    }

    /** Empty where the archive does not have the bytes any more. */
    private static Optional<Reparsed> compare(Old old, Database before, Database after, String version)
            throws CatalogException {
        Optional<Now> found = after.first(
                "SELECT d.content, t.digest, d.fault FROM document d JOIN payload p ON p.id = d.payload"
                        + " LEFT JOIN content t ON t.id = d.content WHERE p.sha256 = ? AND d.content_type = ?",
                row -> new Now(row.optionalNumber(1), row.optionalText(2), row.optionalText(3)),
                old.sha256(),
                old.contentType());
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Now now = found.get();
        if (old.digest().equals(now.digest()) && old.fault().equals(now.fault())) {
            return Optional.of(reparsed(old, now, version, Optional.empty(), false, List.of()));
        }
        StoredReading then = new StoredReadings(before).of(old.content(), old.fault());
        StoredReading today = new StoredReadings(after).of(now.content(), now.fault());
        return Optional.of(reparsed(
                old,
                now,
                version,
                today.report(),
                Differences.placesDiffer(then, today),
                Differences.between(then, today)));
    }

    private static Reparsed reparsed(
            Old old,
            Now now,
            String version,
            Optional<Report> today,
            boolean placesDiffer,
            List<Difference> differences) {
        boolean wasReport = old.content().isPresent();
        return new Reparsed(
                old.publicationId(),
                old.government(),
                wasReport ? old.publisher() : today.flatMap(Report::publisher).orElse(""),
                wasReport ? old.fiscalYear() : today.flatMap(Report::fiscalYear),
                old.url(),
                old.capturedAt(),
                old.sha256(),
                old.parserVersion(),
                version,
                wasReport,
                now.content().isPresent(),
                placesDiffer,
                differences);
    }
}
