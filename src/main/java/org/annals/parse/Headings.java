package org.annals.parse;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.annals.document.Block;
import org.annals.document.Paragraph;
import org.annals.report.Section;

/**
 * Finds the headings of the six chapters: number and wording together, since inner headings use the same numbers and sentences the same words. The wordings
 * stand in {@code sections.csv}.
 */
final class Headings {
    private static final Map<String, Wanted> WORDINGS = read();
    private static final String DELIMITERS = "、.．,，";
    private static final String NUMBERS = "一二三四五六七八九十";
    private static final int LONGEST = 45;

    private record Wanted(Section section, char number) {}

    private Headings() {}

    /** The headings in order; where they come more than once (a table of contents, a second copy), the run with most text. */
    static List<Heading> of(List<Block> blocks, boolean numbersCount) {
        List<List<Heading>> runs = new ArrayList<>();
        List<Heading> run = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            if (blocks.get(i) instanceof Paragraph paragraph && !paragraph.linked()) {
                Optional<Heading> heading = heading(paragraph.text(), i, numbersCount);
                if (heading.isPresent()) {
                    if (!run.isEmpty()
                            && heading.get()
                                            .section()
                                            .compareTo(run.get(run.size() - 1).section())
                                    <= 0) {
                        runs.add(run);
                        run = new ArrayList<>();
                    }
                    run.add(heading.get());
                }
            }
        }
        runs.add(run);
        return best(runs, blocks.size());
    }

    static List<Heading> best(List<List<Heading>> runs, int end) {
        List<Heading> best = List.of();
        int most = -1;
        for (int i = 0; i < runs.size(); i++) {
            List<Heading> run = runs.get(i);
            int stop = i + 1 < runs.size() ? runs.get(i + 1).get(0).block() : end;
            int weight = run.isEmpty()
                    ? 0
                    : run.size() * 3 + Math.min(60, stop - run.get(0).block());
            if (weight > most) {
                best = run;
                most = weight;
            }
        }
        return best;
    }

    private static Optional<Heading> heading(String text, int block, boolean numbersCount) {
        String head = text.length() > 4 * LONGEST ? text.substring(0, 4 * LONGEST) : text;
        String line = Wording.squeeze(head);
        if (line.isEmpty()) {
            return Optional.empty();
        }
        boolean numbered =
                line.length() > 2 && NUMBERS.indexOf(line.charAt(0)) >= 0 && DELIMITERS.indexOf(line.charAt(1)) >= 0;
        String words = numbered ? line.substring(2) : line;
        Wanted whole = words.length() <= LONGEST ? WORDINGS.get(Wording.core(words)) : null;
        if (whole != null && agrees(whole, numbered, line.charAt(0), numbersCount)) {
            return Optional.of(new Heading(whole.section(), block, ""));
        }
        return numbered ? glued(text, line, words, block, numbersCount) : Optional.empty();
    }

    /** A heading with the chapter's text behind it in one line: only after a colon, a full stop or a blank. */
    private static Optional<Heading> glued(String text, String line, String words, int block, boolean numbersCount) {
        Heading longest = null;
        int length = 0;
        for (Map.Entry<String, Wanted> wording : WORDINGS.entrySet()) {
            int end = endOf(words, wording.getKey());
            if (end > length && agrees(wording.getValue(), true, line.charAt(0), numbersCount)) {
                int from = positionBehind(text, end + 2);
                boolean divided = from < text.length() && " \n:：。".indexOf(text.charAt(from)) >= 0;
                if (divided) {
                    String rest = text.substring(from).replaceFirst("^[\\s:：。]+", "");
                    longest = new Heading(wording.getValue().section(), block, rest);
                    length = end;
                }
            }
        }
        return Optional.ofNullable(longest);
    }

    /** Where a wording ends in a text that begins with it, punctuation in the text skipped; -1 if it does not. */
    private static int endOf(String words, String wording) {
        int at = 0;
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                if (c != wording.charAt(at)) {
                    return -1;
                }
                if (++at == wording.length()) {
                    return i + 1;
                }
            }
        }
        return -1;
    }

    /** Index in the text behind its first {@code count} characters that are no blanks. */
    private static int positionBehind(String text, int count) {
        int seen = 0;
        int i = 0;
        while (i < text.length() && seen < count) {
            char c = text.charAt(i++);
            seen += Character.isWhitespace(c) || Character.isSpaceChar(c) ? 0 : 1;
        }
        return i;
    }

    private static boolean agrees(Wanted wanted, boolean numbered, char number, boolean numbersCount) {
        return !numbersCount || !numbered || wanted.number() == number;
    }

    private static Map<String, Wanted> read() {
        Map<String, Wanted> wordings = new LinkedHashMap<>();
        try (InputStream in = Headings.class.getResourceAsStream("sections.csv");
                CsvReader<NamedCsvRecord> lines = CsvReader.builder().ofNamedCsvRecord(in)) {
            for (NamedCsvRecord line : lines) {
                Section section = Section.valueOf(line.getField("section").toUpperCase(Locale.ROOT));
                wordings.put(
                        line.getField("wording"),
                        new Wanted(section, line.getField("number").charAt(0)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("reading sections.csv from the class path", e);
        }
        return wordings;
    }
}
