package org.annals.catalog;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.annals.archive.ArchivedRecord;
import org.annals.capture.Payload;

/** One go over an archive: new records in, documents of an older parser read again, publications derived. */
final class Indexing {
    private static final int DOCUMENTS_IN_A_BATCH = 200;

    private final Database database;
    private final RecordSource source;
    private final Parsing parsing;
    private final ContentStore contents;
    private final Documents documents;
    private final Facts facts;

    Indexing(Database database, RecordSource source, Parsing parsing) {
        this.database = database;
        this.source = source;
        this.parsing = parsing;
        this.contents = new ContentStore(database);
        this.documents = new Documents(database, parsing, contents);
        this.facts = new Facts(database, documents);
    }

    Indexed run() throws IOException {
        if (Schema.versionOf(database) == 0) {
            Schema.create(database);
        }
        parseAgain();
        database.begin();
        try {
            FileIndexer indexer = new FileIndexer(database, source, facts, parsing);
            for (String file : source.files()) {
                indexer.index(file);
            }
            new Publications(database, contents).derive();
            database.commit();
            List<String> faults = new ArrayList<>(source.lost());
            faults.addAll(indexer.faults());
            faults.addAll(documents.faults());
            return new Indexed(facts.captures(), facts.visits(), documents.parsed(), faults);
        } catch (IOException | RuntimeException | Error e) {
            rollback(e);
            throw e;
        }
    }

    private void parseAgain() throws IOException {
        while (true) {
            List<Documents.Outdated> outdated = documents.outdated(DOCUMENTS_IN_A_BATCH);
            if (outdated.isEmpty()) {
                return;
            }
            database.begin();
            try {
                for (Documents.Outdated one : outdated) {
                    ArchivedRecord record = source.read(one.capture());
                    Payload payload = record.payload()
                            .orElseThrow(() -> new CatalogException("no payload any more at "
                                    + one.capture().warcPath() + " "
                                    + one.capture().offset()
                                    + "; see 'annals verify'"));
                    documents.renew(one, payload);
                }
                contents.dropUnused();
                database.commit();
            } catch (IOException | RuntimeException | Error e) {
                rollback(e);
                throw e;
            }
        }
    }

    private void rollback(Throwable cause) {
        contents.forget();
        try {
            database.rollback();
        } catch (CatalogException e) {
            // the connection is about to be closed, which rolls back as well
            cause.addSuppressed(e);
        }
    }
}
