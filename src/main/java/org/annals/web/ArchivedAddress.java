package org.annals.web;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** An archived address that stands as it is in the path of a request, behind a few steps, query and all, as web archives write it. */
final class ArchivedAddress {
    private static final int LONGEST = 8_000;
    private static final Pattern ENCODED = Pattern.compile("https?%3a.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    /** Some clients fold slashes in paths. */
    private static final Pattern FOLDED = Pattern.compile("(?i)^(https?):/+");

    private ArchivedAddress() {}

    /** @param steps of the path in front of it */
    static String behind(Context context, int steps) {
        String path = context.req().getRequestURI();
        int from = 0;
        for (int step = 0; step <= steps; step++) {
            from = path.indexOf('/', from) + 1;
        }
        String query = context.queryString();
        String url = path.substring(from) + (query == null ? "" : "?" + query);
        if (ENCODED.matcher(url).matches()) {
            url = decoded(url);
        }
        url = FOLDED.matcher(url).replaceFirst("$1://");
        if (!Addresses.isWeb(url)) {
            url = "http://" + url;
        }
        if (url.length() > LONGEST || url.chars().anyMatch(sign -> sign <= ' ' || sign == 0x7f)) {
            throw new BadRequestResponse("url");
        }
        return url;
    }

    private static String decoded(String url) {
        try {
            return URLDecoder.decode(url.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new BadRequestResponse("url");
        }
    }
}
