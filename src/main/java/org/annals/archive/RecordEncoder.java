package org.annals.archive;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.annals.capture.Exchange;
import org.annals.capture.Truncation;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.MessageVersion;
import org.netpreserve.jwarc.WarcCaptureRecord;
import org.netpreserve.jwarc.WarcMetadata;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcRequest;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcRevisit;
import org.netpreserve.jwarc.Warcinfo;

/**
 * Makes the records of one WARC file, each as one gzip member: WARC 1.1 (ISO 28500:2017), dates in UTC with
 * milliseconds, SHA-256 of block and payload. The digests are in hex, for base32 would need padding, which the grammar
 * of a labelled digest does not allow.
 */
final class RecordEncoder {
    /**
     * Where the original lies, so that a revisit can be read without an index. Not of the standard; web archives have
     * used these two for long.
     */
    static final String REFERS_TO_FILE = "WARC-Refers-To-Filename";

    static final String REFERS_TO_OFFSET = "WARC-Refers-To-File-Offset";

    /** Says that a capture was taken in from elsewhere. */
    static final String SOURCE_URI = "WARC-Source-URI";

    private static final Pattern IP_ADDRESS = Pattern.compile("[0-9A-Fa-f:.]{2,45}");
    private static final MediaType HTTP_OF_DOUBTFUL_LENGTH = MediaType.parse("application/http");
    private static final MediaType CSV = MediaType.parse("text/csv");

    private final String warcinfoId;
    private final int gzipLevel;

    RecordEncoder(UUID warcinfo, int gzipLevel) {
        this.warcinfoId = bracketed(warcinfo);
        this.gzipLevel = gzipLevel;
    }

    byte[] warcinfo(UUID id, String fileName, Instant date, WarcFields fields) throws IOException {
        byte[] block = fields.bytes();
        return encode(common(new Warcinfo.Builder(), id, date, block)
                .filename(fileName)
                .body(MediaType.WARC_FIELDS, PlainChannel.of(block), block.length)
                .build());
    }

    /**
     * What the head of a record says of a capture.
     *
     * @param target as it may stand in a header
     * @param sourceUri where the capture was taken from that Annals did not make itself
     */
    record Captured(
            String target,
            Instant date,
            Optional<String> ip,
            Optional<Truncation> truncation,
            Optional<String> sourceUri) {
        static Captured of(Exchange exchange) {
            return new Captured(
                    TargetUri.of(exchange.url()),
                    exchange.startedAt(),
                    exchange.ip(),
                    exchange.truncation(),
                    Optional.empty());
        }

        static Captured of(ForeignCapture capture) {
            return new Captured(
                    TargetUri.of(capture.url()),
                    capture.date(),
                    capture.ip(),
                    capture.truncation(),
                    Optional.of(ImportFields.uri(capture.source())));
        }
    }

    byte[] request(UUID id, UUID capture, Captured captured, byte[] block) throws IOException {
        String payload = Sha256.labelled(HttpBlock.requestBody(block));
        WarcRequest.Builder builder = new WarcRequest.Builder(captured.target());
        captured(builder, id, captured, block, payload).setHeader("WARC-Concurrent-To", bracketed(capture));
        return encode(builder.body(MediaType.HTTP_REQUEST, PlainChannel.of(block), block.length)
                .build());
    }

    /**
     * The answer as it came, but for a chunked body that was cut: it has no last chunk, and readers refuse it whatever
     * WARC-Truncated says. Its chunk sizes are taken out and the header is renamed, as other archives do.
     */
    byte[] response(UUID id, Captured captured, HttpBlock http, String payloadDigest) throws IOException {
        byte[] block = captured.truncation().isPresent() && http.isChunked() ? http.withoutChunks() : http.bytes();
        WarcResponse.Builder builder = new WarcResponse.Builder(captured.target());
        captured(builder, id, captured, block, payloadDigest);
        captured.truncation().ifPresent(reason -> builder.setHeader("WARC-Truncated", reason.code()));
        // validators take the Content-Length of a msgtype=response at its word; a cut answer, or one to HEAD, cannot
        // keep it
        MediaType type = http.lengthAgrees() ? MediaType.HTTP_RESPONSE : HTTP_OF_DOUBTFUL_LENGTH;
        return encode(builder.body(type, PlainChannel.of(block), block.length).build());
    }

    /**
     * A revisit with the HTTP head alone; the payload is the one of the original.
     *
     * @param profile who says so: the digest of what was sent again, or the server
     */
    byte[] revisit(UUID id, Captured captured, HttpBlock http, URI profile, String payloadDigest, RawRecord original)
            throws IOException {
        byte[] block = http.head();
        WarcRevisit.Builder builder = new WarcRevisit.Builder(captured.target(), profile);
        captured(builder, id, captured, block, payloadDigest);
        builder.setHeader("WARC-Refers-To", "<" + original.id() + ">");
        builder.setHeader("WARC-Refers-To-Target-URI", original.target().orElseThrow());
        builder.setHeader("WARC-Refers-To-Date", original.date().toString());
        builder.setHeader(REFERS_TO_FILE, original.location().warcPath());
        builder.setHeader(REFERS_TO_OFFSET, Long.toString(original.location().offset()));
        return encode(builder.body(MediaType.HTTP_RESPONSE, PlainChannel.of(block), block.length)
                .build());
    }

    /** What another program kept of an address without its HTTP head. */
    byte[] resource(UUID id, Captured captured, String contentType, byte[] block) throws IOException {
        WarcResource.Builder builder = common(new WarcResource.Builder(), id, captured.date(), block)
                .setHeader("WARC-Target-URI", captured.target())
                .setHeader("WARC-Warcinfo-ID", warcinfoId)
                .setHeader("WARC-Payload-Digest", Sha256.labelled(block));
        captured.sourceUri().ifPresent(uri -> builder.setHeader(SOURCE_URI, uri));
        captured.truncation().ifPresent(reason -> builder.setHeader("WARC-Truncated", reason.code()));
        return encode(builder.body(mediaType(contentType), PlainChannel.of(block), block.length)
                .build());
    }

    private static MediaType mediaType(String said) {
        try {
            MediaType type = MediaType.parse(said);
            return said.equals(type.toString()) ? type : MediaType.OCTET_STREAM;
        } catch (IllegalArgumentException e) {
            return MediaType.OCTET_STREAM;
        }
    }

    byte[] metadata(UUID id, Instant date, String target, Optional<UUID> concurrentTo, WarcFields fields)
            throws IOException {
        byte[] block = fields.bytes();
        WarcMetadata.Builder builder = common(new WarcMetadata.Builder(), id, date, block)
                .targetURI(target)
                .setHeader("WARC-Warcinfo-ID", warcinfoId);
        concurrentTo.ifPresent(capture -> builder.setHeader("WARC-Concurrent-To", bracketed(capture)));
        return encode(builder.body(MediaType.WARC_FIELDS, PlainChannel.of(block), block.length)
                .build());
    }

    byte[] csvResource(UUID id, Instant date, String target, byte[] block) throws IOException {
        return encode(common(new WarcResource.Builder(), id, date, block)
                .setHeader("WARC-Target-URI", target)
                .setHeader("WARC-Warcinfo-ID", warcinfoId)
                .setHeader("WARC-Payload-Digest", Sha256.labelled(block))
                .body(CSV, PlainChannel.of(block), block.length)
                .build());
    }

    private <R extends WarcCaptureRecord, B extends WarcCaptureRecord.AbstractBuilder<R, B>> B captured(
            B builder, UUID id, Captured captured, byte[] block, String payloadDigest) {
        common(builder, id, captured.date(), block)
                .setHeader("WARC-Payload-Digest", payloadDigest)
                .setHeader("WARC-Warcinfo-ID", warcinfoId);
        captured.sourceUri().ifPresent(uri -> builder.setHeader(SOURCE_URI, uri));
        captured.ip()
                .filter(ip -> IP_ADDRESS.matcher(ip).matches())
                .ifPresent(ip -> builder.setHeader("WARC-IP-Address", ip));
        return builder;
    }

    private static <R extends WarcRecord, B extends WarcRecord.AbstractBuilder<R, B>> B common(
            B builder, UUID id, Instant date, byte[] block) {
        return builder.version(MessageVersion.WARC_1_1)
                .recordId(id)
                .date(date.truncatedTo(ChronoUnit.MILLIS))
                .setHeader("WARC-Block-Digest", Sha256.labelled(block));
    }

    private byte[] encode(WarcRecord record) throws IOException {
        return GzipMember.of(record, gzipLevel);
    }

    private static String bracketed(UUID id) {
        return "<urn:uuid:" + id + ">";
    }
}
