package org.annals.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
            "v",
            "rnd",
            "rand",
            "random");
    private static final Pattern VALUE = Pattern.compile("[0-9a-fA-F-]{6,}|[A-Za-z0-9_-]{16,}|0\\.\\d{3,}");

    /** Of these some are written into each link so that no cache answers it; the others may name a person. */
    private static final Set<String> AGAINST_CACHES = Set.of(
            "t",
            "_t",
            "ts",
            "_ts",
            "_",
            "time",
            "timestamp",
            "r",
            "_r",
            "rnd",
            "rand",
            "random",
            "v",
            "_v",
            "ver",
            "version",
            "nocache",
            "cb");

    private static final Pattern NUMBER = Pattern.compile("\\d{5,20}|[0-9a-fA-F-]{8,64}|0?\\.\\d{3,20}");

    private SessionParameters() {}

    /** The address without what may be a number against caches: for comparing, not for asking, since it may name the page. */
    public static String withoutNumbers(String url) {
        return url.indexOf('?') < 0 ? url : without(url, AGAINST_CACHES, NUMBER);
    }

    /** The one parameter by which alone two addresses differ, in lower case, if it may name a visit. */
    public static Optional<String> difference(String url, String other) {
        List<String> a = parts(url);
        List<String> b = parts(other);
        List<String> only = new ArrayList<>(a);
        only.removeAll(b);
        List<String> onlyOther = new ArrayList<>(b);
        onlyOther.removeAll(a);
        boolean one = only.size() <= 1 && onlyOther.size() <= 1 && a.get(0).equals(b.get(0));
        Set<String> names = new HashSet<>();
        for (String parameter : Stream.concat(only.stream(), onlyOther.stream()).toList()) {
            if (!one || !names(parameter, NAMES, VALUE)) {
                return Optional.empty();
            }
            names.add(name(parameter));
        }
        return names.size() == 1 ? Optional.of(names.iterator().next()) : Optional.empty();
    }

    private static List<String> parts(String url) {
        return List.of(url.split("[?&]"));
    }

    /** The address without those parameters: for comparing, not for asking. */
    public static String without(String url, Set<String> parameters) {
        return without(url, parameters, VALUE);
    }

    private static String without(String url, Set<String> parameters, Pattern value) {
        int query = url.indexOf('?');
        if (query < 0 || parameters.isEmpty()) {
            return url;
        }
        String kept = Arrays.stream(url.substring(query + 1).split("&", -1))
                .filter(parameter -> !names(parameter, parameters, value))
                .collect(Collectors.joining("&"));
        return url.substring(0, query) + (kept.isEmpty() ? "" : "?" + kept);
    }

    private static boolean names(String parameter, Set<String> names, Pattern value) {
        int equals = parameter.indexOf('=');
        return equals > 0
                && names.contains(name(parameter))
                && value.matcher(parameter.substring(equals + 1)).matches();
    }

    private static String name(String parameter) {
        return parameter.split("=", 2)[0].toLowerCase(Locale.ROOT);
    }
}
