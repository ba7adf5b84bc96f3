package org.annals.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.annals.capture.RecordLocation;

/**
 * One line of the index: a capture by address and time, in CDXJ as pywb and OutbackCDX read it. Lines are pure ASCII, so that they sort the same everywhere.
 *
 * <pre>
 * cn,gov,example)/a 20260131120000 {"url":"http://www.example.gov.cn/a","mime":"text/html","status":"200","digest":"sha256:…","length":"4711","offset":"815","filename":"warc/2026/…"}
 * </pre>
 *
 * @param timestamp 14 digits, UTC
 * @param mime the declared media type without parameters; {@code warc/revisit} for a revisit
 * @param status 0 where there is none
 * @param digest the labelled payload digest
 */
record IndexEntry(
        String key, String timestamp, String url, String mime, int status, String digest, RecordLocation location) {
    private static final String REVISIT = "warc/revisit";
    private static final int NOT_MODIFIED = 304;
    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    /** In order of time; within a second, in the order in which the records were written. */
    static final Comparator<IndexEntry> BY_TIME = Comparator.comparing(IndexEntry::timestamp)
            .thenComparing(entry -> entry.location().warcPath())
            .thenComparing(entry -> entry.location().offset());

    /** Of a response, revisit or resource record with a target. */
    static IndexEntry of(RawRecord capture) {
        if (capture.is("resource")) {
            return resource(
                    capture.target().orElse(""),
                    capture.date(),
                    capture.header("Content-Type").orElse(""),
                    capture.header("WARC-Payload-Digest").orElse("-"),
                    capture.location());
        }
        return of(
                capture.target().orElse(""),
                capture.date(),
                HttpBlock.of(capture.block()),
                capture.is("revisit"),
                capture.header("WARC-Payload-Digest").orElse("-"),
                capture.location());
    }

    static IndexEntry of(
            String target, Instant date, HttpBlock http, boolean revisit, String digest, RecordLocation location) {
        String mime = mime(http.header("Content-Type").orElse(""));
        return new IndexEntry(
                TargetUri.key(target),
                TIMESTAMP.format(date),
                target,
                revisit ? REVISIT : mime,
                http.status().orElse(0),
                digest,
                location);
    }

    /** Of bare content, which has no status. */
    static IndexEntry resource(
            String target, Instant date, String contentType, String digest, RecordLocation location) {
        return new IndexEntry(
                TargetUri.key(target), TIMESTAMP.format(date), target, mime(contentType), 0, digest, location);
    }

    static String stamp(Instant date) {
        return TIMESTAMP.format(date);
    }

    private static String mime(String contentType) {
        int semicolon = contentType.indexOf(';');
        String type = (semicolon < 0 ? contentType : contentType.substring(0, semicolon)).strip();
        return type.isEmpty() ? "unk" : type;
    }

    /** Whether the server said that the address is as it was. */
    boolean isNotModified() {
        return isRevisit() && status == NOT_MODIFIED;
    }

    boolean isRevisit() {
        return mime.equals(REVISIT);
    }

    String line() {
        ObjectNode json = JSON.createObjectNode();
        json.put("url", url);
        json.put("mime", mime);
        if (status > 0) {
            json.put("status", Integer.toString(status));
        }
        json.put("digest", digest);
        json.put("length", Long.toString(location.length()));
        json.put("offset", Long.toString(location.offset()));
        json.put("filename", location.warcPath());
        try {
            return key + " " + timestamp + " " + JSON.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts and nothing else can be written", e);
        }
    }

    /**
     * Empty for a line that is none of ours or is damaged: the index only ever points, what it points to is looked at.
     */
    static Optional<IndexEntry> parse(String line) {
        String[] parts = line.split(" ", 3);
        if (parts.length < 3) {
            return Optional.empty();
        }
        try {
            JsonNode json = JSON.readTree(parts[2]);
            RecordLocation location = new RecordLocation(
                    json.path("filename").asText(),
                    json.path("offset").asLong(-1),
                    json.path("length").asLong(-1));
            return Optional.of(new IndexEntry(
                    parts[0],
                    parts[1],
                    json.path("url").asText(),
                    json.path("mime").asText(),
                    json.path("status").asInt(0),
                    json.path("digest").asText(),
                    location));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
