package org.annals.document;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Takes down what a word processor's file holds, in reading order, and makes blocks of it. As in {@link HtmlFlow}, a table that holds other tables is
 * layout: its rows that hold none become grids, the others are read like running text.
 */
final class WordFlow {
    /** Tables in tables in tables: what is deeper is read as text of the cell around it. */
    private static final int DEEPEST = 20;

    private static final long MOST_CHARACTERS = 4_000_000;
    private static final int MOST_PARAGRAPHS = 20_000;

    private final List<String> warnings;
    private final int tolerance;
    private final Deque<Level> levels = new ArrayDeque<>();
    private int tables;
    private int tooDeep;
    private int written;
    private int cells;
    private long characters;
    private boolean full;

    private sealed interface Item permits Line, Table {}

    private record Line(String text, int level) implements Item {}

    private record Table(int number, List<List<WordCell>> rows) implements Item {}

    /** The body, or a table being read. */
    private static final class Level {
        private final List<Item> items = new ArrayList<>();
        private final int number;
        private List<List<WordCell>> rows = new ArrayList<>();
        private List<WordCell> row = new ArrayList<>();
        private List<Item> cell = new ArrayList<>();
        private final List<Item> layout = new ArrayList<>();
        private boolean holdsTables;

        Level(int number) {
            this.number = number;
        }
    }

    /** @param tolerance as in {@link WordTable#rows} */
    WordFlow(int tolerance, List<String> warnings) {
        this.tolerance = tolerance;
        this.warnings = warnings;
        levels.push(new Level(0));
    }

    /** Whether there is more already than any report has: reading may end. */
    boolean isFull() {
        return full;
    }

    boolean inTable() {
        return levels.size() > 1;
    }

    /** A paragraph ends; its lines are divided by line feeds. */
    void paragraph(String text, int level) {
        characters += text.length();
        if (!inTable() && ++written > MOST_PARAGRAPHS || characters > MOST_CHARACTERS) {
            full = true;
            return;
        }
        Level here = levels.element();
        (inTable() ? here.cell : here.items).add(new Line(text, level));
    }

    void startTable() {
        if (levels.size() > DEEPEST) {
            tooDeep++;
        } else {
            levels.push(new Level(++tables));
        }
    }

    /** @param merge and the edges as in {@link WordCell} */
    void endCell(int left, int right, WordCell.Merge merge) {
        Level here = levels.element();
        if (tooDeep > 0 || !inTable()) {
            return;
        }
        if (++cells > Limits.CELLS) {
            full = true;
        } else {
            here.holdsTables |= here.cell.stream().anyMatch(Table.class::isInstance);
            here.row.add(new WordCell(left, right, merge, text(here.cell)));
            here.layout.addAll(here.cell);
        }
        here.cell = new ArrayList<>();
    }

    /** The cells of the row so far. */
    List<WordCell> row() {
        return List.copyOf(levels.element().row);
    }

    /** Puts other cells in the place of the row's, where its edges are told only at its end. */
    void setRow(List<WordCell> cells) {
        levels.element().row = new ArrayList<>(cells);
    }

    /** How many tables are open around what is read next. */
    int depth() {
        return levels.size() - 1 + tooDeep;
    }

    /** The cell is no cell of its own but the right part of the one before it; what it holds is not shown. */
    void joinCell(int right) {
        Level here = levels.element();
        int last = here.row.size() - 1;
        if (tooDeep == 0 && last >= 0) {
            WordCell before = here.row.get(last);
            here.row.set(last, new WordCell(before.left(), right, before.merge(), before.text()));
        }
        dropCell();
    }

    /** The cell was deleted. */
    void dropCell() {
        if (tooDeep == 0) {
            levels.element().cell = new ArrayList<>();
        }
    }

    /** @param shown false where the row is hidden or deleted */
    void endRow(boolean shown) {
        Level here = levels.element();
        if (tooDeep > 0 || !inTable()) {
            return;
        }
        if (shown && here.holdsTables) {
            endPiece(here);
            here.items.addAll(here.layout);
        } else if (shown && !here.row.isEmpty()) {
            here.rows.add(here.row);
        }
        here.row = new ArrayList<>();
        here.layout.clear();
        here.holdsTables = false;
    }

    void endTable() {
        if (tooDeep > 0) {
            tooDeep--;
            return;
        }
        if (inTable()) {
            Level done = levels.pop();
            endPiece(done);
            Level outer = levels.element();
            (inTable() ? outer.cell : outer.items).addAll(done.items);
        }
    }

    private static void endPiece(Level level) {
        if (!level.rows.isEmpty()) {
            level.items.add(new Table(level.number, level.rows));
            level.rows = new ArrayList<>();
        }
    }

    private static String text(List<Item> items) {
        StringBuilder text = new StringBuilder();
        for (Item item : items) {
            if (item instanceof Line line) {
                text.append(text.isEmpty() ? "" : "\n").append(line.text());
            }
        }
        return Spaces.clean(text.toString());
    }

    List<Block> finish() {
        while (inTable()) {
            endTable();
        }
        if (full) {
            warnings.add("the document is larger than any report: only its beginning was read");
        }
        List<Block> blocks = new ArrayList<>();
        int paragraphs = 0;
        for (Item item : levels.element().items) {
            if (item instanceof Line line) {
                for (String text : line.text().split("\n")) {
                    String clean = Spaces.clean(text);
                    if (!clean.isEmpty()) {
                        blocks.add(new Paragraph(clean, "paragraph " + ++paragraphs, line.level(), false, false));
                    }
                }
            } else if (item instanceof Table table) {
                String place = "table " + table.number();
                blocks.add(new Grid(WordTable.rows(table.rows(), tolerance, place, warnings), place, true));
            }
        }
        return blocks;
    }
}
