package org.annals.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.annals.document.Block;
import org.annals.document.Paragraph;
import org.annals.report.Section;

/**
 * What is said about the unit of the amounts of table 2, as in 金额单位：元.
 *
 * @param near short lines right beside the table
 * @param section wordings that name a unit anywhere in the chapter of the table; they count where the head of a column names none
 */
record Captions(List<String> near, List<String> section) {
    private static final Pattern UNIT = Pattern.compile("单位[^0-9０-９]{0,8}元|^[（(]?[^（(0-9０-９]{0,4}元[）)]?$");
    private static final Pattern SAID = Pattern.compile("单位(?:[为是:：（(][^0-9。；;]{0,8}?)?元|以[^0-9。；;，,]{0,4}元为(?:计量)?单位");
    private static final int LONGEST = 40;
    private static final int ABOVE = 2;

    Captions {
        near = List.copyOf(near);
        section = List.copyOf(section);
    }

    static boolean namesUnit(String text) {
        String squeezed = Wording.squeeze(text);
        return squeezed.length() <= LONGEST && UNIT.matcher(squeezed).find();
    }

    static Captions ofTable2(List<Block> blocks, List<Heading> headings) {
        return new Captions(beside(blocks), inChapter(blocks, headings));
    }

    /** Those up to two lines above a piece of the table, and right below it. */
    private static List<String> beside(List<Block> blocks) {
        List<String> captions = new ArrayList<>();
        for (int at = 0; at < blocks.size(); at++) {
            if (blocks.get(at) instanceof Table grid
                    && grid.rows().stream().anyMatch(row -> row.kind2().opens())) {
                for (int i = at - 1; i >= Math.max(0, at - ABOVE) && blocks.get(i) instanceof Paragraph line; i--) {
                    captions.add(line.text());
                }
                if (at + 1 < blocks.size() && blocks.get(at + 1) instanceof Paragraph line) {
                    captions.add(line.text());
                }
            }
        }
        return captions.stream().filter(Captions::namesUnit).toList();
    }

    /** From the heading of table 2 to the next. */
    private static List<String> inChapter(List<Block> blocks, List<Heading> headings) {
        return IntStream.range(0, headings.size())
                .filter(i -> headings.get(i).section() == Section.PROACTIVE)
                .mapToObj(i -> blocks.subList(
                        headings.get(i).block(),
                        i + 1 < headings.size() ? headings.get(i + 1).block() : blocks.size()))
                .flatMap(List::stream)
                .flatMap(block -> texts(block).stream())
                .flatMap(text -> said(text).stream())
                .toList();
    }

    private static List<String> texts(Block block) {
        if (block instanceof Table grid) {
            return grid.rows().stream()
                    .filter(row -> row.kind2().isBeside())
                    .flatMap(row -> row.cells().stream())
                    .map(TableCell::text)
                    .toList();
        }
        return block instanceof Paragraph paragraph ? List.of(paragraph.text()) : List.of();
    }

    private static List<String> said(String text) {
        Matcher said = SAID.matcher(Wording.squeeze(text));
        List<String> found = new ArrayList<>();
        while (said.find()) {
            found.add(said.group());
        }
        return found;
    }
}
