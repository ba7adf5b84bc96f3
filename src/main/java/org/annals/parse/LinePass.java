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
    private static final int FEWEST_INDICATORS = 8;
    private static final int VALUES_OF_TABLE3 = 7;
    private static final int VALUES_OF_TABLE4 = 15;
    private static final int LABEL_LINES = 3;

    private final int table;
    private final List<Block> blocks;
    private final List<GridRow> rows = new ArrayList<>();
    private final TreeSet<Integer> used = new TreeSet<>();
    private LineHead head;
    private boolean headSeen;
    private int columns;
    private int complete;
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
        this.blocks = blocks;
        this.head = new LineHead(table);
        for (int i = 0; i < blocks.size(); i++) {
            i = line(i);
        }
        close();
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
            default -> complete >= FEWEST_ROWS;
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
        if (line.values().isEmpty() && head.accepts(text)) {
            close();
            head.add(text);
            used.add(i);
            columns = head.size();
            headSeen = true;
            return i;
        }
        return labelled(i, line);
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
        return switch (table) {
            case 1 -> Table1Reader.label(withoutUnit(label)).isPresent();
            case 2 -> Labels.TABLE2.row(label).isPresent();
            case 3 ->
                Labels.TABLE3
                        .row(label)
                        .filter(row -> row.is("row") || row.is("both"))
                        .isPresent();
            default -> false;
        };
    }

    private Optional<String> known(String label) {
        boolean generic = table == 3
                && (open != null || Wording.isNumbered(label))
                && Labels.TABLE3.row(label).filter(row -> !row.is("group")).isPresent();
        return isSure(label) || generic ? Optional.of(label) : Optional.empty();
    }

    private static String withoutUnit(String label) {
        for (int length = 2; length >= 1; length--) {
            int at = label.length() - length;
            if (at > 3 && Table1Reader.isUnit(label.substring(at))) {
                return label.substring(0, at);
            }
        }
        return label;
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

    private void close() {
        if (open != null && !open.values.isEmpty()) {
            if (head.size() > 0) {
                rows.addAll(head.rows(open.locator));
                head = new LineHead(table);
            }
            List<GridCell> cells = new ArrayList<>();
            if (!open.label.isEmpty()) {
                String label = table == 1 ? withoutUnit(open.label) : open.label;
                cells.add(new GridCell(label, 0, 1, false, false, open.locator));
            }
            cells.addAll(open.values);
            rows.add(new GridRow(cells, open.locator, false));
            used.addAll(open.lines);
            complete += isComplete(open) ? 1 : 0;
        }
        open = null;
    }
}
