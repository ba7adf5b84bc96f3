package org.annals.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The items of all pages → blocks: tables go on over page breaks, lines become paragraphs or tables without lines. */
final class PdfFlow {
    private static final Pattern CHAPTER = Pattern.compile("[一二三四五六七八九十]+[、.．].*(情况|事项|概述|问题|措施)[：:。]?");
    private static final int FEWEST_ROWS = 3;
    private static final int MOST_LINES = 2_000;
    /** Of the widest line: a line of its own that is as wide is text, no cell. */
    private static final double WIDE = 0.6;

    private final List<String> warnings;
    private final List<Block> blocks = new ArrayList<>();
    private final List<PdfItem.Line> lines = new ArrayList<>();
    private final PdfParagraphs paragraphs;
    private final double widest;
    private PdfTable open;
    private int openPage;
    private int unruled;

    private PdfFlow(List<List<PdfItem>> pages, List<String> warnings) {
        this.warnings = warnings;
        List<PdfItem.Line> all = pages.stream()
                .flatMap(List::stream)
                .filter(PdfItem.Line.class::isInstance)
                .map(PdfItem.Line.class::cast)
                .toList();
        this.paragraphs = new PdfParagraphs(all);
        this.widest =
                all.stream().mapToDouble(line -> line.right() - line.x()).max().orElse(0);
    }

    static List<Block> read(List<List<PdfItem>> pages, List<String> warnings) {
        List<List<PdfItem>> stripped = PageNumbers.without(pages);
        PdfFlow flow = new PdfFlow(stripped, warnings);
        for (List<PdfItem> page : stripped) {
            for (int i = 0; i < page.size(); i++) {
                if (page.get(i) instanceof PdfItem.Drawn drawn) {
                    flow.endLines();
                    flow.table(drawn, i == 0);
                } else if (page.get(i) instanceof PdfItem.Line line) {
                    flow.endTable();
                    flow.lines.add(line);
                }
            }
        }
        flow.endTable();
        flow.endLines();
        return flow.blocks;
    }

    private void table(PdfItem.Drawn drawn, boolean first) {
        if (open != null && first && drawn.page() == openPage + 1 && open.mayGoOnWith(drawn.table())) {
            open = open.with(drawn.table());
        } else {
            endTable();
            open = drawn.table();
        }
        openPage = drawn.page();
    }

    private void endTable() {
        if (open != null) {
            blocks.add(open.grid(warnings));
            open = null;
        }
    }

    private void endLines() {
        int at = 0;
        while (at < lines.size()) {
            int end = endOfTable(at);
            if (end > at) {
                unruled(lines.subList(at, end));
                at = end;
            } else {
                int next = at + 1;
                while (next < lines.size() && endOfTable(next) == next) {
                    next++;
                }
                paragraphs.read(lines.subList(at, next), blocks);
                at = next;
            }
        }
        lines.clear();
    }

    /** Where a table that begins here ends; here if none does. */
    private int endOfTable(int from) {
        int rows = 0;
        int end = from;
        for (int i = from; i < lines.size() && i - from < MOST_LINES && !isText(lines.get(i)); i++) {
            boolean columns = lines.get(i).chunks().size() > 1;
            rows += columns ? 1 : 0;
            if (columns || goesOn(i, from)) {
                end = i + 1;
            }
        }
        return rows >= FEWEST_ROWS ? end : from;
    }

    /** Whether a line of one text stands close below the line before it, as the end of a label does. */
    private boolean goesOn(int at, int from) {
        if (at == from) {
            return true;
        }
        PdfItem.Line before = lines.get(at - 1);
        PdfItem.Line line = lines.get(at);
        return before.page() == line.page() && line.y() - before.y() <= 1.6 * line.size();
    }

    private boolean isText(PdfItem.Line line) {
        if (line.chunks().size() > 1) {
            return false;
        }
        String text = line.text().replaceAll("\\s", "");
        boolean heading = CHAPTER.matcher(text).matches();
        return heading || line.right() - line.x() > WIDE * widest || paragraphs.isLarge(line);
    }

    private void unruled(List<PdfItem.Line> table) {
        List<List<Chunk>> rows = new ArrayList<>();
        double shift = 0;
        PdfItem.Line before = null;
        for (PdfItem.Line line : table) {
            if (before != null && line.page() != before.page()) {
                // What the page break parted goes on right below.
                shift += before.y() - line.y() + 1.4 * Math.max(before.size(), line.size());
            }
            double down = shift;
            rows.add(line.chunks().stream()
                    .map(chunk -> new Chunk(chunk.text(), chunk.x(), chunk.right(), chunk.y() + down, chunk.size()))
                    .toList());
            before = line;
        }
        String place = "page " + table.get(0).page() + ", table without lines " + ++unruled;
        blocks.add(UnruledTable.read(rows, place, warnings));
    }
}
