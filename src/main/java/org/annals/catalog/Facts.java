package org.annals.catalog;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.annals.archive.ArchivedRecord;
import org.annals.capture.Finish;
import org.annals.capture.ImportSource;
import org.annals.capture.Outcome;
import org.annals.capture.Payload;
import org.annals.capture.RunId;
import org.annals.capture.Visit;
import org.annals.government.Government;
import org.annals.government.Seeds;

/** Puts what archived records say into the fact tables, and notes which addresses are to be derived again. */
final class Facts {
    /** Resource records of this kind hold a seeds file. */
    static final String SEEDS_URN = "urn:annals:seeds:";

    private static final String FINISH = "finish.";

    /** Outcomes of answers that came in whole. */
    private static final Set<Outcome> WHOLE =
            Set.of(Outcome.ARCHIVED, Outcome.UNCHANGED, Outcome.SOFT_404, Outcome.CHALLENGE);
    /** 203 is a 200 that a proxy has passed on (RFC 9110, 15.3.4). */
    static final Set<Integer> HOLDS_A_DOCUMENT = Set.of(200, 203);

    private static final int NOT_MODIFIED = 304;

    private final Database database;
    private final Documents documents;
    private long captures;
    private long visits;

    Facts(Database database, Documents documents) {
        this.database = database;
        this.documents = documents;
    }

    long captures() {
        return captures;
    }

    long visits() {
        return visits;
    }

    /** Notes the run of a record and how far it has come. */
    void run(ArchivedRecord record) throws CatalogException {
        if (record.run().isPresent()) {
            database.update(
                    "INSERT INTO run (name, last_at) VALUES (?, ?)"
                            + " ON CONFLICT (name) DO UPDATE SET last_at = max(last_at, excluded.last_at)",
                    record.run().get().value(),
                    Times.text(record.date()));
        }
    }

    /** A response, revisit or resource with the visit that made it, if the archive tells of one. */
    void capture(PreparedRecord prepared, Optional<ArchivedRecord> metadata, long file) throws CatalogException {
        ArchivedRecord record = prepared.record();
        Optional<Visit> visit = metadata.flatMap(ArchivedRecord::visit);
        Optional<ImportSource> source = metadata.flatMap(ArchivedRecord::source);
        Optional<Payload> payload = record.payload();
        long address = address(record.targetUri().orElseThrow());
        Optional<Long> payloadKey = Optional.empty();
        Optional<Long> document = Optional.empty();
        if (payload.isPresent()) {
            long key = Keys.of(database, "payload", "sha256", payload.get().sha256());
            payloadKey = Optional.of(key);
            boolean answer = record.type() == ArchivedRecord.Type.RESOURCE
                    || isNotModified(record)
                    || record.status().map(HOLDS_A_DOCUMENT::contains).orElse(false);
            // what was cut off could be taken for a blank
            if (answer
                    && record.truncation().isEmpty()
                    && visit.map(v -> WHOLE.contains(v.outcome())).orElse(true)) {
                document = Optional.of(documents.of(payload.get(), key, record.location(), prepared.reading()));
            }
        }
        Optional<Long> run = run(record.run());
        int added = database.update(
                "INSERT OR IGNORE INTO capture (uuid, run, government, address, captured_at, status, media_type, payload,"
                        + " document, outcome, file, \"offset\", length, is_revisit, source)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                uuid(record.recordId()),
                run,
                visit.map(Visit::government)
                        .or(() -> source.map(ImportSource::government))
                        .filter(g -> !g.isEmpty()),
                address,
                Times.text(record.date()),
                record.status(),
                payload.flatMap(MediaTypes::declared),
                payloadKey,
                document,
                visit.map(v -> v.outcome().code()),
                file,
                record.location().offset(),
                record.location().length(),
                record.type() == ArchivedRecord.Type.REVISIT ? 1 : 0,
                source.map(ImportSource::location));
        if (added == 0) {
            // the same record a second time, as in a file that was copied in twice
            return;
        }
        captures++;
        long capture = database.first("SELECT last_insert_rowid()", row -> row.number(1))
                .orElseThrow();
        touch(address);
        if (visit.isPresent()) {
            visit(record, visit.get(), address, record.status(), Optional.of(capture));
        } else {
            for (PageLinks.Link link : PageLinks.of(record, document.isPresent())) {
                link(link, address, record);
            }
        }
    }

    private void link(PageLinks.Link link, long via, ArchivedRecord record) throws CatalogException {
        long address = address(link.url());
        int changed = database.update(
                "INSERT INTO link (address, via, anchor, seen_at) VALUES (?, ?, ?, ?) ON CONFLICT (address, via, anchor)"
                        + " DO UPDATE SET seen_at = excluded.seen_at WHERE excluded.seen_at < seen_at",
                address,
                via,
                link.anchor(),
                Times.text(record.date()));
        if (changed > 0) {
            touch(address);
        }
    }

    /** The server's word that the address is as it was: the capture carries what the original carries. */
    private static boolean isNotModified(ArchivedRecord record) {
        return record.type() == ArchivedRecord.Type.REVISIT && record.status().equals(Optional.of(NOT_MODIFIED));
    }

    /** A visit that brought no answer. */
    void attempt(ArchivedRecord metadata) throws CatalogException {
        long address = address(metadata.targetUri().orElseThrow());
        visit(metadata, metadata.visit().orElseThrow(), address, Optional.empty(), Optional.empty());
    }

    /** What a run says at its end: how its governments ended, and that nothing more comes. */
    void ends(ArchivedRecord metadata) throws CatalogException {
        Optional<Long> run = run(metadata.run());
        if (run.isEmpty()) {
            return;
        }
        for (Map.Entry<String, String> field : metadata.fields().entrySet()) {
            if (field.getKey().startsWith(FINISH)) {
                String code = field.getKey().substring(FINISH.length());
                Optional<Finish> finish = Finish.parse(code, field.getValue());
                if (finish.isPresent()) {
                    finish(run.get(), finish.get());
                }
            }
        }
        if (metadata.fields().containsKey("closes")) {
            int closed = metadata.fields().containsKey("count.interrupted") ? 0 : 1;
            database.update("UPDATE run SET closed = ? WHERE id = ?", closed, run.get());
        }
    }

    private void finish(long run, Finish finish) throws CatalogException {
        database.update(
                "INSERT OR REPLACE INTO finish (run, government, \"end\", pages, reports, columns, columns_failed,"
                        + " reports_failed, denied, beyond_budget, behind_gone) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                run,
                finish.government(),
                finish.end().code(),
                finish.pages(),
                finish.reports(),
                finish.columns(),
                finish.columnsFailed(),
                finish.reportsFailed(),
                finish.denied(),
                finish.beyondBudget(),
                finish.behindGone());
    }

    private void visit(
            ArchivedRecord record, Visit visit, long address, Optional<Integer> status, Optional<Long> capture)
            throws CatalogException {
        Optional<Long> via = visit.via().url().isEmpty()
                ? Optional.empty()
                : Optional.of(address(visit.via().url()));
        database.update(
                "INSERT INTO visit (run, government, address, fetched_at, status, outcome, asked, purpose, via, anchor, capture)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                run(record.run()),
                visit.government(),
                address,
                Times.text(record.date()),
                status,
                visit.outcome().code(),
                capture.isPresent() || visit.wasAsked() && visit.outcome() != Outcome.OUT_OF_SCOPE ? 1 : 0,
                visit.purpose().code(),
                via,
                visit.via().anchorText(),
                capture);
        visits++;
        touch(address);
    }

    /**
     * A later run's row of a code replaces an earlier run's; within a run, which may have several seeds files, the first one counts, as it does for the crawl.
     *
     * @return whether names or codes changed, on which attribution depends
     */
    boolean seeds(ArchivedRecord record) throws CatalogException {
        Payload csv = record.payload().orElseThrow();
        Optional<Long> run = run(record.run());
        boolean changed = false;
        for (Government government :
                Seeds.parse(new String(csv.bytes(), StandardCharsets.UTF_8)).governments()) {
            boolean same = database.first(
                            "SELECT 1 FROM government WHERE code = ? AND name = ? AND province = ? AND parent = ?",
                            row -> true,
                            government.code(),
                            government.name(),
                            government.province(),
                            government.parent())
                    .isPresent();
            int written = database.update(
                    "INSERT INTO government (code, name, level, province, parent, portal_url, report_list_url, stated_at, stated_in)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (code) DO UPDATE SET"
                            + " name = excluded.name, level = excluded.level, province = excluded.province,"
                            + " parent = excluded.parent, portal_url = excluded.portal_url,"
                            + " report_list_url = excluded.report_list_url, stated_at = excluded.stated_at,"
                            + " stated_in = excluded.stated_in WHERE excluded.stated_at >= stated_at"
                            + " AND (stated_in IS NULL OR excluded.stated_in IS NOT stated_in)",
                    government.code(),
                    government.name(),
                    government.level().code(),
                    government.province(),
                    government.parent(),
                    government.portal(),
                    government.reportList(),
                    Times.text(record.date()),
                    run);
            changed |= !same && written > 0;
        }
        return changed;
    }

    /** Every address that has a report is to be derived again. */
    void touchAllReports() throws CatalogException {
        database.update("INSERT OR IGNORE INTO touched SELECT c.address FROM capture c"
                + " JOIN document d ON d.id = c.document WHERE d.content IS NOT NULL OR c.publication IS NOT NULL");
    }

    private void touch(long address) throws CatalogException {
        database.update("INSERT OR IGNORE INTO touched VALUES (?)", address);
    }

    private long address(String url) throws CatalogException {
        return Keys.of(database, "address", "url", url);
    }

    private Optional<Long> run(Optional<RunId> run) throws CatalogException {
        return run.isEmpty()
                ? Optional.empty()
                : database.first(
                        "SELECT id FROM run WHERE name = ?",
                        row -> row.number(1),
                        run.get().value());
    }

    /** {@code urn:uuid:X} and {@code <urn:uuid:X>} as X; any other id as it is. */
    static String uuid(String recordId) {
        String id = recordId.startsWith("<") && recordId.endsWith(">")
                ? recordId.substring(1, recordId.length() - 1)
                : recordId;
        return id.regionMatches(true, 0, "urn:uuid:", 0, 9) ? id.substring(9) : id;
    }
}
