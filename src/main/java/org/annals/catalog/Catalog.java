package org.annals.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.annals.archive.Archive;
import org.annals.capture.Finish;
import org.annals.capture.KnownAddress;
import org.annals.capture.RecordLocation;
import org.annals.capture.RunId;
import org.annals.government.Government;

/** The catalogue of an archive folder, for reading; what it says is as of the last {@link Indexer#catchUp}. Not safe for many threads. */
public final class Catalog implements AutoCloseable {
    private final Database database;

    private Catalog(Database database) {
        this.database = database;
    }

    /** @throws CatalogException if the folder has none, or it cannot be read */
    public static Catalog open(Path folder) throws IOException {
        return open(folder, Files.isWritable(folder) ? Database.Mode.READ : Database.Mode.READ_UNCHANGING);
    }

    /**
     * As {@link #open}, leaving no file behind in the folder.
     *
     * @throws CatalogException if the folder has none, or it cannot be read
     */
    public static Catalog openUnchanged(Path folder) throws IOException {
        Path log = folder.resolve(Indexer.FILE + "-wal");
        boolean written = Files.exists(log) && Files.size(log) > 0;
        return open(folder, written ? Database.Mode.READ : Database.Mode.READ_UNCHANGING);
    }

    private static Catalog open(Path folder, Database.Mode mode) throws IOException {
        Path file = folder.resolve(Indexer.FILE);
        if (!Files.exists(file)) {
            throw new CatalogException(
                    "no catalogue in " + folder + "; 'annals rebuild' derives it from the WARC files");
        }
        Database database = Database.open(file, mode);
        try {
            int version = Schema.versionOf(database);
            if (version != Schema.VERSION) {
                throw new CatalogException("catalogue " + file + " was made by another version of annals (layout "
                        + version + ", this one reads " + Schema.VERSION + "); 'annals rebuild' derives it again");
            }
            return new Catalog(database);
        } catch (IOException e) {
            database.close();
            throw e;
        }
    }

    /**
     * What the next crawl asks first: columns that led to reports (their first pages), then reports, each for the government in whose crawl it was found.
     *
     * @param withWithdrawn whether to ask withdrawn reports too, where they were last: they may be back though no column lists them
     */
    public List<KnownAddress> known(boolean withWithdrawn) throws IOException {
        return new KnownAddresses(database).list(withWithdrawn);
    }

    /** The governments of the seeds files that were archived, as stated last; by code. */
    public List<Government> governments() throws IOException {
        return Governments.list(database);
    }

    /** The provinces of the governments, in the order of their names. */
    public List<String> provinces() throws IOException {
        return database.list(
                "SELECT DISTINCT province FROM government WHERE province <> '' ORDER BY province", row -> row.text(1));
    }

    /** Codes of the governments of which it is the code, the name or a part of the name. */
    public Set<String> governmentsCalled(String text) throws IOException {
        return Set.copyOf(database.list(
                "SELECT code FROM government WHERE code = ?1 OR instr(name, ?1) > 0 LIMIT 900",
                row -> row.text(1),
                text));
    }

    /** The same addresses with when they were asked last, of all governments; withdrawn reports included. */
    public List<KnownVisit> knownVisits() throws IOException {
        return new KnownAddresses(database).visits(Optional.empty());
    }

    /** When each government was asked last for anything, by code. */
    public Map<String, Instant> lastAsked() throws IOException {
        Map<String, Instant> asked = new HashMap<>();
        database.list(
                "SELECT government, max(fetched_at) FROM visit WHERE government <> '' GROUP BY government",
                row -> asked.put(row.text(1), Instant.parse(row.text(2))));
        return asked;
    }

    /** Whether the archive holds records that are not in the catalogue yet. */
    public boolean isBehind(Archive archive) throws IOException {
        Map<String, Long> indexed = new HashMap<>();
        database.list("SELECT path, indexed_to FROM warc_file", row -> indexed.put(row.text(1), row.number(2)));
        for (String file : archive.files()) {
            if (Files.size(archive.folder().resolve(file)) > indexed.getOrDefault(file, 0L)) {
                return true;
            }
        }
        return false;
    }

    /** All that is known of one government; empty where the seeds do not have it. */
    public Optional<GovernmentStatus> status(String code) throws IOException {
        return new GovernmentStatuses(database).of(code);
    }

    /** What the pages of governments show. */
    public GovernmentReports governmentReports() {
        return new GovernmentReports(database);
    }

    /** What the pages of reports show. */
    public ReportReadings reportReadings() {
        return new ReportReadings(database);
    }

    /** How many cells have each state: number, blank, unreadable, absent. Looks at every cell. */
    public Map<String, Long> cellsByState() throws IOException {
        Map<String, Long> counts = new LinkedHashMap<>();
        database.list(
                "SELECT state, count(*) FROM cell GROUP BY state ORDER BY state",
                row -> counts.put(ContentStore.STATES.get((int) row.number(1)), row.number(2)));
        return counts;
    }

    /** How the governments ended of which a finished run says so, by code. */
    public Map<String, Finish> finishes(RunId run) throws IOException {
        return new GovernmentStatuses(database).finishes(run);
    }

    /** Every capture asked for in a government's crawl, or that carries a report counted under it; by time. */
    public List<PackedCapture> capturesOfGovernment(String code) throws IOException {
        return captures(
                "c.government = ?1 OR c.publication IN (SELECT id FROM publication WHERE government = ?1)", code);
    }

    /** Every capture of the addresses that a publication was seen at; by time. */
    public List<PackedCapture> capturesOfPublication(String publicationId) throws IOException {
        return captures(
                "c.address IN (SELECT k.address FROM capture k JOIN publication b ON b.id = k.publication"
                        + " WHERE b.publication_id = ?1)",
                publicationId);
    }

    private List<PackedCapture> captures(String where, String argument) throws CatalogException {
        return database.list(
                "SELECT f.path, c.\"offset\", c.length, a.url, c.status = 200 AND a.url NOT LIKE '%/robots.txt'"
                        + " AND (t.id IS NOT NULL OR c.media_type LIKE '%html%'), t.title FROM capture c"
                        + " JOIN warc_file f ON f.id = c.file JOIN address a ON a.id = c.address"
                        + " LEFT JOIN document d ON d.id = c.document LEFT JOIN content t ON t.id = d.content"
                        + " WHERE " + where + " ORDER BY c.captured_at, a.url, f.path, c.\"offset\"",
                row -> new PackedCapture(
                        new RecordLocation(row.text(1), row.number(2), row.number(3)),
                        row.text(4),
                        row.optionalNumber(5).equals(Optional.of(1L)),
                        row.optionalText(6)),
                argument);
    }

    /** The versions of a publication with what proves them, oldest first; none where there is no such publication. */
    public List<Evidence> evidence(String publicationId) throws IOException {
        return new Evidences(database).of(publicationId);
    }

    /** The publication of that id, or that has a version of that id. */
    public Optional<PublicationName> publication(String id) throws IOException {
        return database.first(
                PublicationName.COLUMNS
                        + " AND (b.publication_id = ?1 OR b.id = (SELECT publication FROM version WHERE report_id = ?1))",
                PublicationName.READER,
                id);
    }

    /** By government, year, publisher. */
    public List<PublicationName> publications() throws IOException {
        return database.list(
                PublicationName.COLUMNS + " ORDER BY b.government, b.fiscal_year, b.publisher, b.publication_id",
                PublicationName.READER);
    }

    /** Every version of every publication, by government, year, publisher and version. */
    public List<ReportSummary> reports() throws IOException {
        return database.list(
                "SELECT v.report_id, b.publication_id, b.government, b.publisher, b.fiscal_year, t.generation, t.title,"
                        + " a.url, v.number, v.is_latest, b.withdrawn,"
                        + " (SELECT count(*) FROM cell e WHERE e.content = t.id AND e.state = 0),"
                        + " (SELECT count(*) FROM cell e WHERE e.content = t.id AND e.state = 1),"
                        + " (SELECT count(*) FROM cell e WHERE e.content = t.id AND e.state = 2),"
                        + " (SELECT count(*) FROM cell e WHERE e.content = t.id AND e.state = 3),"
                        + " (SELECT count(*) FROM check_result k WHERE k.content = t.id AND k.status = 'fail')"
                        + " + (SELECT count(*) FROM year_check y WHERE y.version = v.id AND y.status = 'fail')"
                        + " + (SELECT count(*) FROM rendition_check r WHERE r.version = v.id)"
                        + " FROM version v JOIN publication b ON b.id = v.publication JOIN capture c ON c.id = v.capture"
                        + " JOIN address a ON a.id = c.address JOIN document d ON d.id = c.document"
                        + " JOIN content t ON t.id = d.content"
                        + " ORDER BY b.government, b.fiscal_year, b.publisher, b.publication_id, v.number",
                row -> new ReportSummary(
                        row.text(1),
                        row.text(2),
                        row.text(3),
                        row.text(4),
                        row.optionalInt(5),
                        row.text(6),
                        row.optionalText(7),
                        row.text(8),
                        (int) row.number(9),
                        row.number(10) == 1,
                        row.number(11) == 1,
                        (int) row.number(12),
                        (int) row.number(13),
                        (int) row.number(14),
                        (int) row.number(15),
                        (int) row.number(16)));
    }

    /** Every government of the seeds and every fiscal year that is due or found, by code and year. */
    public List<Coverage> coverage() throws IOException {
        return database.list(
                "SELECT government_code, name, fiscal_year, status, why FROM v_coverage ORDER BY government_code, fiscal_year",
                Coverage::read);
    }

    /** @param since leaves out what was detected before; newest first */
    public List<DetectedRevision> revisions(Optional<Instant> since) throws IOException {
        return revisions(new RevisionChoice(since, Set.of(), Set.of()));
    }

    /** Of one publication, newest first. */
    public List<DetectedRevision> revisionsOf(String publicationId) throws IOException {
        return new Revisions(database).ofPublication(publicationId);
    }

    /** Newest first. */
    public List<DetectedRevision> revisions(RevisionChoice choice) throws IOException {
        return new Revisions(database).list(choice);
    }

    /**
     * A part of the same list.
     *
     * @param behind leaves out what stands up to that place
     */
    public List<DetectedRevision> revisions(RevisionChoice choice, Optional<RevisionChoice.Place> behind, int most)
            throws IOException {
        return new Revisions(database).list(choice, behind, most);
    }

    /** One revision; empty where there is none of that id. */
    public Optional<DetectedRevision> revision(String revisionId) throws IOException {
        return new Revisions(database).of(revisionId);
    }

    /** Everything that happened to a publication; empty where there is none of that id. */
    public Optional<TimeLine> timeLine(String publicationId) throws IOException {
        return new TimeLines(database).of(publicationId);
    }

    /** Pages that made the parser fail and so count as no report, one line each with file and offset. */
    public List<String> faults() throws IOException {
        return database.list(
                "SELECT f.path, c.\"offset\", d.fault FROM document d"
                        + " JOIN capture c ON c.id = (SELECT min(id) FROM capture WHERE document = d.id)"
                        + " JOIN warc_file f ON f.id = c.file WHERE d.fault IS NOT NULL ORDER BY f.path, c.\"offset\"",
                row -> row.text(1) + " at offset " + row.number(2) + ": " + row.text(3));
    }

    /** For searching and charts. */
    public Exploration exploration() {
        return new Exploration(database);
    }

    /** What the crawls asked. */
    public CrawlRuns crawls() {
        return new CrawlRuns(database);
    }

    public Totals totals() throws IOException {
        return new Totals(count("capture"), count("visit"), count("publication"), count("version"), count("revision"));
    }

    /** Governments of which a run read no page at all, with the last thing that came of asking; by code. */
    public List<UnreadGovernment> unread(RunId run) throws IOException {
        return database.list(
                "SELECT f.government_code, coalesce(g.name, f.government_code), f.outcome, f.url, max(f.fetched_at)"
                        + " FROM v_fetch f LEFT JOIN government g ON g.code = f.government_code"
                        + " WHERE f.run_id = ? AND f.government_code <> '' GROUP BY f.government_code"
                        + " HAVING sum(f.outcome IN ('archived', 'unchanged') AND (f.http_status BETWEEN 200 AND 299 OR f.outcome = 'unchanged')"
                        + " AND f.url NOT LIKE '%/robots.txt') = 0 ORDER BY f.government_code",
                row -> new UnreadGovernment(row.text(1), row.text(2), row.text(3), row.text(4)), run.value());
    }

    /** The newest record of the last run: the time that coverage speaks of; empty before the first run. */
    public Optional<Instant> asOf() throws IOException {
        return database.first("SELECT last_at FROM run ORDER BY name DESC LIMIT 1", row -> Instant.parse(row.text(1)));
    }

    /** Captures by id, and by address and time. */
    public Captures captures() {
        return new Captures(database);
    }

    @Override
    public void close() throws IOException {
        database.close();
    }

    private long count(String table) throws CatalogException {
        return database.first("SELECT count(*) FROM " + table, row -> row.number(1))
                .orElse(0L);
    }
}
