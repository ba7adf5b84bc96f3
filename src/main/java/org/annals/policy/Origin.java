package org.annals.policy;

import java.net.URI;
import java.util.Locale;
import java.util.Objects;

/**
 * Scheme, host and port: what robots.txt and pace belong to.
 *
 * @param port always given, the scheme's own where the address names none
 */
public record Origin(String scheme, String host, int port) {
    public Origin {
        Objects.requireNonNull(scheme);
        Objects.requireNonNull(host);
    }

    /** @throws IllegalArgumentException if the address is not http or https with a host */
    public static Origin of(String url) {
        URI uri = URI.create(url);
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (uri.getHost() == null || !(scheme.equals("http") || scheme.equals("https"))) {
            throw new IllegalArgumentException("not a web address: " + url);
        }
        int port = uri.getPort() >= 0 ? uri.getPort() : scheme.equals("https") ? 443 : 80;
        return new Origin(scheme, uri.getHost().toLowerCase(Locale.ROOT), port);
    }

    /** For example {@code http://www.example.gov.cn:8080}; the scheme's own port is left out. */
    @Override
    public String toString() {
        boolean usual = port == (scheme.equals("https") ? 443 : 80);
        return scheme + "://" + host + (usual ? "" : ":" + port);
    }
}
