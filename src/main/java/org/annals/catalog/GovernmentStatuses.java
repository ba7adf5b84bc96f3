package org.annals.catalog;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.annals.capture.Finish;
import org.annals.capture.Purpose;
import org.annals.capture.RunId;
import org.annals.catalog.GovernmentStatus.Failed;
import org.annals.catalog.GovernmentStatus.LastRun;

/** Gathers what the catalogue knows of single governments. */
final class GovernmentStatuses {
    private static final String FINISH =
            "SELECT government, \"end\", pages, reports, columns, columns_failed, reports_failed, denied, beyond_budget, behind_gone FROM finish";

    private final Database database;
    private final KnownAddresses known;

    GovernmentStatuses(Database database) {
        this.database = database;
        this.known = new KnownAddresses(database);
    }

    Optional<GovernmentStatus> of(String code) throws CatalogException {
        return of(
                code,
                database.list(
                        "SELECT government_code, name, fiscal_year, status, why FROM v_coverage WHERE government_code = ?"
                                + " ORDER BY fiscal_year",
                        Coverage::read,
                        code));
    }

    /** @param coverage of it, by year */
    Optional<GovernmentStatus> of(String code, List<Coverage> coverage) throws CatalogException {
        List<KnownVisit> visits = known.visits(Optional.of(code));
        List<KnownVisit> columns = visits.stream()
                .filter(v -> v.address().purpose() == Purpose.COLUMN)
                .toList();
        List<KnownVisit> reports = visits.stream()
                .filter(v -> v.address().purpose() == Purpose.REPORT)
                .toList();
        Optional<Long> run = lastRun(code);
        Optional<LastRun> last = run.isEmpty() ? Optional.empty() : Optional.of(last(code, run.get()));
        List<String> barren = run.isEmpty() ? List.of() : barren(code, run.get(), columns);
        int others = database.first(
                        "SELECT count(DISTINCT b.id) FROM capture c JOIN publication b ON b.id = c.publication"
                                + " WHERE c.government = ?1 AND c.publication IS NOT NULL AND b.government <> ?1",
                        row -> (int) row.number(1),
                        code)
                .orElse(0);
        return database.first(
                "SELECT name, level, province, parent, portal_url, report_list_url FROM government WHERE code = ?",
                row -> new GovernmentStatus(
                        code,
                        row.text(1),
                        row.text(2),
                        row.text(3),
                        row.text(4),
                        row.optionalText(5),
                        row.optionalText(6),
                        columns,
                        reports,
                        barren,
                        coverage,
                        others,
                        last),
                code);
    }

    Map<String, Finish> finishes(RunId run) throws CatalogException {
        Map<String, Finish> finishes = new TreeMap<>();
        database.list(
                        FINISH + " WHERE run = (SELECT id FROM run WHERE name = ?)",
                        GovernmentStatuses::finish,
                        run.value())
                .forEach(finish -> finishes.put(finish.government(), finish));
        return finishes;
    }

    private static Finish finish(Row row) throws SQLException {
        return new Finish(
                row.text(1),
                Finish.End.ofCode(row.text(2)).orElseThrow(),
                (int) row.number(3),
                (int) row.number(4),
                (int) row.number(5),
                (int) row.number(6),
                (int) row.number(7),
                (int) row.number(8),
                (int) row.number(9),
                (int) row.number(10));
    }

    private Optional<Long> lastRun(String code) throws CatalogException {
        return database.first(
                "SELECT r.id FROM run r WHERE EXISTS (SELECT 1 FROM visit v WHERE v.run = r.id AND v.government = ?)"
                        + " ORDER BY r.name DESC LIMIT 1",
                row -> row.number(1),
                code);
    }

    private LastRun last(String code, long run) throws CatalogException {
        Map<String, Integer> outcomes = new TreeMap<>();
        Map<String, Integer> notAsked = new TreeMap<>();
        database.list(
                "SELECT outcome, count(*), asked FROM visit WHERE government = ? AND run = ? GROUP BY outcome, asked",
                row -> (row.number(3) == 1 ? outcomes : notAsked).put(row.text(1), (int) row.number(2)),
                code,
                run);
        List<String> urls = database.list(
                "SELECT a.url FROM visit v JOIN address a ON a.id = v.address WHERE v.government = ? AND v.run = ?"
                        + " AND v.asked = 1 ORDER BY v.fetched_at, v.id",
                row -> row.text(1),
                code,
                run);
        Optional<Finish> finish =
                database.first(FINISH + " WHERE government = ? AND run = ?", GovernmentStatuses::finish, code, run);
        List<Failed> failed = failed(code, run);
        return database.first(
                        "SELECT r.name, min(v.fetched_at), max(v.fetched_at), r.closed FROM run r JOIN visit v"
                                + " ON v.run = r.id WHERE r.id = ? AND v.government = ? GROUP BY r.id",
                        row -> new LastRun(
                                row.text(1),
                                Instant.parse(row.text(2)),
                                Instant.parse(row.text(3)),
                                outcomes,
                                notAsked,
                                urls,
                                failed,
                                row.number(4) == 1,
                                finish),
                        run,
                        code)
                .orElseThrow();
    }

    /** Addresses whose last attempt in the run brought nothing good. */
    private List<Failed> failed(String code, long run) throws CatalogException {
        return database.list(
                "SELECT a.url, v.purpose, v.outcome, v.anchor FROM visit v JOIN address a ON a.id = v.address"
                        + " WHERE v.government = ? AND v.run = ? AND v.outcome NOT IN ('archived', 'unchanged')"
                        + " AND NOT (v.purpose = 'robots' AND v.outcome = 'gone') AND v.id = (SELECT max(x.id) FROM visit x WHERE x.address = v.address AND x.run = v.run"
                        + " AND x.government = v.government) ORDER BY v.fetched_at DESC, v.id DESC",
                row -> new Failed(row.text(1), row.text(2), row.text(3), row.text(4)),
                code,
                run);
    }

    private List<String> barren(String code, long run, List<KnownVisit> columns) throws CatalogException {
        Set<String> fruitful = columns.stream().map(c -> c.address().url()).collect(Collectors.toSet());
        List<String> asked = database.list(
                "SELECT DISTINCT a.url FROM visit v JOIN address a ON a.id = v.address WHERE v.government = ?"
                        + " AND v.run = ? AND v.purpose = 'column' AND v.status = 200 ORDER BY a.url",
                row -> row.text(1),
                code,
                run);
        List<String> barren = new ArrayList<>(asked);
        barren.removeAll(fruitful);
        return barren;
    }
}
