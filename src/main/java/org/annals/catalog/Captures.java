package org.annals.catalog;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.annals.capture.RecordLocation;

/** Finds captures by id, and by address and time. */
public final class Captures {
    /** Of one address; more are left out, the oldest first. */
    private static final int MOST_OF_AN_ADDRESS = 20_000;

    private final Database database;

    Captures(Database database) {
        this.database = database;
    }

    /** @param id the UUID of its WARC record */
    public Optional<CaptureFacts> of(String id) throws CatalogException {
        return database.first(
                "SELECT c.uuid, r.name, coalesce(c.government, ''), coalesce(g.name, c.government, ''), a.url, c.captured_at,"
                        + " c.status, coalesce(d.media_type, c.media_type), p.sha256, f.path, c.\"offset\", c.length,"
                        + " c.is_revisit, c.source, c.outcome, b.publication_id, v.report_id, v.number, t.title"
                        + " FROM capture c JOIN address a ON a.id = c.address JOIN warc_file f ON f.id = c.file"
                        + " LEFT JOIN run r ON r.id = c.run LEFT JOIN government g ON g.code = c.government"
                        + " LEFT JOIN payload p ON p.id = c.payload LEFT JOIN document d ON d.id = c.document"
                        + " LEFT JOIN content t ON t.id = d.content LEFT JOIN carries k ON k.capture = c.id"
                        + " LEFT JOIN version v ON v.id = k.version LEFT JOIN publication b ON b.id = v.publication"
                        + " WHERE c.uuid = ?",
                row -> new CaptureFacts(
                        row.text(1),
                        row.optionalText(2),
                        row.text(3),
                        row.text(4),
                        row.text(5),
                        Instant.parse(row.text(6)),
                        row.optionalInt(7),
                        row.optionalText(8),
                        row.optionalText(9),
                        new RecordLocation(row.text(10), row.number(11), row.number(12)),
                        row.number(13) == 1,
                        row.optionalText(14),
                        row.optionalText(15),
                        row.optionalText(16).isEmpty()
                                ? Optional.empty()
                                : Optional.of(new CaptureFacts.CarriedVersion(
                                        row.text(16), row.text(17), (int) row.number(18), row.optionalText(19)))),
                id);
    }

    /** Every capture of an address, however it is spelled, by time; at most the newest 20,000. */
    public List<CaptureMoment> ofAddress(String url) throws CatalogException {
        return moments(spellings(url));
    }

    /** The capture of an address nearest to a time; answers before refusals, but for the one of that very second. */
    public Optional<CaptureMoment> nearest(String url, Instant time) throws CatalogException {
        return nearest(ofAddress(url), time);
    }

    /** The same for many addresses at once; those that were never captured are not in it. */
    public Map<String, CaptureMoment> nearest(Collection<String> urls, Instant time) throws CatalogException {
        Map<String, Set<String>> spellings = new LinkedHashMap<>();
        Set<String> all = new LinkedHashSet<>();
        for (String url : urls) {
            Set<String> own = spellings(url);
            spellings.put(url, own);
            all.addAll(own);
        }
        Map<String, List<CaptureMoment>> found = new HashMap<>();
        for (CaptureMoment moment : moments(all)) {
            found.computeIfAbsent(moment.url(), key -> new ArrayList<>()).add(moment);
        }
        Map<String, CaptureMoment> nearest = new LinkedHashMap<>();
        spellings.forEach((url, own) -> {
            List<CaptureMoment> moments = own.stream()
                    .flatMap(spelling -> found.getOrDefault(spelling, List.of()).stream())
                    .toList();
            nearest(moments, time).ifPresent(moment -> nearest.put(url, moment));
        });
        return nearest;
    }

    private static Optional<CaptureMoment> nearest(List<CaptureMoment> moments, Instant time) {
        Instant second = time.truncatedTo(ChronoUnit.SECONDS);
        Comparator<CaptureMoment> byDistance = Comparator.comparing(
                moment -> Duration.between(moment.capturedAt(), time).abs());
        return moments.stream()
                .filter(moment ->
                        moment.capturedAt().truncatedTo(ChronoUnit.SECONDS).equals(second))
                .min(byDistance)
                .or(() -> moments.stream().filter(CaptureMoment::isAnswer).min(byDistance))
                .or(() -> moments.stream().min(byDistance));
    }

    private List<CaptureMoment> moments(Set<String> urls) throws CatalogException {
        List<CaptureMoment> newestFirst = new ArrayList<>(database.list(
                "SELECT c.uuid, a.url, c.captured_at, c.status FROM address a JOIN capture c ON c.address = a.id"
                        + " WHERE a.url IN (SELECT value FROM json_each(?)) ORDER BY c.captured_at DESC, c.uuid LIMIT "
                        + MOST_OF_AN_ADDRESS,
                row -> new CaptureMoment(row.text(1), row.text(2), Instant.parse(row.text(3)), row.optionalInt(4)),
                jsonArray(urls)));
        newestFirst.sort(Comparator.comparing(CaptureMoment::capturedAt));
        return newestFirst;
    }

    /** As written, without its fragment, with what may not stand in a header encoded as the archive does, and by the other of http and https. */
    private static Set<String> spellings(String url) {
        String whole = url.contains("#") ? url.substring(0, url.indexOf('#')) : url;
        Set<String> own = new LinkedHashSet<>();
        for (String one : List.of(whole, encoded(whole))) {
            own.add(one);
            if (one.regionMatches(true, 0, "http://", 0, 7)) {
                own.add("https://" + one.substring(7));
            } else if (one.regionMatches(true, 0, "https://", 0, 8)) {
                own.add("http://" + one.substring(8));
            }
        }
        for (String one : List.copyOf(own)) {
            // the root of a host is written both ways
            if (one.matches("https?://[^/?]+")) {
                own.add(one + "/");
            }
        }
        return own;
    }

    private static String encoded(String url) {
        StringBuilder out = new StringBuilder(url.length());
        for (byte b : url.getBytes(StandardCharsets.UTF_8)) {
            if (b <= 0x20 || b == 0x7f) {
                out.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
            } else {
                out.append((char) b);
            }
        }
        return out.toString();
    }

    private static String jsonArray(Collection<String> texts) {
        StringBuilder json = new StringBuilder("[");
        for (String text : texts) {
            json.append(json.length() == 1 ? "\"" : ",\"");
            text.chars().forEach(sign -> {
                if (sign == '"' || sign == '\\') {
                    json.append('\\').append((char) sign);
                } else if (sign < ' ') {
                    json.append("\\u%04x".formatted(sign));
                } else {
                    json.append((char) sign);
                }
            });
            json.append('"');
        }
        return json.append(']').toString();
    }
}
