package org.annals.web;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HttpResponseException;

/**
 * What holds for every answer: only to those who call the server by a name of its own (else a foreign page could read it through a DNS name that points here), with
 * headers under which a browser runs nothing and asks for nothing that does not come from this server.
 */
final class Guard {
    private static final int LONGEST_QUERY = 16_384;

    private final Origins origins;

    Guard(Origins origins) {
        this.origins = origins;
    }

    void beforePages(Context context) {
        common(context);
        context.header(
                "Content-Security-Policy",
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self';"
                        + " connect-src 'self'; form-action 'self'; frame-src " + origins.replay(context)
                        + "; base-uri 'none'; frame-ancestors 'none'");
        context.header("Cross-Origin-Opener-Policy", "same-origin");
        context.header("Cross-Origin-Resource-Policy", "same-origin");
        context.header("Vary", "Accept-Encoding, Accept-Language, Cookie");
        refuse(context);
    }

    /**
     * Archived pages have an origin that is none: whatever they hold, nothing runs, no form is sent and nothing foreign is asked for. A link that a reader follows
     * may take the place of the page around the frame, which then shows the capture that it leads to. Who frames them is not asked: a frame within a replayed page
     * has that origin around it that is none, and no rule can name it.
     */
    void beforeReplay(Context context) {
        common(context);
        context.header(
                "Content-Security-Policy",
                "sandbox allow-top-navigation-by-user-activation; default-src 'none'; img-src 'self' data:;"
                        + " style-src 'self' 'unsafe-inline' data:; font-src 'self' data:; frame-src 'self'; form-action 'none';"
                        + " base-uri 'none'");
        context.header("X-Robots-Tag", "noindex");
        context.header("Vary", "Accept-Encoding, Accept-Language");
        refuse(context);
    }

    private static void common(Context context) {
        context.header("X-Content-Type-Options", "nosniff");
        context.header("Referrer-Policy", "no-referrer");
        context.header("Cache-Control", "no-cache");
    }

    private void refuse(Context context) {
        if (!origins.isCalledByName(context)) {
            throw new ForbiddenResponse("this server is not called by one of its names");
        }
        if (context.queryString() != null && context.queryString().length() > LONGEST_QUERY) {
            throw new HttpResponseException(414, "query too long");
        }
    }
}
