package org.annals.discover;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Turns what stands in an attribute into an absolute http address without fragment, the way browsers read it. */
final class Addresses {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final int MAX_LENGTH = 2_000;
    private static final Pattern NOISE = Pattern.compile("[\\t\\r\\n\\u0000]");
    private static final Pattern OTHER_SCHEME = Pattern.compile("(?i)(?!https?:)[a-z][a-z0-9+.-]*:(?!\\d).*");
    private static final Pattern ABOVE_ROOT = Pattern.compile("^(?:/\\.\\.)+(?=/|$)");

    private Addresses() {}

    /** Empty where it leads to no web page: mail, scripts, other schemes, broken addresses. */
    static Optional<String> resolve(String base, String raw) {
        return resolve(base, raw, StandardCharsets.UTF_8);
    }

    /** @param charset what the page is written in: browsers send the query of its links in it, the path in UTF-8 */
    static Optional<String> resolve(String base, String raw, Charset charset) {
        String href = NOISE.matcher(raw.strip()).replaceAll("");
        int fragment = href.indexOf('#');
        if (fragment >= 0) {
            href = href.substring(0, fragment);
        }
        if (href.isEmpty()
                || href.length() > MAX_LENGTH
                || OTHER_SCHEME.matcher(href).matches()) {
            return Optional.empty();
        }
        try {
            URI relative = new URI(encode(href, charset));
            URI address = base.isEmpty() ? relative : join(new URI(encode(base, StandardCharsets.UTF_8)), relative);
            return clean(address);
        } catch (URISyntaxException | IllegalArgumentException broken) {
            return Optional.empty();
        }
    }

    private static URI join(URI base, URI relative) {
        // java.net.URI drops the last path segment when only a query is given; RFC 3986 section 5.2.2 keeps it
        if (relative.getRawPath() != null
                && relative.getRawPath().isEmpty()
                && relative.getRawAuthority() == null
                && relative.getRawQuery() != null) {
            String path = base.getRawPath() == null || base.getRawPath().isEmpty() ? "/" : base.getRawPath();
            return URI.create(base.getScheme() + "://" + base.getRawAuthority() + path + "?" + relative.getRawQuery());
        }
        URI rooted = base.getRawPath() == null || base.getRawPath().isEmpty() ? base.resolve("/") : base;
        return rooted.resolve(relative);
    }

    private static Optional<String> clean(URI address) {
        String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
        if (!(scheme.equals("http") || scheme.equals("https")) || address.getHost() == null) {
            return Optional.empty();
        }
        String path = address.normalize().getRawPath();
        path = path == null ? "" : ABOVE_ROOT.matcher(path).replaceFirst("");
        StringBuilder url = new StringBuilder(scheme).append("://");
        url.append(address.getHost().toLowerCase(Locale.ROOT));
        if (address.getPort() >= 0) {
            url.append(':').append(address.getPort());
        }
        url.append(path.isEmpty() ? "/" : path);
        if (address.getRawQuery() != null) {
            url.append('?').append(address.getRawQuery());
        }
        return url.length() > MAX_LENGTH ? Optional.empty() : Optional.of(url.toString());
    }

    /**
     * Percent-encodes what a URI must not hold and people write all the same: spaces, Chinese, brackets, a lone
     * percent sign.
     */
    private static String encode(String href, Charset charset) {
        int query = href.indexOf('?');
        StringBuilder out = new StringBuilder(href.length() + 16);
        String path = query < 0 ? href : href.substring(0, query);
        encode(path.replace('\\', '/').getBytes(StandardCharsets.UTF_8), out);
        if (query >= 0) {
            // the URL standard: a page in UTF-16 sends UTF-8
            boolean wide = charset.name().startsWith("UTF-16");
            encode(href.substring(query).getBytes(wide ? StandardCharsets.UTF_8 : charset), out);
        }
        return out.toString().replaceAll("%(?![0-9A-Fa-f]{2})", "%25");
    }

    private static void encode(byte[] bytes, StringBuilder out) {
        for (byte b : bytes) {
            int c = b & 0xff;
            if (c <= 0x20 || c >= 0x7f || "\"<>\\^`{|}[]".indexOf(c) >= 0) {
                out.append('%').append(HEX.toHexDigits(b));
            } else {
                out.append((char) c);
            }
        }
    }
}
