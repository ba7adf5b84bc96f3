package org.annals.catalog;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the pages of governments show. Every question is bounded by one government. */
public final class GovernmentReports {
    private static final String OWN = "EXISTS (SELECT 1 FROM capture o WHERE o.publication = b.id AND o.own = 1)";
    private static final String OF = " FROM publication b JOIN version v ON v.publication = b.id AND v.is_latest = 1"
            + " WHERE b.government = ?1 AND ";

    private static final int MOST_OWN = 500;

    private final Database database;

    GovernmentReports(Database database) {
        this.database = database;
    }

    /** All that is known of its crawls; empty where the seeds do not have it. @param coverage of it, by year */
    public Optional<GovernmentStatus> status(String code, List<Coverage> coverage) throws CatalogException {
        return new GovernmentStatuses(database).of(code, coverage);
    }

    /** Its own reports by year: the id of the latest version. Where a year has several, that of the first publication. */
    public Map<Integer, String> reportByYear(String code) throws CatalogException {
        Map<Integer, String> reports = new HashMap<>();
        database.list(
                        "SELECT b.fiscal_year, v.report_id" + OF + "b.fiscal_year IS NOT NULL AND " + OWN
                                + " ORDER BY b.withdrawn, b.publication_id",
                        row -> Map.entry((int) row.number(1), row.text(2)),
                        code)
                .forEach(report -> reports.putIfAbsent(report.getKey(), report.getValue()));
        return reports;
    }

    /** Its own reports, the newest year first. */
    public List<PublicationSummary> own(String code) throws CatalogException {
        return list(OWN, " ORDER BY b.fiscal_year DESC, b.publisher, b.publication_id LIMIT " + MOST_OWN, code);
    }

    /** Reports of other bodies that are counted under it, by name and year. */
    public List<PublicationSummary> others(String code, int limit, int offset) throws CatalogException {
        return list(
                "NOT " + OWN,
                " ORDER BY b.publisher, b.fiscal_year DESC, b.publication_id LIMIT ?2 OFFSET ?3",
                code,
                limit,
                offset);
    }

    /** How many reports of other bodies are counted under it. */
    public int countOfOthers(String code) throws CatalogException {
        return database.first("SELECT count(*)" + OF + "NOT " + OWN, row -> (int) row.number(1), code)
                .orElse(0);
    }

    private List<PublicationSummary> list(String which, String order, Object... arguments) throws CatalogException {
        return database.list(
                "SELECT x.publication_id, x.report_id, x.publisher, x.fiscal_year, x.own, x.withdrawn,"
                        + " (SELECT count(*) FROM version n WHERE n.publication = x.id), t.generation, t.title, t.published_on,"
                        + " c.captured_at, sum(e.state = 0), sum(e.state = 1), sum(e.state = 2),"
                        + " (SELECT count(*) FROM check_result k WHERE k.content = t.id AND k.status = 'fail')"
                        + " + (SELECT count(*) FROM year_check y WHERE y.version = x.version AND y.status = 'fail')"
                        + " + (SELECT count(*) FROM rendition_check r WHERE r.version = x.version)"
                        + " FROM (SELECT b.id, b.publication_id, b.publisher, b.fiscal_year, b.withdrawn, v.id AS version,"
                        + " v.report_id, v.capture, " + OWN + " AS own" + OF + which + order + ") x"
                        + " JOIN capture c ON c.id = x.capture JOIN document d ON d.id = c.document"
                        + " JOIN content t ON t.id = d.content LEFT JOIN cell e ON e.content = t.id"
                        + " GROUP BY x.id" + order.replaceAll(" LIMIT.*", "").replace("b.", "x."),
                GovernmentReports::summary,
                arguments);
    }

    private static PublicationSummary summary(Row row) throws SQLException {
        return new PublicationSummary(
                row.text(1),
                row.text(2),
                row.text(3),
                row.optionalInt(4),
                row.number(5) == 1,
                row.number(6) == 1,
                (int) row.number(7),
                row.text(8),
                row.optionalText(9),
                row.optionalText(10).map(LocalDate::parse),
                Instant.parse(row.text(11)),
                (int) row.number(12),
                (int) row.number(13),
                (int) row.number(14),
                (int) row.number(15));
    }
}
