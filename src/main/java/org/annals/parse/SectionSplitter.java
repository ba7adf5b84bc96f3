package org.annals.parse;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.annals.document.Block;
import org.annals.document.Paragraph;
import org.annals.report.Section;

/** The text of each chapter: the paragraphs between its heading and the next, tables left out, signature and page foot cut off. */
final class SectionSplitter {
    private static final Pattern ARTEFACT = Pattern.compile("\\[bookmark:[^\\]]{0,40}\\]");
    private static final Pattern PAGE_NUMBER = Pattern.compile("[-—]?\\s*\\d{1,3}\\s*[-—]?");

    /** Digits, dashes and blanks of the number of a page. */
    private static final int LONGEST_NUMBER = 16;

    private SectionSplitter() {}

    /** @param reportEnd index of the first block behind the report */
    static Map<Section, String> split(List<Block> blocks, List<Heading> headings, int reportEnd) {
        Map<Section, String> sections = new EnumMap<>(Section.class);
        for (int i = 0; i < headings.size(); i++) {
            Heading heading = headings.get(i);
            boolean last = i + 1 == headings.size();
            int end = last
                    ? Math.max(heading.block() + 1, reportEnd)
                    : headings.get(i + 1).block();
            String text = text(blocks.subList(heading.block() + 1, end), heading.rest(), last);
            // Reports up to 2018 have chapters, as on fees, that share a name with others.
            sections.merge(heading.section(), text, (before, more) -> (before + "\n" + more).strip());
        }
        return sections;
    }

    private static String text(List<Block> blocks, String rest, boolean last) {
        List<String> lines = new ArrayList<>();
        if (!rest.isEmpty()) {
            lines.add(rest);
        }
        for (Block block : blocks) {
            if (!(block instanceof Paragraph paragraph)) {
                continue;
            }
            String text = paragraph.text();
            String line = text.contains("[bookmark:")
                    ? ARTEFACT.matcher(text).replaceAll("").strip()
                    : text.strip();
            boolean noise = paragraph.chrome() || ReportEnd.isFoot(paragraph) || isPageNumber(line);
            if (!line.isEmpty() && !noise) {
                lines.add(line);
            }
        }
        if (last) {
            Signature.cut(lines);
        }
        return String.join("\n", lines);
    }

    private static boolean isPageNumber(String line) {
        return line.length() <= LONGEST_NUMBER && PAGE_NUMBER.matcher(line).matches();
    }
}
