package org.annals.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.annals.capture.Payload;
import org.annals.capture.RecordLocation;
import org.annals.parse.ParseResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Parse results, one for each distinct payload and declared type. */
final class Documents {
    private static final Logger LOG = LoggerFactory.getLogger(Documents.class);

    /** Tells a document with a report from one without. */
    private record Parsed(String mediaType, Optional<Long> content) {}

    private final Database database;
    private final Parsing parsing;
    private final ContentStore contents;
    private final List<String> faults = new ArrayList<>();
    private long parsed;

    Documents(Database database, Parsing parsing, ContentStore contents) {
        this.database = database;
        this.parsing = parsing;
        this.contents = contents;
    }

    long parsed() {
        return parsed;
    }

    List<String> faults() {
        return faults;
    }

    /** @return key of the document, parsed now unless it was before */
    long of(Payload payload, long payloadKey, RecordLocation at) throws CatalogException {
        String contentType = payload.contentType().orElse("");
        Optional<Long> known = database.first(
                "SELECT id FROM document WHERE payload = ? AND content_type = ?",
                row -> row.number(1),
                payloadKey,
                contentType);
        if (known.isPresent()) {
            return known.get();
        }
        Parsed read = parse(payload, at);
        return database.insert(
                "INSERT INTO document (payload, content_type, parser_version, media_type, content) VALUES (?, ?, ?, ?, ?)",
                payloadKey,
                contentType,
                parsing.version(),
                read.mediaType(),
                read.content());
    }

    /** One of the documents that another version of the parser read, with a capture that has its bytes. */
    record Outdated(long document, RecordLocation capture) {}

    List<Outdated> outdated(int limit) throws CatalogException {
        return database.list(
                "SELECT d.id, f.path, c.\"offset\", c.length FROM document d"
                        + " JOIN capture c ON c.id = (SELECT min(id) FROM capture WHERE document = d.id)"
                        + " JOIN warc_file f ON f.id = c.file WHERE d.parser_version <> ? LIMIT ?",
                row -> new Outdated(row.number(1), new RecordLocation(row.text(2), row.number(3), row.number(4))),
                parsing.version(),
                limit);
    }

    /** Parses a document again; every address that has it is to be derived again. */
    void renew(Outdated outdated, Payload payload) throws CatalogException {
        Parsed read = parse(payload, outdated.capture());
        database.update(
                "UPDATE document SET parser_version = ?, media_type = ?, content = ? WHERE id = ?",
                parsing.version(),
                read.mediaType(),
                read.content(),
                outdated.document());
        database.update(
                "INSERT OR IGNORE INTO touched SELECT address FROM capture WHERE document = ?", outdated.document());
    }

    private Parsed parse(Payload payload, RecordLocation at) throws CatalogException {
        parsed++;
        ParseResult result;
        try {
            result = parsing.parser().apply(payload);
            return new Parsed(
                    result.mediaType(),
                    result.report().isPresent()
                            ? Optional.of(contents.store(
                                    result.report().get(),
                                    parsing.checks().apply(result.report().get())))
                            : Optional.empty());
        } catch (RuntimeException | StackOverflowError e) {
            // a page must not be able to keep all others out of the catalogue
            String fault = at.warcPath() + " at " + at.offset() + ": the parser failed: " + e;
            LOG.error(fault, e);
            faults.add(fault);
            return new Parsed(MediaTypes.declared(payload).orElse("application/octet-stream"), Optional.empty());
        }
    }
}
