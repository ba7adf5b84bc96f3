package org.annals.catalog;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the crawls asked and what came of it. */
public final class CrawlRuns {
    private static final String WITHIN = " FROM visit v JOIN run r ON r.id = v.run WHERE r.name = ?1";

    private final Database database;

    CrawlRuns(Database database) {
        this.database = database;
    }

    /**
     * A run.
     *
     * @param lastAt time of its newest record, as the views have it
     * @param closed whether it came to its end
     * @param ended governments of which it says how they ended
     * @param versions of reports that it was the first to see
     */
    public record Run(String id, String lastAt, boolean closed, int ended, int versions) {}

    /** How often something came of asking for something. */
    public record Count(String run, String purpose, String outcome, int visits) {}

    /** @param outcomes how often, by outcome @param end how it ended, where the run says so */
    public record OfGovernment(String code, String name, Map<String, Integer> outcomes, Optional<String> end) {}

    /** One visit. */
    public record Visited(
            String url,
            String at,
            Optional<Integer> status,
            String outcome,
            String purpose,
            Optional<String> capture,
            String government) {}

    /** Newest first. */
    public List<Run> list() throws IOException {
        return database.list(
                "SELECT r.name, r.last_at, r.closed, (SELECT count(*) FROM finish f WHERE f.run = r.id), coalesce(n.versions, 0)"
                        + " FROM run r LEFT JOIN (SELECT c.run AS run, count(*) AS versions FROM version v"
                        + " JOIN capture c ON c.id = v.capture GROUP BY c.run) n ON n.run = r.id ORDER BY r.name DESC",
                row -> new Run(row.text(1), row.text(2), row.number(3) == 1, (int) row.number(4), (int) row.number(5)));
    }

    /** Of all runs, newest run first. */
    public List<Count> counts() throws IOException {
        return database.list(
                "SELECT r.name, v.purpose, v.outcome, v.visits FROM (SELECT run, purpose, outcome, count(*) AS visits FROM visit"
                        + " GROUP BY run, purpose, outcome) v JOIN run r ON r.id = v.run"
                        + " ORDER BY r.name DESC, v.visits DESC, v.purpose, v.outcome",
                row -> new Count(row.text(1), row.text(2), row.text(3), (int) row.number(4)));
    }

    /**
     * What was tried for each government, by code.
     *
     * @param behind begins behind this code
     * @param outcome where only governments with such an outcome are wanted
     */
    public List<OfGovernment> governments(String run, Optional<String> behind, Optional<String> outcome, int most)
            throws IOException {
        List<String> codes = database.list(
                "SELECT DISTINCT v.government" + WITHIN
                        + " AND v.government > ?2 AND (?3 IS NULL OR v.outcome = ?3) ORDER BY v.government LIMIT ?4",
                row -> row.text(1),
                run,
                behind.orElse(""),
                outcome,
                most);
        List<OfGovernment> governments = new ArrayList<>();
        for (String code : codes) {
            Map<String, Integer> outcomes = new LinkedHashMap<>();
            database.list(
                    "SELECT v.outcome, count(*) AS visits" + WITHIN
                            + " AND v.government = ?2 GROUP BY v.outcome ORDER BY visits DESC, v.outcome",
                    row -> outcomes.put(row.text(1), (int) row.number(2)),
                    run,
                    code);
            Optional<String> name =
                    database.first("SELECT name FROM government WHERE code = ?", row -> row.text(1), code);
            Optional<String> end = database.first(
                    "SELECT f.\"end\" FROM finish f JOIN run r ON r.id = f.run WHERE r.name = ?1 AND f.government = ?2",
                    row -> row.text(1),
                    run,
                    code);
            governments.add(new OfGovernment(code, name.orElse(code), outcomes, end));
        }
        return governments;
    }

    /** The last visits of a run, newest first. @param outcome only those of which this came */
    public List<Visited> last(String run, Optional<String> outcome, int most) throws IOException {
        return database.list(
                "SELECT a.url, v.fetched_at, v.status, v.outcome, v.purpose, c.uuid, v.government FROM visit v"
                        + " JOIN run r ON r.id = v.run JOIN address a ON a.id = v.address LEFT JOIN capture c ON c.id = v.capture"
                        + " WHERE r.name = ?1 AND (?2 IS NULL OR v.outcome = ?2) ORDER BY v.id DESC LIMIT ?3",
                row -> new Visited(
                        row.text(1),
                        row.text(2),
                        row.optionalInt(3),
                        row.text(4),
                        row.text(5),
                        row.optionalText(6),
                        row.text(7)),
                run,
                outcome,
                most);
    }
}
