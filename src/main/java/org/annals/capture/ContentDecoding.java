package org.annals.capture;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/**
 * A body with its content codings taken off (RFC 9110, 8.4). A portal's word is not trusted: what is not gzip is left as it is whatever was declared, and so is
 * a coding that is not known here. Of a damaged or cut stream, what could be read is kept.
 *
 * @param state whether all of it could be decoded
 */
public record ContentDecoding(byte[] bytes, State state) {
    /** Decoding stops here unless the caller says otherwise: what grows beyond is a bomb, not a page. */
    public static final int LIMIT = 64 << 20;

    /** What grows to more than this many times its length is a bomb too, and no page; short ones may. */
    static final int MAX_RATIO = 200;

    private static final int SHORT = 1 << 20;

    /** How much of the body could be decoded. */
    public enum State {
        WHOLE,
        /** Decoding stopped at the limit. */
        TOO_LONG,
        /** The encoded stream ends early or is broken. */
        DAMAGED
    }

    /** More than one coding is rare, more than this many is an attack. */
    private static final int MAX_CODINGS = 3;

    /**
     * @param declared values of the Content-Encoding headers, in the order sent; one value may name several codings
     * @param maxDecoded longest result, in bytes
     */
    public static ContentDecoding decode(byte[] body, List<String> declared, long maxDecoded) {
        List<String> codings = codings(declared);
        long longest = Math.min(maxDecoded, Math.max(SHORT, (long) MAX_RATIO * body.length));
        ContentDecoding decoded = new ContentDecoding(body, State.WHOLE);
        if (codings.size() > MAX_CODINGS) {
            return decoded;
        }
        for (String coding : codings) {
            ContentDecoding next = decodeOne(decoded.bytes, coding, longest);
            if (next == null) {
                return decoded;
            }
            decoded = next.state == State.WHOLE ? new ContentDecoding(next.bytes, decoded.state) : next;
        }
        return decoded;
    }

    /**
     * The body of a page that is gzip though no header says so, as some portals send it unasked; as it is where it is
     * no gzip or cannot be decoded whole.
     */
    public static Payload unannounced(Payload payload, long maxDecoded) {
        ContentDecoding decoded = decode(payload.bytes(), List.of("gzip"), maxDecoded);
        return decoded.state == State.WHOLE && decoded.bytes != payload.bytes()
                ? Payload.of(
                        decoded.bytes,
                        payload.contentType().orElse(null),
                        payload.uri().orElse(null))
                : payload;
    }

    /** The codings in the order in which they come off. */
    private static List<String> codings(List<String> declared) {
        List<String> codings = declared.stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(coding -> coding.strip().toLowerCase(Locale.ROOT))
                .filter(coding -> !coding.isEmpty() && !coding.equals("identity"))
                .toList();
        List<String> reversed = new ArrayList<>(codings);
        Collections.reverse(reversed);
        return reversed;
    }

    /** Null where the body is not what the coding says, or the coding is not known. */
    private static ContentDecoding decodeOne(byte[] body, String coding, long maxDecoded) {
        return switch (coding) {
            case "gzip", "x-gzip" ->
                isGzip(body) ? read(() -> new GZIPInputStream(new ByteArrayInputStream(body)), maxDecoded) : null;
            case "deflate" -> inflated(body, maxDecoded);
            default -> null;
        };
    }

    /** Some servers send zlib, as the standard says, and some the bare stream. */
    private static ContentDecoding inflated(byte[] body, long maxDecoded) {
        boolean zlib = body.length > 1 && (body[0] & 0x0F) == 8 && ((body[0] & 0xFF) << 8 | body[1] & 0xFF) % 31 == 0;
        Inflater inflater = new Inflater(!zlib);
        try {
            return read(() -> new InflaterInputStream(new ByteArrayInputStream(body), inflater), maxDecoded);
        } finally {
            inflater.end();
        }
    }

    private static boolean isGzip(byte[] body) {
        return body.length > 2 && body[0] == 0x1F && (body[1] & 0xFF) == 0x8B && body[2] == 8;
    }

    private static ContentDecoding read(Opening opening, long maxDecoded) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(16 << 10);
        byte[] piece = new byte[16 << 10];
        try (InputStream in = opening.open()) {
            for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
                if (out.size() + (long) n > maxDecoded) {
                    out.write(piece, 0, (int) (maxDecoded - out.size()));
                    return new ContentDecoding(out.toByteArray(), State.TOO_LONG);
                }
                out.write(piece, 0, n);
            }
            return new ContentDecoding(out.toByteArray(), State.WHOLE);
        } catch (ZipException | EOFException e) {
            return out.size() == 0 ? null : new ContentDecoding(out.toByteArray(), State.DAMAGED);
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory", e);
        }
    }

    private interface Opening {
        InputStream open() throws IOException;
    }
}
