package org.annals.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Plain text → blocks. Knows the table layouts that converters of word processors and web pages leave behind, line by line, so that they may be mixed:
 *
 * <pre>
 * label ⇥ 0 ⇥ 0        cells divided by tabs; a blank line is a page break and begins another piece
 * label | 0 | 0 |      cells divided by bars, with no bar in front
 * | label | 0 | 0 |    Markdown, rule rows left out
 * ⇥label               one cell a line, each behind a tab; a blank line ends the row,
 * ⇥0                   a line without tab belongs to the cell above
 * </pre>
 */
final class TextReader {
    private static final Pattern LINE = Pattern.compile("\r\n|[\r\n]");
    private static final Pattern RULE = Pattern.compile("[\\s|:+-]{3,2000}");
    private static final Pattern CHAPTER = Pattern.compile("[一二三四五六七八九十]+[、.．].*");
    private static final int LONGEST_CONTINUATION = 40;

    private final List<Block> blocks = new ArrayList<>();
    private final List<GridRow> rows = new ArrayList<>();
    private final List<CellLine> cells = new ArrayList<>();
    private boolean rectangular;

    private record CellLine(StringBuilder text, int line) {}

    private TextReader() {}

    static List<Block> read(String text, List<String> warnings) {
        TextReader reader = new TextReader();
        String[] lines = LINE.split(text, -1);
        int end = Math.min(lines.length, Limits.LINES);
        if (end < lines.length) {
            warnings.add("only the first " + end + " of " + lines.length + " lines were read");
        }
        for (int i = 0; i < end; i++) {
            boolean bars = lines[i].indexOf('|') >= 0;
            reader.line(lines[i], i + 1, bars && leadingBars(lines, i));
        }
        reader.endGrid();
        return reader.blocks;
    }

    private void line(String line, int number, boolean leadingBar) {
        boolean cellLine = line.startsWith("\t") && line.indexOf('\t', 1) < 0;
        if (cellLine) {
            if (cells.isEmpty() && !rows.isEmpty() && rectangular) {
                endGrid();
            }
            cells.add(new CellLine(new StringBuilder(Spaces.clean(line)), number));
        } else if (Spaces.clean(line).isEmpty() && line.indexOf('\t') < 0) {
            blankLine();
        } else if (line.indexOf('\t') >= 0) {
            row(List.of(line.split("\t", -1)), number);
        } else if (line.indexOf('|') >= 0) {
            if (!RULE.matcher(line).matches() || line.indexOf('-') < 0) {
                row(barred(line, leadingBar), number);
            }
        } else if (!cells.isEmpty() && continues(line)) {
            cells.get(cells.size() - 1).text().append('\n').append(Spaces.clean(line));
        } else {
            endGrid();
            blocks.add(new Paragraph(Spaces.clean(line), "line " + number, 0, false, false));
        }
    }

    private void blankLine() {
        if (!cells.isEmpty()) {
            endRow();
        } else if (rectangular) {
            endGrid();
        }
    }

    private void row(List<String> texts, int number) {
        endRow();
        if (!rows.isEmpty() && !rectangular) {
            endGrid();
        }
        rectangular = true;
        List<GridCell> row = new ArrayList<>();
        for (int i = 0; i < Math.min(texts.size(), Limits.COLUMNS); i++) {
            row.add(new GridCell(
                    Spaces.clean(texts.get(i)), i, 1, false, false, "line " + number + ", cell " + (i + 1)));
        }
        rows.add(new GridRow(row, "line " + number, true));
    }

    private void endRow() {
        if (cells.isEmpty()) {
            return;
        }
        List<GridCell> row = new ArrayList<>();
        for (int i = 0; i < Math.min(cells.size(), Limits.COLUMNS); i++) {
            CellLine cell = cells.get(i);
            row.add(new GridCell(cell.text().toString(), i, 1, false, false, "line " + cell.line() + ", cell 1"));
        }
        rows.add(new GridRow(row, "line " + cells.get(0).line(), true));
        rectangular = false;
        cells.clear();
    }

    private void endGrid() {
        endRow();
        if (!rows.isEmpty()) {
            blocks.add(new Grid(rows, rows.get(0).locator(), rectangular));
            rows.clear();
        }
        rectangular = false;
    }

    private static boolean continues(String line) {
        return line.length() <= LONGEST_CONTINUATION
                && !CHAPTER.matcher(line.strip()).matches();
    }

    private static List<String> barred(String line, boolean leadingBar) {
        String inner = line.strip();
        if (leadingBar && inner.startsWith("|")) {
            inner = inner.substring(1);
        }
        if (inner.endsWith("|")) {
            inner = inner.substring(0, inner.length() - 1);
        }
        return List.of(inner.split("\\|", -1));
    }

    /** Whether the table that this line belongs to writes a bar in front of its rows; otherwise a bar in front means that the first cell is empty. */
    private static boolean leadingBars(String[] lines, int at) {
        int with = 0;
        int without = 0;
        for (int i = at; i >= 0 && i > at - Limits.TABLE_LOOK && lines[i].indexOf('|') >= 0; i--) {
            if (lines[i].stripLeading().startsWith("|")) {
                with++;
            } else {
                without++;
            }
        }
        for (int i = at + 1; i < lines.length && i < at + Limits.TABLE_LOOK && lines[i].indexOf('|') >= 0; i++) {
            if (lines[i].stripLeading().startsWith("|")) {
                with++;
            } else {
                without++;
            }
        }
        return with > without;
    }
}
