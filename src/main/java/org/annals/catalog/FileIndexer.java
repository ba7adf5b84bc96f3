package org.annals.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.annals.archive.ArchivedRecord;

/**
 * Takes in the records of one WARC file from where the last go stopped. A capture and the metadata record that tells its visit go in together or not at all: where
 * the file ends between the two, as it may while a crawl is writing, the next go begins at that capture. Work is committed in batches, each with the offset that
 * it reaches, so that a program killed at any time leaves a catalogue that goes on exactly there.
 */
final class FileIndexer {
    private static final int RECORDS_IN_A_BATCH = 2_000;

    private final Database database;
    private final RecordSource source;
    private final Facts facts;
    private final ReadAhead ahead;
    private final List<String> faults = new ArrayList<>();

    private String path;
    private long file;
    private long reached;
    private int inBatch;
    private PreparedRecord waiting;
    private long waitingFrom;

    FileIndexer(Database database, RecordSource source, Facts facts, Parsing parsing) {
        this.ahead = new ReadAhead(parsing);
        this.database = database;
        this.source = source;
        this.facts = facts;
    }

    /** Records that could not be read, one line each. */
    List<String> faults() {
        return faults;
    }

    /** Within a transaction of the caller, which this may commit and begin anew; the last batch is left uncommitted. */
    void index(String warcPath) throws IOException {
        path = warcPath;
        Optional<Long> known =
                database.first("SELECT indexed_to FROM warc_file WHERE path = ?", row -> row.number(1), path);
        if (known.isEmpty()) {
            database.update("INSERT INTO warc_file (path, indexed_to) VALUES (?, 0)", path);
        }
        file = database.first("SELECT id FROM warc_file WHERE path = ?", row -> row.number(1), path)
                .orElseThrow();
        reached = known.orElse(0L);
        waiting = null;
        waitingFrom = -1;
        if (source.length(path) <= reached) {
            return;
        }
        try {
            source.read(path, reached, ahead::prepare, this::accept, faults::add);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        if (waiting != null && waiting.record().run().isEmpty()) {
            // other programs write no visits: nothing more will come
            flush();
        }
        mark();
    }

    private void accept(PreparedRecord prepared) {
        ArchivedRecord record = prepared.record();
        try {
            facts.run(record);
            take(prepared);
            inBatch++;
            if (waitingFrom < 0) {
                reached = record.location().offset() + record.location().length();
                if (inBatch >= RECORDS_IN_A_BATCH) {
                    mark();
                    database.commit();
                    database.begin();
                    inBatch = 0;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void take(PreparedRecord prepared) throws IOException {
        ArchivedRecord record = prepared.record();
        switch (record.type()) {
            case REQUEST -> {
                flush();
                waitingFrom = record.location().offset();
            }
            case RESPONSE, REVISIT -> hold(prepared);
            case RESOURCE -> {
                String target = record.targetUri().orElse("");
                if (target.startsWith(Facts.SEEDS_URN)) {
                    flush();
                    if (facts.seeds(record)) {
                        facts.touchAllReports();
                    }
                } else if (target.startsWith("http://") || target.startsWith("https://")) {
                    hold(prepared);
                } else {
                    flush();
                }
            }
            case METADATA -> metadata(record);
            case WARCINFO, OTHER -> flush();
        }
    }

    private void hold(PreparedRecord prepared) throws IOException {
        ArchivedRecord record = prepared.record();
        long from = waiting == null && waitingFrom >= 0
                ? waitingFrom
                : record.location().offset();
        if (waiting != null) {
            flush();
        }
        if (record.targetUri().isEmpty()) {
            waitingFrom = -1;
            return;
        }
        waiting = prepared;
        waitingFrom = from;
    }

    private void metadata(ArchivedRecord record) throws IOException {
        boolean ofWaiting = waiting != null
                && (record.visit().isPresent() || record.source().isPresent())
                && record.concurrentTo()
                        .map(id -> Facts.uuid(id)
                                .equals(Facts.uuid(waiting.record().recordId())))
                        .orElse(false);
        if (ofWaiting) {
            facts.capture(waiting, Optional.of(record), file);
            waiting = null;
            waitingFrom = -1;
            return;
        }
        flush();
        facts.ends(record);
        if (record.visit().isPresent() && record.targetUri().isPresent()) {
            facts.attempt(record);
        }
    }

    /** The capture that waits for its visit gets none. */
    private void flush() throws IOException {
        if (waiting != null) {
            facts.capture(waiting, Optional.empty(), file);
            reached = Math.max(
                    reached,
                    waiting.record().location().offset()
                            + waiting.record().location().length());
        }
        waiting = null;
        waitingFrom = -1;
    }

    private void mark() throws CatalogException {
        database.update("UPDATE warc_file SET indexed_to = ? WHERE id = ?", reached, file);
    }
}
