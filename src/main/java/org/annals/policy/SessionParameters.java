package org.annals.policy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Query parameters that name a visit and not a page: a portal that writes a new one into every link has endless
 * addresses for one page. No name is proof (gkmlpt's {@code sid} names the site), so the caller has to see the same
 * body at two such addresses first.
 */
public final class SessionParameters {
    private static final Set<String> NAMES = Set.of(
            "s",
            "sid",
            "session",
            "sessionid",
            "session_id",
            "phpsessid",
            "jsessionid",
            "token",
            "csrf",
            "nonce",
            "t",
            "_t",
            "ts",
            "_",
            "time",
            "timestamp",
            "r",
            "rnd",
            "rand",
            "random");
    private static final Pattern VALUE = Pattern.compile("[0-9a-fA-F-]{6,}|[A-Za-z0-9_-]{16,}|0\\.\\d{3,}");

    private SessionParameters() {}

    /** The one parameter by whose value alone two addresses differ, in lower case, if it may name a visit. */
    public static Optional<String> difference(String url, String other) {
        String[] a = url.split("[?&]");
        String[] b = other.split("[?&]");
        if (a.length != b.length || !a[0].equals(b[0])) {
            return Optional.empty();
        }
        int at = 0;
        for (int i = 1; i < a.length; i++) {
            if (!a[i].equals(b[i])) {
                if (at > 0) {
                    return Optional.empty();
                }
                at = i;
            }
        }
        return at > 0
                        && names(a[at], NAMES)
                        && names(b[at], NAMES)
                        && name(a[at]).equals(name(b[at]))
                ? Optional.of(name(a[at]))
                : Optional.empty();
    }

    /** The address without those parameters: for comparing, not for asking. */
    public static String without(String url, Set<String> parameters) {
        int query = url.indexOf('?');
        if (query < 0 || parameters.isEmpty()) {
            return url;
        }
        String kept = Arrays.stream(url.substring(query + 1).split("&", -1))
                .filter(parameter -> !names(parameter, parameters))
                .collect(Collectors.joining("&"));
        return url.substring(0, query) + (kept.isEmpty() ? "" : "?" + kept);
    }

    private static boolean names(String parameter, Set<String> names) {
        int equals = parameter.indexOf('=');
        return equals > 0
                && names.contains(name(parameter))
                && VALUE.matcher(parameter.substring(equals + 1)).matches();
    }

    private static String name(String parameter) {
        return parameter.split("=", 2)[0].toLowerCase(Locale.ROOT);
    }
}
