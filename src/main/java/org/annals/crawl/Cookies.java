package org.annals.crawl;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.annals.capture.Exchange;
import org.annals.capture.Header;
import org.annals.policy.Origin;

/**
 * The cookies of those hosts that do not answer without, for the length of the run and for that scheme, host and port alone. All others get none: a crawl that is remembered sees other pages than a
 * reader. Safe for many threads.
 */
final class Cookies {
    /** Name and value as they are sent back; attributes other than a lifetime say nothing to a crawl of one host. */
    private static final Pattern PAIR =
            Pattern.compile("\\s*([!#$%&'*+.^_`|~0-9A-Za-z-]{1,100})=([\\x21-\\x3A\\x3C-\\x7E]{0,1000})\\s*(;.*)?");

    private static final Pattern EXPIRED = Pattern.compile(";\\s*max-age\\s*=\\s*[\"']?(?:-|0\\s*(?:;|$))");
    private static final int MOST = 20;

    private final Map<Origin, Map<String, String>> kept = new ConcurrentHashMap<>();

    /** From now on the cookies of the host that gave this answer are kept, and sent to it. False where there are none that could be. */
    boolean keep(Exchange answer) {
        Map<String, String> cookies = changed(Map.of(), answer);
        if (!cookies.isEmpty()) {
            kept.put(Origin.of(answer.url()), cookies);
        }
        return !cookies.isEmpty();
    }

    /** Takes what an answer of such a host changes. */
    void update(Exchange answer) {
        kept.computeIfPresent(Origin.of(answer.url()), (origin, cookies) -> changed(cookies, answer));
    }

    /** The header line for a request; none for most hosts. */
    List<Header> headers(String url) {
        Map<String, String> cookies = kept.getOrDefault(Origin.of(url), Map.of());
        String line = cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        return line.isEmpty() ? List.of() : List.of(new Header("Cookie", line));
    }

    /** Whether the request of this exchange brought cookies. */
    static boolean wereSent(Exchange exchange) {
        return new String(exchange.request(), StandardCharsets.ISO_8859_1).contains("\r\nCookie: ");
    }

    private static Map<String, String> changed(Map<String, String> before, Exchange answer) {
        Map<String, String> cookies = new LinkedHashMap<>(before);
        for (Header header : answer.headers()) {
            if (!header.name().equalsIgnoreCase("Set-Cookie")) {
                continue;
            }
            Matcher pair = PAIR.matcher(header.value());
            if (!pair.matches()) {
                continue;
            }
            String attributes = Optional.ofNullable(pair.group(3)).orElse("").toLowerCase(Locale.ROOT);
            if (EXPIRED.matcher(attributes).find()) {
                cookies.remove(pair.group(1));
            } else if (cookies.size() < MOST || cookies.containsKey(pair.group(1))) {
                cookies.put(pair.group(1), pair.group(2));
            }
        }
        return cookies;
    }
}
