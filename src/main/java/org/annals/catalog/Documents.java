package org.annals.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.annals.capture.Payload;
import org.annals.capture.RecordLocation;

/** Parse results, one for each distinct payload and declared type. */
final class Documents {
    /**
     * @param content empty where there is no report
     * @param fault what went wrong where the parser failed
     */
    private record Parsed(String mediaType, Optional<Long> content, Optional<String> fault) {}

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

    /**
     * @param ahead what was read of it ahead of its turn
     * @return key of the document, parsed now unless it was before
     */
    long of(Payload payload, long payloadKey, RecordLocation at, Optional<DocumentReading> ahead)
            throws CatalogException {
        String contentType = payload.contentType().orElse("");
        Optional<Long> known = database.first(
                "SELECT id FROM document WHERE payload = ? AND content_type = ?",
                row -> row.number(1),
                payloadKey,
                contentType);
        if (known.isPresent()) {
            return known.get();
        }
        Parsed read = parsed(ahead.orElseGet(() -> DocumentReading.of(payload, parsing)), at);
        return database.insert(
                "INSERT INTO document (payload, content_type, parser_version, media_type, content, fault)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                payloadKey,
                contentType,
                parsing.version(),
                read.mediaType(),
                read.content(),
                read.fault());
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
        Parsed read = parsed(DocumentReading.of(payload, parsing), outdated.capture());
        database.update(
                "UPDATE document SET parser_version = ?, media_type = ?, content = ?, fault = ? WHERE id = ?",
                parsing.version(),
                read.mediaType(),
                read.content(),
                read.fault(),
                outdated.document());
        database.update(
                "INSERT OR IGNORE INTO touched SELECT address FROM capture WHERE document = ?", outdated.document());
    }

    private Parsed parsed(DocumentReading reading, RecordLocation at) throws CatalogException {
        parsed++;
        reading.fault().ifPresent(fault -> faults.add(at.warcPath() + " at offset " + at.offset() + ": " + fault));
        Optional<Long> content = reading.content().isPresent()
                ? Optional.of(contents.store(reading.content().get()))
                : Optional.empty();
        return new Parsed(reading.mediaType(), content, reading.fault());
    }
}
