package org.annals.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.annals.document.Block;
import org.annals.document.Document;
import org.annals.document.Paragraph;

/**
 * The part of a page that holds the report which the page is about. Figures of two reports are never mixed: of several with tables, it is the one that the
 * page's own title names; where it names none, nobody can tell which figures count.
 *
 * @param blocks what is to be read
 * @param certain false where the page holds several reports and none is named
 */
record OneReport(List<Block> blocks, boolean certain) {
    private static final int LONGEST_TITLE = 120;

    private record Piece(int start, String title) {}

    static OneReport of(List<Block> blocks, Document document, List<String> warnings) {
        List<Integer> tables = IntStream.range(0, blocks.size())
                .filter(i -> blocks.get(i) instanceof Table grid && opensRequests(grid))
                .boxed()
                .toList();
        if (tables.size() < 2) {
            return new OneReport(blocks, true);
        }
        List<Piece> pieces = pieces(blocks, tables);
        if (pieces.size() < 2) {
            return new OneReport(blocks, true);
        }
        for (String named : names(document, blocks)) {
            List<Piece> meant = pieces.stream()
                    .filter(piece -> piece.title().contains(named) || named.contains(piece.title()))
                    .toList();
            if (meant.size() == 1) {
                warnings.add("the page holds " + pieces.size() + " reports; the one that its title names was read: "
                        + meant.get(0).title());
                return new OneReport(only(blocks, pieces, meant.get(0)), true);
            }
        }
        warnings.add("the page holds " + pieces.size() + " reports, and nothing names one of them as its own");
        return new OneReport(blocks, false);
    }

    /** Whether the first row of table 3 stands in a grid, with something behind it. */
    private static boolean opensRequests(Table grid) {
        return grid.rows().stream()
                .flatMap(row -> row.rows3().stream())
                .anyMatch(row -> row.code().equals("new") && row.tail().occupied() > 0);
    }

    /** The reports, each from its title on; a table with no title between it and the table before belongs to the same report. */
    private static List<Piece> pieces(List<Block> blocks, List<Integer> tables) {
        List<Piece> pieces = new ArrayList<>();
        int from = 0;
        for (int table : tables) {
            int end = table;
            int first = from;
            IntStream.range(first, end)
                    .map(i -> first + end - 1 - i)
                    .filter(i -> isTitle(blocks.get(i)))
                    .boxed()
                    .findFirst()
                    .ifPresent(i -> pieces.add(new Piece(i, Wording.squeeze(((Paragraph) blocks.get(i)).text()))));
            from = table + 1;
        }
        return pieces;
    }

    private static boolean isTitle(Block block) {
        return block instanceof Paragraph paragraph
                && !paragraph.linked()
                && paragraph.text().length() <= LONGEST_TITLE
                && TitleReader.isTitle(paragraph.text());
    }

    /** What the page calls itself: in its meta tags, in its headings, in its title. */
    private static List<String> names(Document document, List<Block> blocks) {
        Stream<String> headings = blocks.stream()
                .filter(OneReport::isTitle)
                .map(Paragraph.class::cast)
                .filter(paragraph -> paragraph.level() == 1 || paragraph.level() == 2)
                .map(Paragraph::text);
        Stream<String> page = Stream.of(
                        document.meta().getOrDefault("title", "").split("[-_|—–－]"))
                .filter(TitleReader::isTitle);
        Stream<String> article =
                Stream.of(document.meta().getOrDefault("articletitle", "")).filter(TitleReader::isTitle);
        return Stream.of(article, headings, page)
                .flatMap(names -> names)
                .map(Wording::squeeze)
                .distinct()
                .toList();
    }

    private static List<Block> only(List<Block> blocks, List<Piece> pieces, Piece wanted) {
        int next = pieces.stream()
                .mapToInt(Piece::start)
                .filter(start -> start > wanted.start())
                .min()
                .orElse(blocks.size());
        List<Block> kept = new ArrayList<>(blocks.subList(0, pieces.get(0).start()));
        kept.addAll(blocks.subList(wanted.start(), next));
        return kept;
    }
}
