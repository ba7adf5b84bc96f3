package org.annals.catalog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts together what happened to one publication. */
final class TimeLines {
    private static final int MOST_EVENTS = 2_000;
    private static final String ADDRESSES = "SELECT DISTINCT address FROM capture WHERE publication = ?1";

    private final Database database;

    TimeLines(Database database) {
        this.database = database;
    }

    private record Publication(long key, TimeLine empty) {}

    Optional<TimeLine> of(String publicationId) throws CatalogException {
        Optional<Publication> found = database.first(
                "SELECT b.id, b.publication_id, b.government, coalesce(g.name, b.government), b.publisher, b.fiscal_year,"
                        + " b.withdrawn FROM publication b LEFT JOIN government g ON g.code = b.government"
                        + " WHERE b.publication_id = ?",
                row -> new Publication(
                        row.number(1),
                        new TimeLine(
                                row.text(2),
                                row.text(3),
                                row.text(4),
                                row.text(5),
                                row.optionalInt(6),
                                row.number(7) == 1,
                                List.of(),
                                List.of(),
                                false)),
                publicationId);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        TimeLine empty = found.get().empty();
        List<TimeLine.Event> events = events(found.get().key());
        boolean cut = events.size() > MOST_EVENTS;
        List<TimeLine.Event> newest = cut ? events.subList(events.size() - MOST_EVENTS, events.size()) : events;
        return Optional.of(new TimeLine(
                empty.publicationId(),
                empty.governmentCode(),
                empty.government(),
                empty.publisher(),
                empty.fiscalYear(),
                empty.withdrawn(),
                versions(found.get().key()),
                newest,
                cut));
    }

    private List<TimeLine.Version> versions(long publication) throws CatalogException {
        return database.list(
                "SELECT v.number, v.report_id, c.uuid, c.captured_at, t.title, v.is_latest FROM version v"
                        + " JOIN capture c ON c.id = v.capture JOIN document d ON d.id = c.document"
                        + " JOIN content t ON t.id = d.content WHERE v.publication = ? ORDER BY v.number",
                row -> new TimeLine.Version(
                        (int) row.number(1),
                        row.text(2),
                        row.text(3),
                        Instant.parse(row.text(4)),
                        row.optionalText(5),
                        row.number(6) == 1),
                publication);
    }

    private List<TimeLine.Event> events(long publication) throws CatalogException {
        Map<String, List<TimeLine.Mark>> marks = marks(publication);
        List<TimeLine.Event> events = new ArrayList<>(database.list(
                "SELECT c.captured_at, a.url, c.uuid, c.status, coalesce(c.outcome, (SELECT min(x.outcome) FROM visit x"
                        + " WHERE x.address = c.address AND x.capture = c.id)), v.number, v.capture = c.id,"
                        + " c.publication IS NOT NULL AND c.publication <> ?1"
                        + " FROM capture c JOIN address a ON a.id = c.address LEFT JOIN carries k ON k.capture = c.id"
                        + " LEFT JOIN version v ON v.id = k.version AND v.publication = ?1"
                        + " WHERE c.address IN (" + ADDRESSES + ") ORDER BY c.captured_at DESC LIMIT "
                        + (MOST_EVENTS + 1),
                row -> new TimeLine.Event(
                        Instant.parse(row.text(1)),
                        row.text(2),
                        row.optionalText(3),
                        row.optionalInt(4),
                        row.optionalText(5),
                        row.optionalInt(6),
                        row.number(7) == 1,
                        row.number(8) == 1,
                        marks.getOrDefault(row.text(3), List.of())),
                publication));
        events.addAll(database.list(
                "SELECT v.fetched_at, a.url, v.status, v.outcome FROM visit v JOIN address a ON a.id = v.address"
                        + " WHERE v.address IN (" + ADDRESSES
                        + ") AND v.capture IS NULL ORDER BY v.fetched_at DESC LIMIT "
                        + (MOST_EVENTS + 1),
                row -> new TimeLine.Event(
                        Instant.parse(row.text(1)),
                        row.text(2),
                        Optional.empty(),
                        row.optionalInt(3),
                        row.optionalText(4),
                        Optional.empty(),
                        false,
                        false,
                        List.of()),
                publication));
        events.sort(Comparator.comparing(TimeLine.Event::at).thenComparing(TimeLine.Event::url));
        return Collections.unmodifiableList(events);
    }

    /** By the capture that brought them to light. */
    private Map<String, List<TimeLine.Mark>> marks(long publication) throws CatalogException {
        Map<String, List<TimeLine.Mark>> marks = new HashMap<>();
        database.list(
                "SELECT c.uuid, r.revision_id, r.kind FROM revision r JOIN capture c ON c.id = r.to_capture"
                        + " WHERE r.publication = ? ORDER BY r.detected_at, r.revision_id",
                row -> marks.computeIfAbsent(row.text(1), key -> new ArrayList<>())
                        .add(new TimeLine.Mark(row.text(2), row.text(3))),
                publication);
        return marks;
    }
}
