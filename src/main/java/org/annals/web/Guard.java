package org.annals.web;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HttpResponseException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What holds for every answer: only to those who call the server by a name of its own (else a foreign page could read it through a DNS name that points here), with
 * headers under which a browser runs nothing and asks for nothing that does not come from this server.
 */
final class Guard {
    private static final int LONGEST_QUERY = 16_384;

    private final Set<String> names;
    private final String policy;

    /**
     * @param host that the server binds to
     * @param replayOrigin the only origin that a page may frame
     */
    Guard(String host, String replayOrigin) {
        this.names = new HashSet<>(List.of("localhost", "127.0.0.1", "[::1]", bracketed(host)));
        this.policy =
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self';"
                        + " connect-src 'self'; form-action 'self'; frame-src " + replayOrigin
                        + "; base-uri 'none'; frame-ancestors 'none'";
    }

    void before(Context context) {
        context.header("Content-Security-Policy", policy);
        context.header("X-Content-Type-Options", "nosniff");
        context.header("Referrer-Policy", "no-referrer");
        context.header("Cross-Origin-Opener-Policy", "same-origin");
        context.header("Cross-Origin-Resource-Policy", "same-origin");
        context.header("Vary", "Accept-Language, Cookie");
        context.header("Cache-Control", "no-cache");
        refuseForeignNames(context);
        if (context.queryString() != null && context.queryString().length() > LONGEST_QUERY) {
            throw new HttpResponseException(414, "query too long");
        }
    }

    /** An unspecified address stands for all of this machine's names, which are not known here. */
    void refuseForeignNames(Context context) {
        if (names.contains("0.0.0.0") || names.contains("[::]")) {
            return;
        }
        String host = context.header("Host");
        if (host == null || !names.contains(host.replaceFirst(":\\d+$", "").toLowerCase(Locale.ROOT))) {
            throw new ForbiddenResponse("this server is not called by one of its names");
        }
    }

    private static String bracketed(String host) {
        return host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host.toLowerCase(Locale.ROOT);
    }
}
