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
     * @throws IOException only if the fetcher was closed meanwhile: half an answer would be the program's fault, not the portal's
     */
    static Answer read(ClassicHttpResponse response, Wire wire, Attempt attempt, FetchLimits limits)
            throws IOException {
        List<Header> headers = headers(response);
        HttpEntity entity = response.getEntity();
        // of a chunked body the parts are collected; any other is on the wire as it is
        ByteArrayOutputStream parts = entity != null && entity.isChunked() ? new ByteArrayOutputStream() : null;
        Truncation truncation = entity == null ? null : read(entity.getContent(), parts, wire, attempt, limits);
        int end = truncation == Truncation.LENGTH ? wire.kept() : wire.position();
        byte[] body = parts == null ? wire.body(end) : parts.toByteArray();
        ContentDecoding payload = ContentDecoding.decode(body, codings(headers), limits.maxDecoded());
        return new Answer(response.getCode(), headers, end, payload, truncation);
    }

    private static Truncation read(
            InputStream in, ByteArrayOutputStream parts, Wire wire, Attempt attempt, FetchLimits limits)
            throws IOException {
        byte[] piece = new byte[16 << 10];
        try {
            while (true) {
                wire.keep();
                long room = limits.maxBody() - wire.bodyRead();
                // at the limit one byte is asked for, to see whether there is any
                int n = in.read(piece, 0, (int) Math.max(1, Math.min(room, piece.length)));
                if (n < 0) {
                    // a Content-Length that is too small: there is more of the page than it says
                    return parts == null && wire.hasMore() ? Truncation.UNSPECIFIED : null;
                }
                if (room <= 0) {
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
