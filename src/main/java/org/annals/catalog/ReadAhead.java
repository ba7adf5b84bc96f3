package org.annals.catalog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.annals.archive.ArchivedRecord;
import org.annals.archive.ArchivedRecord.Type;
import org.annals.capture.Payload;

/**
 * Parses payloads on the threads that read the archive, ahead of the one thread that writes the catalogue. It only guesses which payloads the catalogue will ask for:
 * whole answers that are no revisit, each payload once. What it leaves out is parsed when its turn comes. Safe for many threads.
 */
final class ReadAhead {
    /** So many payloads are remembered as parsed; one that comes again later is parsed again, for nothing but time. */
    private static final int REMEMBERED = 20_000;

    private final Parsing parsing;
    private final Set<String> begun = Collections.synchronizedSet(Collections.newSetFromMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    }));

    ReadAhead(Parsing parsing) {
        this.parsing = parsing;
    }

    PreparedRecord prepare(ArchivedRecord record) {
        boolean answer = record.type() == Type.RESPONSE
                && record.truncation().isEmpty()
                && record.status().map(Facts.HOLDS_A_DOCUMENT::contains).orElse(false);
        Optional<Payload> payload = record.payload().filter(p -> answer || isWebResource(record));
        Optional<DocumentReading> reading = payload.filter(this::isNew).map(p -> DocumentReading.of(p, parsing));
        return new PreparedRecord(record, reading);
    }

    private static boolean isWebResource(ArchivedRecord record) {
        return record.type() == Type.RESOURCE
                && record.targetUri().map(target -> target.startsWith("http")).orElse(false);
    }

    private boolean isNew(Payload payload) {
        return begun.add(payload.sha256() + " " + payload.contentType().orElse(""));
    }
}
