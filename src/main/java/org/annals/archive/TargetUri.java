package org.annals.archive;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.netpreserve.jwarc.URIs;

/**
 * Addresses as they stand in WARC headers and in the index: ASCII without blanks, control characters or angle brackets,
 * so that no portal can break a line or forge a header through an address.
 */
final class TargetUri {
    private TargetUri() {}

    /**
     * The address with every character that may not stand in a header percent-encoded as UTF-8; escapes that are there
     * already are kept.
     */
    static String of(String url) {
        return encode(url.strip(), "\"<>");
    }

    /** The sort-friendly key of the index (SURT), always without blanks. */
    static String key(String target) {
        String key;
        try {
            key = URIs.toNormalizedSurt(target);
        } catch (RuntimeException e) {
            // the library is not made for addresses like "http://[": any stable key will do, for lookups compare the
            // address as well
            key = target;
        }
        return encode(key, "");
    }

    private static String encode(String text, String alsoEncoded) {
        StringBuilder out = new StringBuilder(text.length());
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            if (b <= 0x20 || b == 0x7f || alsoEncoded.indexOf(b) >= 0) {
                out.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
            } else {
                out.append((char) b);
            }
        }
        return out.toString();
    }
}
