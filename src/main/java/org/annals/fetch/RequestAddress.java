package org.annals.fetch;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address as a request needs it. Whatever the address holds, the request line and the Host line are plain ASCII without blanks: nothing in it can add a line.
 *
 * @param host lower-case ASCII; an IPv6 address in brackets
 * @param target path and query, percent-encoded as UTF-8 where the address was not
 */
record RequestAddress(boolean tls, String host, int port, String target) {
    private static final Pattern PARTS = Pattern.compile("(?is)(https?)://([^/?#]*)([^#]*)(?:#.*)?");
    private static final Pattern AUTHORITY = Pattern.compile("(\\[[0-9a-f:.]+]|[^:@\\[\\]]+)(?::(\\d{1,5})?)?");
    private static final String NEVER_PLAIN = "\"<>\\^`{|}";

    /** Empty where it is no http or https address, or carries user information. */
    static Optional<RequestAddress> of(String url) {
        Matcher parts = PARTS.matcher(url.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        Matcher authority = AUTHORITY.matcher(parts.group(2).toLowerCase(Locale.ROOT));
        if (!authority.matches()) {
            return Optional.empty();
        }
        boolean tls = parts.group(1).equalsIgnoreCase("https");
        int port = authority.group(2) == null ? usualPort(tls) : Integer.parseInt(authority.group(2));
        if (port < 1 || port > 65_535) {
            return Optional.empty();
        }
        String target = encoded(parts.group(3));
        return ascii(authority.group(1))
                .map(host -> new RequestAddress(tls, host, port, target.startsWith("/") ? target : "/" + target));
    }

    /** What stands in the Host line: the port only where it is not the scheme's own. */
    String authority() {
        return port == usualPort(tls) ? host : host + ":" + port;
    }

    /** The host as a resolver takes it. */
    String resolvable() {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private static int usualPort(boolean tls) {
        return tls ? 443 : 80;
    }

    private static Optional<String> ascii(String host) {
        try {
            String ascii = host.startsWith("[") ? host : IDN.toASCII(host, IDN.ALLOW_UNASSIGNED);
            return Optional.ofNullable(new URI("http", ascii.toLowerCase(Locale.ROOT), "/", null).getHost());
        } catch (IllegalArgumentException | IndexOutOfBoundsException | URISyntaxException e) {
            return Optional.empty(); // no host name; the second is what an over-long label gives (JDK-6806873)
        }
    }

    private static String encoded(String pathAndQuery) {
        StringBuilder target = new StringBuilder(pathAndQuery.length());
        for (byte b : pathAndQuery.getBytes(StandardCharsets.UTF_8)) {
            if (b > ' ' && b < 0x7F && NEVER_PLAIN.indexOf(b) < 0) {
                target.append((char) b);
            } else {
                target.append(String.format(Locale.ROOT, "%%%02X", b & 0xFF));
            }
        }
        return target.toString();
    }
}
