package org.annals.parse;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.annals.document.Block;
import org.annals.document.Paragraph;
import org.annals.report.Cell;
import org.annals.report.CellValue;
import org.annals.report.Generation;
import org.annals.report.Section;

/**
 * Whether a document is an annual report at all. Filled tables of the form are proof where the title or the chapters stand around them, since news and
 * quarterly sheets print one of the same tables; without tables it needs title and chapters, since guides, notices with the empty form, lists of reports and
 * other yearly reports all carry some of the same words.
 */
final class Recognition {
    private static final Pattern PART_OF_YEAR = Pattern.compile("季度|半年|[0-9一二三四五六七八九十]月份");
    private static final int LEAST_FILLED = 7;
    private static final int LEAST_ROWS = 3;
    private static final int LEAST_SECTIONS = 4;
    private static final int LEAST_OLD_TOPICS = 3;
    private static final int LEAST_TEXT = 150;
    private static final int LEAST_OLD_TEXT = 300;
    private static final int LAST_OLD_YEAR = 2018;
    private static final List<String> OLD_TOPICS = List.of("主动公开", "依申请公开", "行政复议", "收费", "存在", "改进");

    private Recognition() {}

    /** The generation of the report that the document is; empty where it is none. */
    static Optional<Generation> of(
            Optional<Generation> form,
            Map<String, Cell> cells,
            Optional<String> title,
            Optional<Integer> year,
            Map<Section, String> sections,
            String text) {
        if (form.isPresent() && filled(cells) && (title.isPresent() || sections.size() >= LEAST_SECTIONS)) {
            return form;
        }
        if (form.isEmpty() && annexFilled(cells)) {
            return Optional.of(Generation.PRE2019);
        }
        if (title.isEmpty()) {
            return Optional.empty();
        }
        boolean old = year.isPresent() && year.get() <= LAST_OLD_YEAR;
        boolean chapters = !old && sections.size() >= LEAST_SECTIONS;
        boolean named = year.isPresent() && PublisherReader.inTitle(title.get()).isPresent();
        if (chapters && (form.isPresent() ? named : text.length() >= LEAST_TEXT)) {
            // Tables given as pictures, or left blank throughout: the chapters are those of 2019 and later.
            boolean trial = year.isPresent() && year.get() <= 2020;
            return form.or(() -> Optional.of(trial ? Generation.G2019 : Generation.G2021));
        }
        long topics = OLD_TOPICS.stream().filter(text::contains).count();
        return old && topics >= LEAST_OLD_TOPICS && text.length() >= LEAST_OLD_TEXT
                ? Optional.of(Generation.PRE2019)
                : Optional.empty();
    }

    /** Cells with something in them, readable or not; the empty form that goes with a notice has none. */
    static boolean filled(Map<String, Cell> cells) {
        Set<String> filled = withContent(cells);
        long rows = filled.stream()
                .filter(field -> field.startsWith("t3."))
                .map(field -> field.substring(3, field.indexOf('.', 3)))
                .distinct()
                .count();
        return filled.size() >= LEAST_FILLED && rows >= LEAST_ROWS;
    }

    /** Whether all three tables are there and mostly filled, and nothing says that they are those of less than a year. */
    static boolean complete(Map<String, Cell> cells, List<Block> blocks) {
        if (blocks.stream().anyMatch(Recognition::namesPartOfYear)) {
            return false;
        }
        Set<String> filled = withContent(cells);
        return Stream.of("t2.", "t3.", "t4.").allMatch(table -> {
            List<String> fields = cells.keySet().stream()
                    .filter(field -> field.startsWith(table))
                    .toList();
            long some = fields.stream().filter(filled::contains).count();
            return some * 2 > fields.size()
                    && fields.stream().noneMatch(field -> cells.get(field).value() instanceof CellValue.Absent);
        });
    }

    private static boolean namesPartOfYear(Block block) {
        return block instanceof Paragraph paragraph
                ? PART_OF_YEAR.matcher(paragraph.text()).find()
                : ((Table) block)
                        .rows().stream()
                                .flatMap(row -> row.cells().stream())
                                .anyMatch(cell ->
                                        PART_OF_YEAR.matcher(cell.text()).find());
    }

    private static boolean hasDigit(String raw) {
        return raw.chars().anyMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean annexFilled(Map<String, Cell> cells) {
        return cells.keySet().stream().allMatch(field -> field.startsWith("t1."))
                && withContent(cells).size() >= LEAST_FILLED;
    }

    private static Set<String> withContent(Map<String, Cell> cells) {
        return cells.entrySet().stream()
                .filter(cell -> cell.getValue().value() instanceof CellValue.Number
                        || cell.getValue().value() instanceof CellValue.Unreadable
                                && hasDigit(cell.getValue().raw()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
