package org.annals.parse;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.annals.document.Block;
import org.annals.document.Paragraph;
import org.annals.report.Cell;
import org.annals.report.CellValue;
import org.annals.report.Fields;
import org.annals.report.Generation;
import org.annals.report.Section;

/**
 * Cells that are printed but stand in no layout that the readers of the tables know. They are unreadable, with their place: absent is only what is not in the
 * document.
 */
final class Unread {
    private static final String REASON = "is printed, but in no layout that can be read";

    private static final Pattern BLANKS = Pattern.compile("[\\s\\u3000\\u00A0]+");
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9０-９][0-9０-９,，.．]*");
    private static final Pattern SENTENCE = Pattern.compile("[，。；！？：]");
    /** So many numbers divided by blanks are no sentence. */
    private static final int FEWEST_NUMBERS = 4;

    private static final Pattern COMMA = Pattern.compile("[,，]");
    private static final int FEWEST_LINES = 5;

    private static final int LONGEST_ROW2 = 60;
    private static final int FEWEST_NUMBERS4 = 8;

    private final Map<String, Cell> found = new LinkedHashMap<>();
    private final List<Block> blocks;
    private final List<Heading> headings;
    private final Map<String, Cell> read;
    private final Generation generation;

    private Unread(List<Block> blocks, List<Heading> headings, Map<String, Cell> read, Generation generation) {
        this.blocks = blocks;
        this.headings = headings;
        this.read = read;
        this.generation = generation;
    }

    /**
     * The cells that are printed and were not read.
     *
     * @param read what the readers of the tables found
     */
    static Map<String, Cell> in(
            List<Block> blocks,
            List<Heading> headings,
            Map<String, Cell> read,
            Generation generation,
            List<String> warnings) {
        Unread unread = new Unread(blocks, headings, read, generation);
        unread.rows(2);
        unread.rows(3);
        unread.table4();
        Set<String> told = new HashSet<>();
        unread.found.forEach((field, cell) -> {
            String row = field.substring(0, field.lastIndexOf('.'));
            if (told.add(row)) {
                warnings.add(row + ": " + REASON + " (" + cell.locator() + ")");
            }
        });
        return unread.found;
    }

    /** All cells, where lines are full of numbers divided by commas: which of them divide thousands nobody can tell. */
    static Map<String, Cell> betweenCommas(List<Block> blocks, Generation generation, List<String> warnings) {
        List<Paragraph> lines = Prose.paragraphs(blocks, paragraph -> {
            List<String> texts = Arrays.asList(COMMA.split(paragraph.text()));
            return texts.stream()
                            .filter(text -> NUMBER.matcher(text.strip()).matches())
                            .count()
                    >= FEWEST_NUMBERS;
        });
        Map<String, Cell> cells = new LinkedHashMap<>();
        if (lines.size() >= FEWEST_LINES) {
            String place = lines.get(0).locator();
            warnings.add("the cells of the tables are divided by commas, which is no layout that can be read (" + place
                    + ")");
            Fields.of(generation).forEach(field -> cells.put(field.code(), cell("", place)));
        }
        return cells;
    }

    /** Rows of table 2 or 3 whose label stands in a line or cell together with their numbers. */
    private void rows(int table) {
        boolean complete = FormRows.of(generation, table).values().stream()
                .allMatch(fields -> fields.stream().allMatch(read::containsKey));
        if (complete) {
            return;
        }
        for (Block block : chapter(table == 2 ? Section.PROACTIVE : Section.REQUESTS)) {
            lines(block).forEach((place, text) -> row(table, text).ifPresent(row -> put(table, row, text, place)));
        }
    }

    private Optional<String> row(int table, String text) {
        List<String> tokens = Arrays.asList(BLANKS.split(text.strip()));
        int words = 0;
        while (words < tokens.size() && !NUMBER.matcher(tokens.get(words)).lookingAt()) {
            words++;
        }
        long numbers = tokens.subList(words, tokens.size()).stream()
                .filter(token -> NUMBER.matcher(token).lookingAt())
                .count();
        boolean line = table == 2
                ? numbers > 0
                        && text.length() <= LONGEST_ROW2
                        && !SENTENCE.matcher(text).find()
                : numbers >= FEWEST_NUMBERS;
        if (!line) {
            return Optional.empty();
        }
        Labels labels = table == 2 ? Labels.TABLE2 : Labels.TABLE3;
        // A word among the values may stand right behind the label.
        for (int end = words; end > 0; end--) {
            Optional<String> row = labels.row(String.join("", tokens.subList(0, end)))
                    .filter(label -> !label.is("group"))
                    .map(Label::code);
            if (row.isPresent()) {
                return row;
            }
        }
        return Optional.empty();
    }

    /** Table 4, where its chapter is full of numbers and nothing was read of it. */
    private void table4() {
        if (read.keySet().stream().anyMatch(field -> field.startsWith("t4."))) {
            return;
        }
        int numbers = 0;
        String place = "";
        for (Block block : chapter(Section.REVIEW_LITIGATION)) {
            for (Map.Entry<String, String> line : lines(block).entrySet()) {
                long here = Stream.of(BLANKS.split(line.getValue().strip()))
                        .filter(token -> NUMBER.matcher(token).matches())
                        .count();
                place = numbers == 0 && here > 0 ? line.getKey() : place;
                numbers += (int) here;
            }
        }
        if (numbers >= FEWEST_NUMBERS4) {
            String where = place;
            Block4.NAMES.forEach(block -> Block4.fields(block).forEach(field -> found.put(field, cell("", where))));
        }
    }

    private void put(int table, String row, String text, String place) {
        for (String code : FormRows.of(generation, table).getOrDefault(row, List.of())) {
            if (!read.containsKey(code)) {
                found.putIfAbsent(code, cell(text, place));
            }
        }
    }

    private static Cell cell(String raw, String place) {
        return new Cell(new CellValue.Unreadable(REASON), raw, place);
    }

    /** What stands in a block, by its place: a paragraph, or the rows of a grid. */
    private static Map<String, String> lines(Block block) {
        Map<String, String> lines = new LinkedHashMap<>();
        if (block instanceof Paragraph paragraph && LineTables.mayBeLine(block)) {
            lines.put(paragraph.locator(), paragraph.text());
        } else if (block instanceof Table grid) {
            grid.rows()
                    .forEach(row -> lines.put(
                            row.locator(),
                            String.join(
                                    " ",
                                    row.cells().stream()
                                            .filter(cell -> !cell.continued() && !cell.isEmpty())
                                            .map(cell -> cell.text())
                                            .toList())));
        }
        return lines;
    }

    private List<Block> chapter(Section section) {
        for (int i = 0; i < headings.size(); i++) {
            if (headings.get(i).section() == section) {
                int end = i + 1 < headings.size() ? headings.get(i + 1).block() : blocks.size();
                return blocks.subList(headings.get(i).block() + 1, end);
            }
        }
        return List.of();
    }
}
