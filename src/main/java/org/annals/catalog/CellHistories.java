package org.annals.catalog;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.annals.catalog.CellHistory.OfVersion;
import org.annals.catalog.CellHistory.OfYear;
import org.annals.report.Cell;

/** Reads one field out of the versions and years of a publisher's reports. */
final class CellHistories {
    private static final int MOST_VERSIONS = 200;
    private static final int MOST_PUBLICATIONS = 400;

    /** The columns of a cell, null where the content has no such field. */
    private static final String CELL = "e.state, e.value, e.raw, l.text";

    private static final String CONTENT = " JOIN capture c ON c.id = v.capture JOIN document d ON d.id = c.document"
            + " LEFT JOIN cell e ON e.content = d.content AND e.field = (SELECT id FROM field WHERE code = ?1)"
            + " LEFT JOIN locator l ON l.id = e.locator";

    private final Database database;

    CellHistories(Database database) {
        this.database = database;
    }

    CellHistory of(ReadReport report, String field) throws CatalogException {
        List<OfVersion> versions = database.list(
                "SELECT v.report_id, v.number, c.captured_at, " + CELL + " FROM publication b"
                        + " JOIN version v ON v.publication = b.id" + CONTENT
                        + " WHERE b.publication_id = ?2 ORDER BY v.number LIMIT " + MOST_VERSIONS,
                row -> new OfVersion(row.text(1), (int) row.number(2), Instant.parse(row.text(3)), cell(row, 4)),
                field,
                report.publicationId());
        Map<Integer, OfYear> years = new LinkedHashMap<>();
        for (OfYear one : database.list(
                "SELECT b.fiscal_year, v.report_id, b.publisher, " + CELL + " FROM publication b"
                        + " JOIN version v ON v.publication = b.id AND v.is_latest = 1" + CONTENT
                        + " WHERE b.government = ?2 AND b.fiscal_year IS NOT NULL"
                        + " AND (b.publisher = ?3 OR ?4 AND EXISTS (SELECT 1 FROM capture o WHERE o.publication = b.id AND o.own = 1))"
                        + " ORDER BY b.fiscal_year, b.publication_id <> ?5, b.publisher <> ?3, b.publication_id LIMIT "
                        + MOST_PUBLICATIONS,
                row -> new OfYear((int) row.number(1), row.text(2), row.text(3), cell(row, 4)),
                field,
                report.government(),
                report.publisher(),
                report.isOwn() ? 1 : 0,
                report.publicationId())) {
            years.putIfAbsent(one.fiscalYear(), one);
        }
        return new CellHistory(versions, new ArrayList<>(years.values()));
    }

    private static Cell cell(Row row, int first) throws SQLException {
        return row.optionalInt(first).isEmpty()
                ? Cell.ABSENT
                : new Cell(
                        ContentStore.value((int) row.number(first), row.value(first + 1)),
                        row.text(first + 2),
                        row.text(first + 3));
    }
}
