package org.annals.catalog;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.annals.check.CheckResult;

/** The checks of a version in the order in which they were run: those within it, those against the year before, those against its other renditions. */
final class ReportChecks {
    private static final String WHERE = " WHERE v.report_id = ?1";

    private ReportChecks() {}

    static List<CheckResult> of(Database database, String reportId) throws CatalogException {
        return database.list(
                "SELECT k.code, k.scope, k.status, k.expected, k.actual, 1 AS part, k.ordinal AS ordinal FROM version v"
                        + " JOIN capture c ON c.id = v.capture JOIN document d ON d.id = c.document"
                        + " JOIN check_result k ON k.content = d.content" + WHERE
                        + " UNION ALL SELECT k.code, k.scope, k.status, k.expected, k.actual, 2, k.ordinal FROM version v"
                        + " JOIN year_check k ON k.version = v.id" + WHERE
                        + " UNION ALL SELECT 'rendition_mismatch', k.scope, 'fail', k.expected, k.actual, 3, k.ordinal"
                        + " FROM version v JOIN rendition_check k ON k.version = v.id" + WHERE
                        + " ORDER BY part, ordinal",
                row -> new CheckResult(
                        row.text(1),
                        row.text(2),
                        CheckResult.Status.valueOf(row.text(3).toUpperCase(Locale.ROOT)),
                        Optional.ofNullable(row.value(4)).map(Decimals::fromColumn),
                        Optional.ofNullable(row.value(5)).map(Decimals::fromColumn)),
                reportId);
    }
}
