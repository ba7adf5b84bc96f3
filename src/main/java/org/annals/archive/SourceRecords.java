package org.annals.archive;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.annals.capture.ImportSource;
import org.annals.capture.Truncation;

/** Records of other programs as captures that can be written again. */
final class SourceRecords {
    private static final int NOT_MODIFIED = 304;

    private SourceRecords() {}

    /** Of a response or resource; empty where a response is none of HTTP. */
    static Optional<ForeignCapture> capture(RawRecord record, Optional<RawRecord> request, ImportSource source) {
        Optional<String> contentType =
                record.header("Content-Type").map(String::strip).filter(type -> !type.isEmpty());
        // some programs keep bare content in response records
        if (record.is("resource") || contentType.isPresent() && !record.isHttp()) {
            return Optional.of(capture(
                    record,
                    Optional.empty(),
                    record.block(),
                    Optional.of(contentType.orElse("application/octet-stream")),
                    List.of(),
                    source));
        }
        return ReadableHttp.of(record.block())
                .map(http -> capture(record, request, http.block(), Optional.empty(), http.changes(), source));
    }

    /** Of a revisit, with the body of the response that it stands for below its own head. */
    static Optional<ForeignCapture> revisit(RawRecord revisit, RawRecord original, ImportSource source) {
        HttpBlock first = HttpBlock.of(original.block());
        HttpBlock own = HttpBlock.of(revisit.block());
        boolean notModified = own.status().equals(Optional.of(NOT_MODIFIED));
        byte[] head = own.status().isPresent() && !notModified ? own.head() : first.head();
        byte[] body = first.body(); // a head that speaks of chunks is put right below
        byte[] block = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, block, head.length, body.length);
        return ReadableHttp.of(block)
                .map(http ->
                        capture(revisit, Optional.empty(), http.block(), Optional.empty(), http.changes(), source));
    }

    private static ForeignCapture capture(
            RawRecord record,
            Optional<RawRecord> request,
            byte[] block,
            Optional<String> contentType,
            List<String> changes,
            ImportSource source) {
        return new ForeignCapture(
                record.target().orElseThrow(),
                record.date(),
                record.header("WARC-IP-Address"),
                request.map(RawRecord::block).filter(ReadableHttp::isRequest),
                block,
                contentType,
                record.header("WARC-Truncated").map(SourceRecords::truncation),
                changes,
                source);
    }

    static Truncation truncation(String reason) {
        try {
            return Truncation.valueOf(reason.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return Truncation.UNSPECIFIED;
        }
    }
}
