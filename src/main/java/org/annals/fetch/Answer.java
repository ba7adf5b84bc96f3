package org.annals.fetch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.annals.capture.ContentDecoding;
import org.annals.capture.Exchange;
import org.annals.capture.Header;
import org.annals.capture.Payload;
import org.annals.capture.Truncation;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;

/** The body of an answer, read as far as limits and luck allow. */
final class Answer {
    /** A payload up to here needs no room of its own. */
    private static final int SMALL_PAYLOAD = 1 << 20;

    private final int status;
    private final List<Header> headers;
    private final int end;
    private final ContentDecoding payload;
    private final Truncation truncation;

    private Answer(int status, List<Header> headers, int end, ContentDecoding payload, Truncation transfer) {
        this.status = status;
        this.headers = headers;
        this.end = end;
        this.payload = payload;
        this.truncation = transfer != null ? transfer : decoding(payload.state());
    }

    /** Why the answer is not whole; empty where it is. */
    Optional<Truncation> truncation() {
        return Optional.ofNullable(truncation);
    }

    Exchange exchange(String url, Instant startedAt, Instant endedAt, String ip, Wire wire) {
        String contentType = headers.stream()
                .filter(header -> header.name().equalsIgnoreCase("Content-Type"))
                .map(Header::value)
                .findFirst()
                .orElse(null);
        return new Exchange(
                url,
                startedAt,
                endedAt,
                ip,
                wire.request(),
                wire.response(end),
                status,
                headers,
                Payload.of(payload.bytes(), contentType, url),
                truncation);
    }

    /**
     * Reads the body.
     *
     * @param room is taken where the body is a big one
     * @throws IOException only if the fetcher was closed meanwhile: half an answer would be the program's fault, not the portal's
     */
    static Answer read(ClassicHttpResponse response, Wire wire, Attempt attempt, FetchLimits limits, BodyRoom room)
            throws IOException {
        List<Header> headers = headers(response);
        HttpEntity entity = response.getEntity();
        // of a chunked body the parts are collected; any other is on the wire as it is
        ByteArrayOutputStream parts = entity != null && entity.isChunked() ? new ByteArrayOutputStream() : null;
        Truncation truncation = null;
        if (entity != null) {
            boolean encoded = !codings(headers).isEmpty();
            long most = Math.min(
                    limits.maxBody(), entity.getContentLength() < 0 ? Long.MAX_VALUE : entity.getContentLength());
            long needed = encoded ? most + limits.maxDecoded() : most;
            truncation = read(entity.getContent(), parts, wire, attempt, limits, () -> room.take(needed));
        }
        int end = truncation == Truncation.LENGTH ? wire.kept() : wire.position();
        byte[] body = parts == null ? wire.body(end) : parts.toByteArray();
        return new Answer(response.getCode(), headers, end, decode(body, codings(headers), limits, room), truncation);
    }

    /** A body that grows big only by decoding is decoded once more, when there is room for it. */
    private static ContentDecoding decode(byte[] body, List<String> codings, FetchLimits limits, BodyRoom room)
            throws IOException {
        boolean mayGrow = !room.isTaken() && limits.maxDecoded() > SMALL_PAYLOAD;
        ContentDecoding payload = ContentDecoding.decode(body, codings, mayGrow ? SMALL_PAYLOAD : limits.maxDecoded());
        if (!mayGrow || payload.bytes().length < SMALL_PAYLOAD) {
            return payload;
        }
        room.take(limits.maxDecoded());
        return ContentDecoding.decode(body, codings, limits.maxDecoded());
    }

    @FunctionalInterface
    private interface MakeRoom {
        void forTheRest() throws IOException;
    }

    private static Truncation read(
            InputStream in, ByteArrayOutputStream parts, Wire wire, Attempt attempt, FetchLimits limits, MakeRoom room)
            throws IOException {
        byte[] piece = new byte[16 << 10];
        boolean small = true;
        try {
            while (true) {
                wire.keep();
                if (small && wire.bodyRead() > BodyRoom.SMALL) {
                    small = false;
                    room.forTheRest();
                }
                long left = limits.maxBody() - wire.bodyRead();
                // at the limit one byte is asked for, to see whether there is any
                int n = in.read(piece, 0, (int) Math.max(1, Math.min(left, piece.length)));
                if (n < 0) {
                    // a Content-Length that is too small: there is more of the page than it says
                    return parts == null && wire.hasMore() ? Truncation.UNSPECIFIED : null;
                }
                if (left <= 0) {
                    return Truncation.LENGTH;
                }
                if (parts != null) {
                    parts.write(piece, 0, n);
                }
            }
        } catch (IOException e) {
            if (attempt.broken() == Attempt.Break.CLOSED) {
                throw e;
            }
            return truncation(e, wire, attempt);
        }
    }

    private static Truncation truncation(IOException e, Wire wire, Attempt attempt) {
        if (e instanceof Wire.LimitException) {
            return Truncation.LENGTH;
        }
        if (e instanceof SocketTimeoutException || attempt.broken() == Attempt.Break.DEADLINE) {
            return Truncation.TIME;
        }
        return wire.ended() || e instanceof SocketException ? Truncation.DISCONNECT : Truncation.UNSPECIFIED;
    }

    private static List<String> codings(List<Header> headers) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase("Content-Encoding"))
                .map(Header::value)
                .toList();
    }

    private static Truncation decoding(ContentDecoding.State state) {
        return switch (state) {
            case WHOLE -> null;
            case TOO_LONG -> Truncation.LENGTH;
            case DAMAGED -> Truncation.UNSPECIFIED;
        };
    }

    private static List<Header> headers(ClassicHttpResponse response) {
        return Arrays.stream(response.getHeaders())
                .filter(header -> !header.getName().isEmpty())
                .map(header -> new Header(header.getName(), value(header.getValue())))
                .toList();
    }

    /** Read as UTF-8 where it is that, else as Latin-1; a bare CR, LF or NUL becomes a blank (RFC 9110, 5.5). */
    private static String value(String latin1) {
        if (latin1 == null) {
            return "";
        }
        String value;
        try {
            value = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(latin1.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException e) {
            value = latin1;
        }
        return value.replaceAll("[\\r\\n\\x00]", " ").strip();
    }
}
