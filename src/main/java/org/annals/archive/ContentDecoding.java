package org.annals.archive;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * Undoes HTTP content codings (RFC 9110, 8.4.1): gzip and deflate. A body that does not decode is given as it is, for
 * the archive holds what a portal sent, and a portal may send anything.
 */
final class ContentDecoding {
    /** Decoding stops here: what grows beyond is a bomb, not a page. */
    private static final int LIMIT = 256 << 20;

    /** More than one coding is rare; more than this many is an attack. */
    private static final int MAX_CODINGS = 3;

    private ContentDecoding() {}

    /**
     * @param codings in the order in which they were applied
     * @param cut whether the body is known to be cut: then what decodes before the cut is the payload
     */
    static byte[] decode(byte[] body, List<String> codings, boolean cut) {
        return decode(body, codings, cut, LIMIT);
    }

    static byte[] decode(byte[] body, List<String> codings, boolean cut, int limit) {
        if (codings.size() > MAX_CODINGS) {
            return body;
        }
        byte[] decoded = body;
        for (int i = codings.size() - 1; i >= 0; i--) {
            Optional<byte[]> inner = decode(decoded, codings.get(i).strip().toLowerCase(Locale.ROOT), cut, limit);
            if (inner.isEmpty()) {
                return body;
            }
            decoded = inner.get();
        }
        return decoded;
    }

    private static Optional<byte[]> decode(byte[] body, String coding, boolean cut, int limit) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (InputStream in = open(body, coding)) {
            if (in == null) {
                return Optional.empty();
            }
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0 && out.size() < limit; n = in.read(buffer)) {
                out.write(buffer, 0, Math.min(n, limit - out.size()));
            }
        } catch (IOException e) {
            if (!cut || out.size() == 0) {
                return Optional.empty(); // not in the coding that it claims
            }
        }
        return Optional.of(out.toByteArray());
    }

    /** Null for a coding that is not known. */
    private static InputStream open(byte[] body, String coding) throws IOException {
        InputStream in = new ByteArrayInputStream(body);
        return switch (coding) {
            case "", "identity", "none" -> in;
            case "gzip", "x-gzip" -> new GZIPInputStream(in); // forgives what some servers send after the end
            case "deflate" -> new InflaterInputStream(in, new Inflater(!hasZlibHeader(body)));
            default -> null;
        };
    }

    /** Servers send deflate both with the zlib header that the standard asks for and without it. */
    private static boolean hasZlibHeader(byte[] body) {
        return body.length >= 2 && (body[0] & 0x0f) == 8 && ((body[0] & 0xff) << 8 | body[1] & 0xff) % 31 == 0;
    }
}
