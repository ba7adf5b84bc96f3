package org.annals.catalog;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.annals.check.CheckResult;
import org.annals.report.Cell;
import org.annals.report.PublisherSource;
import org.annals.report.Report;
import org.annals.report.Section;

/** Reads back what the parser made of documents. */
final class StoredReadings {
    private final Database database;

    StoredReadings(Database database) {
        this.database = database;
    }

    StoredReading of(Optional<Long> content, Optional<String> fault) throws CatalogException {
        return content.isEmpty()
                ? new StoredReading(Optional.empty(), List.of(), fault)
                : new StoredReading(Optional.of(report(content.get())), checks(content.get()), fault);
    }

    private Report report(long content) throws CatalogException {
        Map<Section, String> sections = new LinkedHashMap<>();
        database.list(
                "SELECT name, text FROM section WHERE content = ? ORDER BY name",
                row -> sections.put(Section.valueOf(row.text(1).toUpperCase(Locale.ROOT)), row.text(2)),
                content);
        Map<String, Cell> cells = new LinkedHashMap<>();
        database.list(
                "SELECT f.code, c.state, c.value, c.raw, l.text FROM cell c JOIN field f ON f.id = c.field"
                        + " JOIN locator l ON l.id = c.locator WHERE c.content = ? ORDER BY c.field",
                row -> cells.put(
                        row.text(1),
                        new Cell(ContentStore.value((int) row.number(2), row.value(3)), row.text(4), row.text(5))),
                content);
        return database.first(
                        "SELECT generation, publisher, publisher_source, fiscal_year, title, published_on"
                                + " FROM content WHERE id = ?",
                        row -> new Report(
                                ContentStore.generation(row.text(1)),
                                row.optionalText(2),
                                row.optionalText(3)
                                        .map(source -> PublisherSource.valueOf(source.toUpperCase(Locale.ROOT))),
                                row.optionalInt(4),
                                row.optionalText(5),
                                row.optionalText(6).map(LocalDate::parse),
                                sections,
                                cells),
                        content)
                .orElseThrow();
    }

    private List<CheckResult> checks(long content) throws CatalogException {
        return database.list(
                "SELECT code, scope, status, expected, actual FROM check_result WHERE content = ? ORDER BY ordinal",
                row -> new CheckResult(
                        row.text(1),
                        row.text(2),
                        CheckResult.Status.valueOf(row.text(3).toUpperCase(Locale.ROOT)),
                        Optional.ofNullable(row.value(4)).map(Decimals::fromColumn),
                        Optional.ofNullable(row.value(5)).map(Decimals::fromColumn)),
                content);
    }
}
