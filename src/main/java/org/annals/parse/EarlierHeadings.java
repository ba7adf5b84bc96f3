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
 * The chapters of reports up to 2018, for which no form fixed the wording: a numbered heading belongs to the chapter whose keyword it holds, the first in the
 * order of {@code sections-old.csv}. A chapter that today's form does not have, such as that on fees, counts as other.
 */
final class EarlierHeadings {
    private static final Map<String, Section> KEYWORDS = read();
    private static final String NUMBERS = "一二三四五六七八九十";
    private static final int LONGEST = 40;

    private EarlierHeadings() {}

    /** The headings in order; where the numbers begin anew, the run with most text. */
    static List<Heading> of(List<Block> blocks) {
        List<List<Heading>> runs = new ArrayList<>();
        List<Heading> run = new ArrayList<>();
        int last = -1;
        for (int i = 0; i < blocks.size(); i++) {
            if (!(blocks.get(i) instanceof Paragraph paragraph) || paragraph.linked()) {
                continue;
            }
            String line = paragraph.text().length() > 2 * LONGEST ? "" : Wording.squeeze(paragraph.text());
            Optional<Section> section = section(line);
            if (section.isPresent()) {
                int number = NUMBERS.indexOf(line.charAt(0));
                if (number <= last) {
                    runs.add(run);
                    run = new ArrayList<>();
                }
                last = number;
                run.add(new Heading(section.get(), i, ""));
            }
        }
        runs.add(run);
        return Headings.best(runs, blocks.size());
    }

    private static Optional<Section> section(String line) {
        boolean numbered = line.length() > 3
                && line.length() <= LONGEST
                && NUMBERS.indexOf(line.charAt(0)) >= 0
                && "、.．".indexOf(line.charAt(1)) >= 0
                && "，。；;".chars().noneMatch(c -> line.indexOf(c) >= 0);
        return numbered
                ? KEYWORDS.entrySet().stream()
                        .filter(keyword -> line.contains(keyword.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst()
                : Optional.empty();
    }

    private static Map<String, Section> read() {
        Map<String, Section> keywords = new LinkedHashMap<>();
        try (InputStream in = EarlierHeadings.class.getResourceAsStream("sections-old.csv");
                CsvReader<NamedCsvRecord> lines = CsvReader.builder().ofNamedCsvRecord(in)) {
            for (NamedCsvRecord line : lines) {
                Section section = Section.valueOf(line.getField("section").toUpperCase(Locale.ROOT));
                keywords.put(line.getField("keyword"), section);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("reading sections-old.csv from the class path", e);
        }
        return keywords;
    }
}
