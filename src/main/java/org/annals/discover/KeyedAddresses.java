package org.annals.discover;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Addresses that a page's script keeps under keys, for handlers that name the key alone: {@code go(3)}, where the script has {@code 3: "/nb/2022.html"}. */
final class KeyedAddresses {
    private static final int MAX_SCRIPT = 1_000_000;
    private static final int MAX_KEYS = 5_000;
    private static final Pattern CALL = Pattern.compile(
            "(?:javascript:)?\\s*(?:return\\s+)?[A-Za-z_$][\\w$.]{0,60}\\(\\s*[\"']?([\\w-]{1,60})[\"']?\\s*\\)\\s*(?:;.*)?");
    private static final Pattern KEPT = Pattern.compile(
            "[\"'\\[]{0,2}([\\w-]{1,60})[\"'\\]]{0,2}\\s{0,5}[:=]\\s{0,5}([\"'])([^\"'\\s<>+]{2,500})\\2(?!\\s*\\+)");

    private final Document page;
    private Map<String, String> kept;

    KeyedAddresses(Document page) {
        this.page = page;
    }

    /** Where a handler leads that holds no address itself; nowhere where its key means several. */
    List<String> ofHandler(String handler) {
        Matcher call = CALL.matcher(handler.strip());
        if (!call.matches()) {
            return List.of();
        }
        if (kept == null) {
            kept = read();
        }
        return Optional.ofNullable(kept.get(call.group(1))).filter(address -> !address.isEmpty()).stream()
                .toList();
    }

    private Map<String, String> read() {
        Map<String, String> addresses = new HashMap<>();
        int left = MAX_SCRIPT;
        for (Element script : page.select("script")) {
            String data = script.data();
            String code = data.substring(0, Math.min(data.length(), left));
            left -= code.length();
            Matcher matcher = KEPT.matcher(code);
            while (addresses.size() < MAX_KEYS && matcher.find()) {
                if (ScriptAddresses.isAddress(matcher.group(3))) {
                    addresses.merge(matcher.group(1), matcher.group(3), (a, b) -> a.equals(b) ? a : "");
                }
            }
        }
        return addresses;
    }
}
