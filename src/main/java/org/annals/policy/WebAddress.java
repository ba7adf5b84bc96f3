package org.annals.policy;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An http or https address taken apart the way a browser does it (WHATWG URL): white space around it and line breaks inside it go, a backslash counts as a
 * slash, the host is lower-case ASCII without a trailing dot. An address with user information is none: nobody links to a report with a password, and
 * {@code http://www.example.gov.cn@elsewhere/} only looks like a government's.
 *
 * @param port always given
 * @param path as written, begins with a slash
 * @param query as written, without the question mark, or null where there is none
 */
record WebAddress(String scheme, String host, int port, String path, String query) {
    private static final Pattern PARTS = Pattern.compile("(?is)(https?)://([^/?#]*)([^?#]*)(?:\\?([^#]*))?(?:#.*)?");
    private static final Pattern AUTHORITY = Pattern.compile("(\\[[0-9a-f:.]+]|[^:\\[\\]]+)(?::(\\d{0,5}))?");
    private static final Pattern HOST =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\\.)*[a-z0-9](?:[a-z0-9-]*[a-z0-9])?");
    private static final Pattern NUMBER = Pattern.compile("(?:^|\\.)(?:[0-9]+|0x[0-9a-f]*)$");
    private static final Pattern IPV4 = Pattern.compile("(?:(?:0|[1-9][0-9]{0,2})\\.){3}(?:0|[1-9][0-9]{0,2})");

    /** Longest address that is looked at, and longest host name (RFC 1035), in characters. */
    private static final int MAX_LENGTH = 16_384;

    private static final int MAX_HOST = 253;

    static Optional<WebAddress> of(String url) {
        if (url.length() > MAX_LENGTH || !StandardCharsets.UTF_8.newEncoder().canEncode(url)) {
            return Optional.empty(); // half a surrogate pair: no bytes stand for it
        }
        Matcher parts = PARTS.matcher(slashes(url.strip().replaceAll("[\\t\\r\\n]", "")));
        if (!parts.matches()) {
            return Optional.empty();
        }
        String scheme = parts.group(1).toLowerCase(Locale.ROOT);
        Matcher authority = AUTHORITY.matcher(parts.group(2).toLowerCase(Locale.ROOT));
        if (!authority.matches()) {
            return Optional.empty();
        }
        int usual = scheme.equals("https") ? 443 : 80;
        String digits = authority.group(2);
        int port = digits == null || digits.isEmpty() ? usual : Integer.parseInt(digits);
        String path = parts.group(3).isEmpty() ? "/" : parts.group(3);
        if (port < 1 || port > 65_535) {
            return Optional.empty();
        }
        return ascii(authority.group(1)).map(host -> new WebAddress(scheme, host, port, path, parts.group(4)));
    }

    /** Host and port as they stand in an address; the scheme's own port is left out. */
    String authority() {
        return port == (scheme.equals("https") ? 443 : 80) ? host : host + ":" + port;
    }

    /** What robots.txt rules are matched against. */
    String pathAndQuery() {
        return query == null ? path : path + "?" + query;
    }

    private static String slashes(String url) {
        int end = url.length();
        for (char mark : new char[] {'?', '#'}) {
            int at = url.indexOf(mark);
            end = at >= 0 ? Math.min(end, at) : end;
        }
        return url.substring(0, end).replace('\\', '/') + url.substring(end);
    }

    private static Optional<String> ascii(String host) {
        if (host.length() > MAX_HOST) {
            return Optional.empty();
        }
        if (host.startsWith("[")) {
            return Optional.of(host);
        }
        String ascii;
        try {
            ascii = IDN.toASCII(host, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return Optional.empty(); // the second is what an over-long label gives (JDK-6806873)
        }
        if (ascii.endsWith(".")) {
            ascii = ascii.substring(0, ascii.length() - 1);
        }
        if (NUMBER.matcher(ascii).find() && !IPV4.matcher(ascii).matches()) {
            return Optional.empty(); // 2130706433, 0x7f.1, 127.1: other spellings of an IPv4 address
        }
        return ascii.length() <= MAX_HOST && HOST.matcher(ascii).matches() ? Optional.of(ascii) : Optional.empty();
    }
}
