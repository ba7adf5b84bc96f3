package org.annals.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.annals.document.Block;
import org.annals.document.GridCell;
import org.annals.document.GridRow;
import org.annals.document.Paragraph;

/** Looks for the rows of one statutory table in lines of running text. */
final class LinePass {
    private static final int FEWEST_ROWS = 3;
    /** So many rows of the table are no prose, even if none has as many values as there are columns. */
    private static final int FEWEST_INCOMPLETE2 = 4;

    private static final int FEWEST_INCOMPLETE3 = 8;
    private static final int FEWEST_INDICATORS = 8;
    private static final int VALUES_OF_TABLE3 = 7;
    private static final int VALUES_OF_TABLE4 = 15;
    private static final int LABEL_LINES = 3;
    private static final int LONGEST_NAME = 24;

    private final int table;
    private final LineLabels labels;
    private final List<Block> blocks;
    private final List<GridRow> rows = new ArrayList<>();
    /** Labels without a value since the last row: of rows, if rows follow, all of whose cells are empty. */
    private final List<GridRow> bare = new ArrayList<>();

    /** Those of them that stand right behind the last row. */
    private final List<GridRow> closing = new ArrayList<>();

    private final TreeSet<Integer> used = new TreeSet<>();
    private LineHead head;
    private boolean headSeen;
    private int lastOfHead = -1;
    private int columns;
    private int complete;
    private int labelledRows;
    private int lastLine = -2;
    private Open open;

    /** A row that values may still be added to. */
    private static final class Open {
        private final String label;
        private final String locator;
        private final Set<Integer> lines = new TreeSet<>();
        private final List<GridCell> values = new ArrayList<>();
        private boolean inOneLine = true;

        Open(String label, String locator) {
            this.label = label;
            this.locator = locator;
        }
    }

    LinePass(int table, List<Block> blocks) {
        this.table = table;
        this.labels = new LineLabels(table);
        this.blocks = blocks;
        this.head = new LineHead(table);
        for (int i = 0; i < blocks.size(); i++) {
            i = line(i);
        }
        close();
        rows.addAll(closing);
    }

    List<GridRow> rows() {
        return rows;
    }

    Set<Integer> used() {
        return used;
    }

    int first() {
        return used.first();
    }

    /** Whether enough rows with the right number of values were found for this to be a table and no prose. */
    boolean convinces() {
        return switch (table) {
            case 1 -> complete >= FEWEST_INDICATORS;
            case 4 -> headSeen && !rows.isEmpty();
            default ->
                complete >= FEWEST_ROWS || labelledRows >= (table == 2 ? FEWEST_INCOMPLETE2 : FEWEST_INCOMPLETE3);
        };
    }

    /** Takes the line at an index; the result is the index of the last one that it took. */
    private int line(int i) {
        if (!LineTables.mayBeLine(blocks.get(i))) {
            close();
            return i;
        }
        String text = ((Paragraph) blocks.get(i)).text();
        if (TableLine.isPageNumber(text)) {
            return i;
        }
        TableLine line = TableLine.of(text);
        boolean unit = table == 1 && line.words().size() == 1 && Table1Reader.isUnit(line.label());
        if (line.words().isEmpty() || unit) {
            values(i, line, unit);
            return i;
        }
        if (line.values().isEmpty() ? head.accepts(text) : head.acceptsWithNumber(line)) {
            close();
            head.add(line.values().isEmpty() ? text : String.join(" ", line.words()));
            tookHead(i);
            return i;
        }
        if (line.values().isEmpty() && isStrangeName(i)) {
            head.addStrange(text);
            tookHead(i);
            return i;
        }
        return labelled(i, line);
    }

    private void tookHead(int i) {
        if (complete > 0) {
            takeBare("");
        }
        used.add(i);
        lastOfHead = i;
        columns = head.size();
        headSeen = true;
    }

    /** A short line right behind one of the head of table 2 that begins no label of a row: the name of a column that the form does not have. */
    private boolean isStrangeName(int i) {
        String words = words(i);
        if (table != 2 || !head.isOpen() || lastOfHead != i - 1 || words.isEmpty() || words.length() > LONGEST_NAME) {
            return false;
        }
        String text = "";
        for (int k = i; k < Math.min(blocks.size(), i + LABEL_LINES); k++) {
            text = text
                    + (LineTables.mayBeLine(blocks.get(k))
                            ? TableLine.of(((Paragraph) blocks.get(k)).text()).label()
                            : "");
            if (isSure(text)) {
                return false;
            }
        }
        return true;
    }

    private void values(int i, TableLine line, boolean unit) {
        if (open == null && table == 4 && headSeen) {
            open = new Open("", blocks.get(i).locator());
        }
        if (open == null) {
            return;
        }
        boolean stray = open.inOneLine && line.values().size() == 1 && isComplete(open) && !unit;
        if (!stray) {
            open.inOneLine = open.values.isEmpty() && open.label.isEmpty();
            add(line, i);
        }
    }

    private int labelled(int i, TableLine line) {
        Optional<String> whole = line.values().isEmpty() ? known(line.label()) : joined(i, line);
        if (whole.isEmpty()) {
            close();
            return i;
        }
        close();
        int last = i;
        open = new Open(whole.get(), blocks.get(i).locator());
        String rest = whole.get();
        int at = rest.indexOf(line.label());
        for (int k = i - 1; k >= Math.max(0, i - LABEL_LINES) && at > 0; k--) {
            String text = words(k);
            if (!text.isEmpty() && rest.substring(0, at).endsWith(text)) {
                open.lines.add(k);
                at -= text.length();
            } else {
                break;
            }
        }
        int end = rest.indexOf(line.label()) + line.label().length();
        while (end < rest.length()) {
            last++;
            open.lines.add(last);
            end += words(last).length();
        }
        add(line, i);
        return last;
    }

    /** The label of a line with values, alone or with words that stand in the lines above and below it. */
    private Optional<String> joined(int i, TableLine line) {
        List<String> candidates = new ArrayList<>();
        String above = "";
        for (int back = 0; back <= LABEL_LINES; back++) {
            if (back > 0) {
                String text = i - back >= 0 && !used.contains(i - back) ? words(i - back) : "";
                if (text.isEmpty()) {
                    break;
                }
                above = text + above;
            }
            String below = "";
            for (int forward = 0; forward <= LABEL_LINES; forward++) {
                if (forward > 0) {
                    String text = i + forward < blocks.size() ? words(i + forward) : "";
                    if (text.isEmpty()) {
                        break;
                    }
                    below = below + text;
                }
                candidates.add(above + line.label() + below);
            }
        }
        // a word that several tables use may be the beginning of a longer label
        return candidates.stream().filter(this::isSure).findFirst().or(() -> known(line.label()));
    }

    /** The words of a line that has nothing else. */
    private String words(int i) {
        if (!LineTables.mayBeLine(blocks.get(i))) {
            return "";
        }
        TableLine line = TableLine.of(((Paragraph) blocks.get(i)).text());
        return line.values().isEmpty()
                        && Headings.of(blocks.subList(i, i + 1), true).isEmpty()
                ? line.label()
                : "";
    }

    private boolean isSure(String label) {
        return labels.isSure(label, headSeen);
    }

    private Optional<String> known(String label) {
        boolean generic = labels.isGeneric(label) && (open != null || Wording.isNumbered(label));
        return isSure(label) || generic ? Optional.of(label) : Optional.empty();
    }

    private void add(TableLine line, int i) {
        open.lines.add(i);
        boolean unit = table == 1 && !line.words().isEmpty() && Table1Reader.isUnit(last(line.words()));
        if (unit) {
            open.values.add(cell(last(line.words()), i));
        }
        line.values().forEach(value -> open.values.add(cell(value, i)));
    }

    private static String last(List<String> words) {
        return words.get(words.size() - 1);
    }

    private GridCell cell(String text, int i) {
        int column = open.values.size() + 1;
        return new GridCell(text, column, 1, false, false, blocks.get(i).locator() + ", value " + column);
    }

    private boolean isComplete(Open row) {
        return switch (table) {
            case 1 -> row.values.stream().anyMatch(cell -> !Table1Reader.isUnit(cell.text()));
            case 2 -> row.values.size() == Math.max(1, columns);
            case 3 -> row.values.size() == VALUES_OF_TABLE3;
            default -> row.values.size() == VALUES_OF_TABLE4;
        };
    }

    /** Takes labels without values for rows without values, now that another row or head follows; not the name of a group before its first row. */
    private void takeBare(String next) {
        boolean first = Wording.squeeze(next).startsWith("1");
        if (first
                && !bare.isEmpty()
                && LineLabels.isGroup(bare.get(bare.size() - 1).cells().get(0).text())) {
            bare.remove(bare.size() - 1);
        }
        if (headSeen || complete > 0) {
            rows.addAll(bare);
        }
        bare.clear();
        closing.clear();
    }

    private void close() {
        if (open != null && open.values.isEmpty() && labels.isRow(open.label)) {
            GridCell label = new GridCell(open.label, 0, 1, false, false, open.locator);
            GridRow row = new GridRow(List.of(label), open.locator, false);
            bare.add(row);
            if (open.lines.contains(lastLine + 1)) {
                closing.add(row);
                lastLine = open.lines.stream().mapToInt(Integer::intValue).max().orElse(lastLine);
            }
        }
        if (open != null && !open.values.isEmpty()) {
            takeBare(open.label);
            if (head.isOpen()) {
                rows.addAll(head.rows(open.locator));
                head = new LineHead(table);
            }
            List<GridCell> cells = new ArrayList<>();
            if (!open.label.isEmpty()) {
                String label = table == 1 ? LineLabels.withoutUnit(open.label) : open.label;
                cells.add(new GridCell(label, 0, 1, false, false, open.locator));
            }
            cells.addAll(open.values);
            rows.add(new GridRow(cells, open.locator, false));
            used.addAll(open.lines);
            complete += isComplete(open) ? 1 : 0;
            labelledRows += open.label.isEmpty() ? 0 : 1;
            lastLine = open.lines.stream().mapToInt(Integer::intValue).max().orElse(lastLine);
        }
        open = null;
    }
}
