package org.annals.archive;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.netpreserve.jwarc.URIs;

/**
 * Addresses as they stand in WARC headers and in the index: ASCII without blanks, control characters or angle brackets,
 * so that no portal can break a line or forge a header through an address.
 */
final class TargetUri {
    private static final Pattern WEB = Pattern.compile("(?i)(https?)://([^/?#]+)(.*)");

    private TargetUri() {}

    /**
     * The address with every character that may not stand in a header percent-encoded as UTF-8; escapes that are there already are kept. Other programs write
     * {@code http://WWW.EXAMPLE.COM:80} for {@code http://www.example.com/} (RFC 3986, 6.2.3): such spellings become one, or a page that was captured under both would
     * look like two.
     */
    static String of(String url) {
        String encoded = encode(url.strip(), "\"<>");
        Matcher web = WEB.matcher(encoded);
        if (!web.matches() || web.group(2).contains("@")) {
            return encoded;
        }
        String scheme = web.group(1).toLowerCase(Locale.ROOT);
        String authority = web.group(2).toLowerCase(Locale.ROOT);
        String usual = scheme.equals("http") ? ":80" : ":443";
        String host =
                authority.endsWith(usual) ? authority.substring(0, authority.length() - usual.length()) : authority;
        String path = web.group(3);
        return scheme + "://" + host + (path.startsWith("/") ? path : "/" + path);
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
