package org.annals.policy;

import crawlercommons.filters.basic.BasicURLNormalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One spelling for each address, so that the frontier asks for nothing twice: RFC 3986 section 6 (case, dot segments, percent-encoding, default port) and
 * what Chinese portals add: session ids in the path, doubled slashes, parameters for tracking, caches and printing. The order of the query stays, since servers may mind it. Its result
 * is ASCII, is accepted by {@link Origin#of}, and normalising it again changes nothing.
 */
public final class UrlNormalizer {
    /** Longest address that is kept, in characters after normalising: beyond it lie traps, not reports. */
    public static final int MAX_LENGTH = 2_000;

    private static final Pattern SESSION_ID = Pattern.compile("(?i);jsessionid=[^/;?]*");
    private static final Set<String> TRACKING =
            Set.of("spm", "ddtab", "isappinstalled", "nsukey", "fontsize", "share_token", "sharefrom");
    /** Written into a link so that no cache answers it. */
    private static final Set<String> TIME_NAMES =
            Set.of("t", "_t", "_", "ts", "time", "timestamp", "r", "rnd", "rand", "random");
    /** Names that may mean a page elsewhere: those go with a moment only. */
    private static final Set<String> VERSION_NAMES = Set.of("v", "ver", "version");
    /** Names that mean nothing else: those go with any number that is no year. */
    private static final Set<String> RANDOM_NAMES = Set.of(
            "_t",
            "_",
            "_r",
            "_ts",
            "_v",
            "_rnd",
            "_rand",
            "rnd",
            "rand",
            "random",
            "timestamp",
            "nocache",
            "_nocache",
            "_dc",
            "cachebuster",
            "cb");
    /** Seconds or milliseconds since 1970 (2017 to 2033), or what Math.random() gives. */
    private static final Pattern MOMENT = Pattern.compile("1[5-9]\\d{8}(?:\\d{3})?|0?\\.\\d{3,}");

    private static final Pattern RANDOM = Pattern.compile("\\d{5,20}|\\d?\\.\\d{1,20}(?:e-\\d{1,2})?|[0-9a-f]{8,64}"
            + "|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private static final Set<String> SHARED_FROM = Set.of(
            "timeline", "singlemessage", "groupmessage", "message", "weixin", "wechat", "qq", "qzone", "weibo", "app");
    private static final String PLACEHOLDER = "http://h";

    private UrlNormalizer() {}

    /** The canonical form; empty where it is no http or https address, carries user information, or is too long. */
    public static Optional<String> normalize(String url) {
        return WebAddress.of(url).flatMap(UrlNormalizer::normalize);
    }

    private static Optional<String> normalize(WebAddress address) {
        String path = path(address.path());
        if (path == null) {
            return Optional.empty();
        }
        String query = address.query() == null ? "" : query(address.query());
        String url = address.scheme() + "://" + address.authority() + path + (query.isEmpty() ? "" : "?" + query);
        return url.length() <= MAX_LENGTH && hasOrigin(url) ? Optional.of(url) : Optional.empty();
    }

    /** The library is given the path alone: of a whole address it sorts the query, and it refuses IPv6 hosts. */
    private static String path(String path) {
        String url = new BasicURLNormalizer()
                .filter(PLACEHOLDER + SESSION_ID.matcher(path).replaceAll(""));
        if (url == null) {
            return null;
        }
        String normal = url.substring(PLACEHOLDER.length());
        return normal.isEmpty() ? "/" : normal;
    }

    private static String query(String query) {
        String kept = Arrays.stream(query.split("&", -1))
                .filter(parameter -> !isTracking(parameter))
                .collect(Collectors.joining("&"));
        return BasicURLNormalizer.escapePath(BasicURLNormalizer.unescapePath(kept))
                .replace("\\", "%5C");
    }

    /** What says who came from where, when, or how large the letters are, and nothing of the page. */
    private static boolean isTracking(String parameter) {
        String[] parts = parameter.toLowerCase(Locale.ROOT).split("=", 2);
        String value = parts.length > 1 ? parts[1] : "";
        return parts[0].startsWith("utm_")
                || TRACKING.contains(parts[0])
                || (TIME_NAMES.contains(parts[0]) || VERSION_NAMES.contains(parts[0]))
                        && MOMENT.matcher(value).matches()
                || RANDOM_NAMES.contains(parts[0]) && RANDOM.matcher(value).matches()
                || parts[0].equals("from") && SHARED_FROM.contains(value)
                || parts[0].equals("print") && value.matches("1|true|yes")
                || parts[0].equals("jump") && value.matches("true|false");
    }

    private static boolean hasOrigin(String url) {
        try {
            Origin.of(url);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
