package org.annals.catalog;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.annals.check.CheckResult;
import org.annals.report.Cell;
import org.annals.report.CellValue;
import org.annals.report.Generation;
import org.annals.report.PublisherSource;
import org.annals.report.Report;
import org.annals.report.Section;
import org.annals.revision.Reading;

/** What reports say, each content stored once however many payloads carry it. */
final class ContentStore {
    static final List<String> STATES = List.of("number", "blank", "unreadable", "absent");

    private final Database database;
    private final Map<String, Long> fields = new HashMap<>();
    private final Map<String, Long> locators = new HashMap<>();

    ContentStore(Database database) {
        this.database = database;
    }

    /** What was remembered of a transaction that was rolled back counts no more. */
    void forget() {
        fields.clear();
        locators.clear();
    }

    /** @return key of the content */
    long store(Content said) throws CatalogException {
        Report report = said.report();
        Optional<Long> known =
                database.first("SELECT id FROM content WHERE digest = ?", row -> row.number(1), said.digest());
        if (known.isPresent()) {
            return known.get();
        }
        long content = database.insert(
                "INSERT INTO content (digest, generation, publisher, publisher_source, fiscal_year, title, published_on)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                said.digest(),
                report.generation().code(),
                report.publisher(),
                report.publisherSource().map(PublisherSource::code),
                report.fiscalYear(),
                report.title(),
                report.publishedOn().map(LocalDate::toString));
        for (Map.Entry<String, Cell> entry : report.cells().entrySet()) {
            Cell cell = entry.getValue();
            database.update(
                    "INSERT INTO cell (content, field, state, value, raw, locator) VALUES (?, ?, ?, ?, ?, ?)",
                    content,
                    key(fields, "field", "code", entry.getKey()),
                    STATES.indexOf(cell.value().state()),
                    cell.value().number().map(Decimals::toColumn),
                    cell.raw(),
                    key(locators, "locator", "text", cell.locator()));
        }
        for (Map.Entry<Section, String> section : report.sections().entrySet()) {
            database.update(
                    "INSERT INTO section (content, name, text) VALUES (?, ?, ?)",
                    content,
                    section.getKey().code(),
                    section.getValue());
        }
        database.update("INSERT INTO text_index (rowid, words) VALUES (?, ?)", content, said.words());
        int ordinal = 0;
        for (CheckResult check : said.checks()) {
            database.update(
                    "INSERT INTO check_result (content, ordinal, code, scope, status, expected, actual)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                    content,
                    ordinal++,
                    check.code(),
                    check.scope(),
                    check.status().name().toLowerCase(Locale.ROOT),
                    check.expected().map(Decimals::toColumn),
                    check.actual().map(Decimals::toColumn));
        }
        return content;
    }

    /** What decides whose report it is: generation, publisher, year, title and date; without cells and sections. */
    Report head(long content) throws CatalogException {
        return database.first(
                        "SELECT generation, publisher, publisher_source, fiscal_year, title, published_on FROM content WHERE id = ?",
                        row -> new Report(
                                generation(row.text(1)),
                                row.optionalText(2),
                                row.optionalText(3).map(s -> PublisherSource.valueOf(s.toUpperCase(Locale.ROOT))),
                                row.optionalInt(4),
                                row.optionalText(5),
                                row.optionalText(6).map(LocalDate::parse),
                                Map.of(),
                                Map.of()),
                        content)
                .orElseThrow();
    }

    /** What a reader reads in it. */
    Reading reading(long content) throws CatalogException {
        Map<String, CellValue> cells = values(content);
        Map<Section, String> sections = new LinkedHashMap<>();
        database.list(
                "SELECT name, text FROM section WHERE content = ?",
                row -> sections.put(Section.valueOf(row.text(1).toUpperCase(Locale.ROOT)), row.text(2)),
                content);
        Report head = head(content);
        return Reading.of(cells, head.title(), sections, head.publishedOn());
    }

    /** Its values without raw texts and places, and without sections: what can be reckoned with. */
    Report figures(long content) throws CatalogException {
        Report head = head(content);
        Map<String, Cell> cells = new LinkedHashMap<>();
        values(content).forEach((field, value) -> cells.put(field, new Cell(value, "", "")));
        return new Report(
                head.generation(),
                head.publisher(),
                head.publisherSource(),
                head.fiscalYear(),
                head.title(),
                head.publishedOn(),
                Map.of(),
                cells);
    }

    private Map<String, CellValue> values(long content) throws CatalogException {
        Map<String, CellValue> cells = new LinkedHashMap<>();
        database.list(
                "SELECT f.code, c.state, c.value FROM cell c JOIN field f ON f.id = c.field WHERE c.content = ?"
                        + " ORDER BY c.field",
                row -> cells.put(row.text(1), value((int) row.number(2), row.value(3))),
                content);
        return cells;
    }

    /** Contents that no document has any more, as after a new version of the parser. */
    void dropUnused() throws CatalogException {
        List<Long> unused = database.list(
                "SELECT id FROM content c WHERE NOT EXISTS (SELECT 1 FROM document d WHERE d.content = c.id)",
                row -> row.number(1));
        for (Long content : unused) {
            database.update("DELETE FROM cell WHERE content = ?", content);
            database.update("DELETE FROM section WHERE content = ?", content);
            database.update("DELETE FROM text_index WHERE rowid = ?", content);
            database.update("DELETE FROM check_result WHERE content = ?", content);
            database.update("DELETE FROM content WHERE id = ?", content);
        }
    }

    static CellValue value(int state, Object value) {
        return switch (state) {
            case 0 -> new CellValue.Number(Decimals.fromColumn(value));
            case 1 -> new CellValue.Blank();
            case 2 -> new CellValue.Unreadable("");
            default -> new CellValue.Absent();
        };
    }

    static Generation generation(String code) {
        for (Generation generation : Generation.values()) {
            if (generation.code().equals(code)) {
                return generation;
            }
        }
        throw new IllegalStateException("no such generation: " + code);
    }

    private long key(Map<String, Long> cache, String table, String column, String text) throws CatalogException {
        Long known = cache.get(text);
        if (known == null) {
            known = Keys.of(database, table, column, text);
            cache.put(text, known);
        }
        return known;
    }
}
