package org.annals.archive;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.annals.capture.ImportSource;
import org.annals.capture.Payload;
import org.annals.capture.RecordLocation;
import org.annals.capture.RunId;
import org.annals.capture.Truncation;
import org.annals.capture.Visit;

/**
 * One WARC record as read back.
 *
 * @param recordId the WARC-Record-ID, a urn:uuid
 * @param run the run whose file it stands in, from the file's warcinfo; empty for files of others
 * @param targetUri empty for a warcinfo
 * @param concurrentTo id of the record this one goes with: metadata → its response or revisit
 * @param status of a response or revisit
 * @param redirect the Location header of a response or revisit as sent, which may be relative
 * @param truncation why the response is not whole
 * @param payload of a response, a revisit (taken from the capture it refers to) or a resource, decoded; empty too for a
 *     revisit whose original cannot be read
 * @param visit of a metadata record that carries one
 * @param source of a metadata record that tells where its capture was taken from
 * @param fields of a warcinfo or closing record ({@code application/warc-fields}), first value of each name; settings,
 *     counts and governments' ends stand there as {@code setting.NAME}, {@code count.NAME} and {@code finish.CODE}
 */
public record ArchivedRecord(
        Type type,
        String recordId,
        RecordLocation location,
        Optional<RunId> run,
        Instant date,
        Optional<String> targetUri,
        Optional<String> concurrentTo,
        Optional<Integer> status,
        Optional<String> redirect,
        Optional<Truncation> truncation,
        Optional<Payload> payload,
        Optional<Visit> visit,
        Optional<ImportSource> source,
        Map<String, String> fields) {
    /** The WARC record types that Annals reads. */
    public enum Type {
        WARCINFO,
        REQUEST,
        RESPONSE,
        REVISIT,
        RESOURCE,
        METADATA,
        OTHER
    }

    public ArchivedRecord {
        Objects.requireNonNull(type);
        Objects.requireNonNull(recordId);
        Objects.requireNonNull(location);
        Objects.requireNonNull(run);
        Objects.requireNonNull(date);
        Objects.requireNonNull(targetUri);
        Objects.requireNonNull(concurrentTo);
        Objects.requireNonNull(status);
        Objects.requireNonNull(redirect);
        Objects.requireNonNull(truncation);
        Objects.requireNonNull(payload);
        Objects.requireNonNull(visit);
        Objects.requireNonNull(source);
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }
}
