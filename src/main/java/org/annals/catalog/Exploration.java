package org.annals.catalog;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.annals.report.CellValue;
import org.annals.report.Section;

/** What searching and charts ask: the latest versions, one field over all reports, and which reports hold some words. */
public final class Exploration {
    private final Database database;

    Exploration(Database database) {
        this.database = database;
    }

    /** The latest version of every publication; newest fiscal year first, then by government and publication. */
    public List<LatestReport> latest() throws IOException {
        return database.list(
                "SELECT t.id, v.report_id, b.publication_id, c.uuid, b.government, b.publisher, b.fiscal_year, t.generation, t.title,"
                        + " c.own, b.withdrawn FROM version v JOIN publication b ON b.id = v.publication"
                        + " JOIN capture c ON c.id = v.capture JOIN document d ON d.id = c.document JOIN content t ON t.id = d.content"
                        + " WHERE v.is_latest = 1 ORDER BY b.fiscal_year DESC, b.government, b.publication_id",
                row -> new LatestReport(
                        row.number(1),
                        row.text(2),
                        row.text(3),
                        row.text(4),
                        row.text(5),
                        row.text(6),
                        row.optionalInt(7),
                        row.text(8),
                        row.optionalText(9),
                        row.number(10) == 1,
                        row.number(11) == 1));
    }

    /** One field of all contents that have it, by the key of the content. */
    public Map<Long, CellValue> column(String field) throws IOException {
        Map<Long, CellValue> column = new HashMap<>();
        Optional<Long> key = database.first("SELECT id FROM field WHERE code = ?", row -> row.number(1), field);
        if (key.isPresent()) {
            database.list(
                    "SELECT content, state, value FROM cell WHERE field = ?",
                    row -> column.put(row.number(1), ContentStore.value((int) row.number(2), row.value(3))),
                    key.get());
        }
        return column;
    }

    /**
     * Keys of all contents whose sections hold the words, and of some that only hold all pairs of neighbouring signs of them.
     *
     * @param folded see {@link Folding#folded}; none are found where it has neither letter nor digit
     */
    public List<Long> contentsWith(String folded) throws IOException {
        String question = Folding.question(folded);
        return question.isEmpty()
                ? List.of()
                : database.list(
                        "SELECT rowid FROM text_index WHERE text_index MATCH ?", row -> row.number(1), question);
    }

    /** The chapters of a content, in the order of the form. */
    public Map<Section, String> sections(long contentKey) throws IOException {
        Map<String, String> texts = new HashMap<>();
        database.list(
                "SELECT name, text FROM section WHERE content = ?",
                row -> texts.put(row.text(1), row.text(2)),
                contentKey);
        Map<Section, String> sections = new LinkedHashMap<>();
        for (Section section : Section.values()) {
            if (texts.containsKey(section.code())) {
                sections.put(section, texts.get(section.code()));
            }
        }
        return sections;
    }
}
