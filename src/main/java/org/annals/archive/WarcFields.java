package org.annals.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.netpreserve.jwarc.MessageHeaders;

/**
 * A block of {@code application/warc-fields}: lines of {@code name: value}, names repeatable. Values are cleaned when
 * they are added, so that nothing a portal sends can begin a line of its own; any other Unicode text comes back as it
 * went in.
 */
final class WarcFields {
    private static final String PART = "\t";
    private final Map<String, List<String>> fields = new LinkedHashMap<>();

    /** Adds a line; an empty value adds none. */
    WarcFields add(String name, String value) {
        String clean = clean(value);
        if (!clean.isEmpty()) {
            fields.computeIfAbsent(name, n -> new ArrayList<>()).add(clean);
        }
        return this;
    }

    /** Adds a line of several parts, parted by tabs. The first must not be empty. */
    WarcFields addParts(String name, String... parts) {
        List<String> clean = new ArrayList<>();
        for (String part : parts) {
            clean.add(clean(part));
        }
        if (!clean.get(0).isEmpty()) {
            fields.computeIfAbsent(name, n -> new ArrayList<>()).add(String.join(PART, clean));
        }
        return this;
    }

    /** Adds a line {@code name: key=value} for each entry. */
    WarcFields addEntries(String name, Map<String, ?> entries) {
        entries.forEach((key, value) -> add(name, key.replace('=', '_') + "=" + value));
        return this;
    }

    Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    List<String> all(String name) {
        return fields.getOrDefault(name, List.of());
    }

    /** The parts of each line of that name; parts that are empty at the end are missing. */
    List<List<String>> allParts(String name) {
        return all(name).stream().map(line -> List.of(line.split(PART))).toList();
    }

    Map<String, String> entries(String name) {
        Map<String, String> entries = new LinkedHashMap<>();
        for (String line : all(name)) {
            int equals = line.indexOf('=');
            if (equals >= 0) {
                entries.put(line.substring(0, equals), line.substring(equals + 1));
            }
        }
        return entries;
    }

    /** First value of each name. */
    Map<String, String> firsts() {
        Map<String, String> firsts = new LinkedHashMap<>();
        fields.forEach((name, values) -> firsts.put(name, values.get(0)));
        return firsts;
    }

    byte[] bytes() {
        StringBuilder out = new StringBuilder();
        fields.forEach((name, values) ->
                values.forEach(v -> out.append(name).append(": ").append(v).append("\r\n")));
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** @throws IOException if the block is not of that form */
    static WarcFields parse(byte[] block) throws IOException {
        MessageHeaders headers = MessageHeaders.parse(PlainChannel.of(block));
        WarcFields fields = new WarcFields();
        headers.map().forEach((name, values) -> fields.fields.put(name, List.copyOf(values)));
        return fields;
    }

    /**
     * Control characters and line separators become blanks, half surrogates the replacement character; blanks at the
     * ends go.
     */
    static String clean(String value) {
        StringBuilder out = new StringBuilder(value.length());
        value.codePoints().forEach(c -> out.appendCodePoint(safe(c)));
        int start = 0;
        int end = out.length();
        while (start < end && out.charAt(start) == ' ') {
            start++;
        }
        while (end > start && out.charAt(end - 1) == ' ') {
            end--;
        }
        return out.substring(start, end);
    }

    private static int safe(int codePoint) {
        if (Character.isISOControl(codePoint) || codePoint == 0x2028 || codePoint == 0x2029) {
            return ' ';
        }
        return Character.getType(codePoint) == Character.SURROGATE ? 0xFFFD : codePoint;
    }
}
