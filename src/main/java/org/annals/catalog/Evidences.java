package org.annals.catalog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.annals.capture.RecordLocation;
import org.annals.check.CheckResult;
import org.annals.report.Cell;
import org.annals.report.CellValue;

/** Reads what proves a publication's versions, through the views. */
final class Evidences {
    private final Database database;

    Evidences(Database database) {
        this.database = database;
    }

    /** Oldest version first. */
    List<Evidence> of(String publicationId) throws CatalogException {
        List<Evidence> all = new ArrayList<>();
        List<String> reports = database.list(
                "SELECT report_id FROM v_report WHERE publication_id = ? ORDER BY version_no",
                row -> row.text(1),
                publicationId);
        for (String report : reports) {
            all.add(version(report));
        }
        return all;
    }

    private Evidence version(String report) throws CatalogException {
        Map<String, Cell> cells = new LinkedHashMap<>();
        database.list(
                "SELECT field, state, value, raw, locator FROM v_value WHERE report_id = ?",
                row -> cells.put(row.text(1), new Cell(value(row.text(2), row.value(3)), row.text(4), row.text(5))),
                report);
        List<CheckResult> checks = ReportChecks.of(database, report);
        return database.first(
                        "SELECT r.version_no, r.is_latest, r.title, r.capture_id, c.warc_path, c.warc_offset,"
                                + " c.warc_length, r.url, r.captured_at, r.payload_sha256, r.parser_version,"
                                + " (SELECT count(*) FROM v_capture_report k WHERE k.report_id = r.report_id)"
                                + " FROM v_report r JOIN v_capture c ON c.capture_id = r.capture_id WHERE r.report_id = ?",
                        row -> new Evidence(
                                report,
                                (int) row.number(1),
                                row.number(2) == 1,
                                row.optionalText(3),
                                row.text(4),
                                new RecordLocation(row.text(5), row.number(6), row.number(7)),
                                row.text(8),
                                Instant.parse(row.text(9)),
                                row.text(10),
                                row.text(11),
                                (int) row.number(12),
                                cells,
                                checks),
                        report)
                .orElseThrow();
    }

    private static CellValue value(String state, Object number) {
        return switch (state) {
            case "number" -> new CellValue.Number(Decimals.fromColumn(number));
            case "blank" -> new CellValue.Blank();
            case "unreadable" -> new CellValue.Unreadable("");
            default -> new CellValue.Absent();
        };
    }
}
