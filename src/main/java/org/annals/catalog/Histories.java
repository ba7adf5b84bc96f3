package org.annals.catalog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.annals.capture.Outcome;
import org.annals.revision.Observation;
import org.annals.revision.Reading;
import org.annals.revision.Sighting;

/** Every capture of a publication's addresses, in time order, as observations. */
final class Histories {
    private static final int MOST_REDIRECTS = 10;

    private final Database database;
    private final ContentStore contents;

    Histories(Database database, ContentStore contents) {
        this.database = database;
        this.contents = contents;
    }

    /**
     * @param capture key of the observed capture
     * @param file where its record stands; files sort by the time of their run
     */
    record Seen(long capture, long address, String file, long offset, Observation observation) {}

    private record Captured(
            long key,
            String uuid,
            String at,
            Optional<String> run,
            Optional<Long> runKey,
            String url,
            long address,
            int status,
            Optional<Long> publication,
            Optional<Long> content,
            String payload,
            Optional<Outcome> outcome,
            String file,
            long offset) {}

    /** Of a publication. */
    List<Seen> of(long publication) throws CatalogException {
        return of(publication, "publication");
    }

    /** Of all reports that name the same publisher and year, told apart or not. */
    List<Seen> ofClaim(long publication) throws CatalogException {
        return of(publication, "claim");
    }

    private List<Seen> of(long publication, String column) throws CatalogException {
        List<Captured> captured = database.list(
                "SELECT c.id, c.uuid, c.captured_at, CASE WHEN c.source IS NULL THEN r.name END, c.run, a.url, a.id, coalesce(c.status, 0), c."
                        + column
                        + ","
                        + " d.content, coalesce(p.sha256, ''), c.outcome, f.path, c.\"offset\""
                        + " FROM (SELECT DISTINCT address FROM capture WHERE " + column + " = ?) x"
                        + " JOIN capture c ON c.address = x.address JOIN address a ON a.id = c.address"
                        + " JOIN warc_file f ON f.id = c.file LEFT JOIN run r ON r.id = c.run"
                        + " LEFT JOIN document d ON d.id = c.document LEFT JOIN payload p ON p.id = c.payload"
                        + " ORDER BY c.captured_at, f.path, c.\"offset\"",
                row -> new Captured(
                        row.number(1),
                        row.text(2),
                        row.text(3),
                        row.optionalText(4),
                        row.optionalNumber(5),
                        row.text(6),
                        row.number(7),
                        (int) row.number(8),
                        row.optionalNumber(9),
                        row.optionalNumber(10),
                        row.text(11),
                        row.optionalText(12).flatMap(Outcome::ofCode),
                        row.text(13),
                        row.number(14)),
                publication);
        Map<Long, Reading> readings = readings(publication, captured);
        List<Seen> seen = new ArrayList<>();
        for (Captured capture : captured) {
            Sighting sighting = sighting(publication, capture, readings);
            // captures of other programs were made in no run of ours: one day's visits count as one
            String run = capture.run().orElse(capture.at().substring(0, 10));
            Observation observation =
                    new Observation(capture.uuid(), Instant.parse(capture.at()), run, capture.url(), sighting);
            seen.add(new Seen(capture.key(), capture.address(), capture.file(), capture.offset(), observation));
        }
        return seen;
    }

    private Map<Long, Reading> readings(long publication, List<Captured> captured) throws CatalogException {
        Map<Long, Reading> readings = new HashMap<>();
        for (Captured capture : captured) {
            if (capture.publication().equals(Optional.of(publication))) {
                readings.put(capture.content().orElseThrow(), null);
            }
        }
        if (readings.size() == 1) {
            // one content only, as for most publications: nothing to compare it with
            readings.replaceAll((content, none) -> Reading.of(Map.of(), Optional.empty(), Map.of()));
            return readings;
        }
        for (Map.Entry<Long, Reading> entry : readings.entrySet()) {
            entry.setValue(contents.reading(entry.getKey()));
        }
        return readings;
    }

    private Sighting sighting(long publication, Captured capture, Map<Long, Reading> readings) throws CatalogException {
        if (capture.publication().isPresent()) {
            return capture.publication().get() == publication
                    ? new Sighting.Carries(readings.get(capture.content().orElseThrow()), capture.payload())
                    : new Sighting.Elsewhere();
        }
        boolean failed = capture.outcome()
                .map(o -> o != Outcome.ARCHIVED && o != Outcome.UNCHANGED && o != Outcome.GONE && o != Outcome.SOFT_404)
                .orElse(false);
        if (failed) {
            return new Sighting.Unknown();
        }
        if (isGone(capture.status(), capture.outcome())) {
            return new Sighting.Gone();
        }
        if (isRedirect(capture.status())) {
            return leadsToNothing(capture.address(), capture.runKey(), 0)
                    ? new Sighting.Gone()
                    : new Sighting.Elsewhere();
        }
        return new Sighting.Unknown();
    }

    private static boolean isGone(int status, Optional<Outcome> outcome) {
        return status == 404
                || status == 410
                || outcome.map(o -> o == Outcome.GONE || o == Outcome.SOFT_404).orElse(false);
    }

    private static boolean isRedirect(int status) {
        return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    }

    private record Target(long address, int status, Optional<Outcome> outcome) {}

    /** Whether in that run the redirect of this address ended at something that is gone. */
    private boolean leadsToNothing(long address, Optional<Long> run, int hops) throws CatalogException {
        List<Target> targets = database.list(
                "SELECT address, coalesce(status, 0), outcome FROM visit WHERE via = ? AND run = ? AND address <> ?"
                        + " ORDER BY id",
                row -> new Target(row.number(1), (int) row.number(2), Outcome.ofCode(row.text(3))),
                address,
                run,
                address);
        for (Target target : targets) {
            boolean gone = isGone(target.status(), target.outcome())
                    || hops < MOST_REDIRECTS
                            && isRedirect(target.status())
                            && leadsToNothing(target.address(), run, hops + 1);
            if (!gone) {
                return false;
            }
        }
        return !targets.isEmpty();
    }
}
