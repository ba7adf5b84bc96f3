package org.annals.archive;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.annals.capture.RecordLocation;
import org.netpreserve.jwarc.MessageHeaders;

/**
 * One WARC record as it lies in its file.
 *
 * @param version for example {@code WARC/1.1}
 * @param block the record's content, as long as its Content-Length says
 */
record RawRecord(String version, MessageHeaders headers, byte[] block, RecordLocation location) {
    Optional<String> header(String name) {
        return headers.first(name);
    }

    String type() {
        return header("WARC-Type").orElse("");
    }

    String id() {
        return header("WARC-Record-ID").map(RawRecord::withoutBrackets).orElse("");
    }

    /** Ids and, in files of some programs, addresses stand in angle brackets. */
    Optional<String> target() {
        return header("WARC-Target-URI").map(RawRecord::withoutBrackets);
    }

    Optional<String> concurrentTo() {
        return header("WARC-Concurrent-To").map(RawRecord::withoutBrackets);
    }

    Optional<String> refersTo() {
        return header("WARC-Refers-To").map(RawRecord::withoutBrackets);
    }

    /** WARC-Date; 1970 where it is missing or no date, which the verifier reports. */
    Instant date() {
        try {
            return header("WARC-Date").map(Instant::parse).orElse(Instant.EPOCH);
        } catch (DateTimeException e) {
            return Instant.EPOCH;
        }
    }

    boolean is(String type) {
        return type().equals(type);
    }

    boolean isCapture() {
        return is("response") || is("revisit");
    }

    /** Whether it stands in the index: a capture, or what another program kept of a web address without its HTTP head. */
    boolean isIndexed() {
        return isCapture() || is("resource") && isWeb();
    }

    /** Whether it was taken in from a file of another program. */
    boolean isImported() {
        return header(RecordEncoder.SOURCE_URI).isPresent() && isIndexed();
    }

    boolean isWeb() {
        String target = target().orElse("").toLowerCase(Locale.ROOT);
        return target.startsWith("http://") || target.startsWith("https://");
    }

    boolean isHttp() {
        return header("Content-Type").map(t -> t.startsWith("application/http")).orElse(false);
    }

    /** For messages: the type and what it is about. */
    String described() {
        return described(headers);
    }

    static String described(MessageHeaders headers) {
        String target = headers.first("WARC-Target-URI").map(t -> " " + t).orElse("");
        return headers.first("WARC-Type").orElse("record without type") + target;
    }

    static String withoutBrackets(String value) {
        return value.startsWith("<") && value.endsWith(">") ? value.substring(1, value.length() - 1) : value;
    }
}
