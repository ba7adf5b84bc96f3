package org.annals.document;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * One sheet → blocks. A sheet knows no tables: rows that hold one text only are paragraphs where they read like one, what is between them is a grid. Hidden
 * rows and columns are not there.
 */
final class SheetFlow {
    private static final Pattern CHAPTER = Pattern.compile("[一二三四五六七八九十]+[、.．].*(情况|事项|概述|问题|措施|附件)[：:。]?");
    private static final Pattern ARTICLE = Pattern.compile("第?二十条.*");
    private static final int LONGEST_LABEL = 60;

    private final String sheet;
    private final List<String> warnings;
    private final Map<Integer, List<SheetCell>> rows = new TreeMap<>();
    private final Set<Integer> hiddenRows = new HashSet<>();
    private final Set<Integer> hiddenColumns = new HashSet<>();
    private final Map<Long, SheetCell> merged = new HashMap<>();
    private final Set<Long> covered = new HashSet<>();
    private int cells;

    /** @param name as on its tab */
    SheetFlow(String name, List<String> warnings) {
        this.sheet = "sheet " + Spaces.clean(name);
        this.warnings = warnings;
    }

    void hideRow(int row) {
        hiddenRows.add(row);
    }

    void hideColumn(int column) {
        hiddenColumns.add(column);
    }

    /** A merged region; to be told before the cells. */
    void merge(int row, int column, int lastRow, int lastColumn) {
        long size = (lastRow - row + 1L) * (lastColumn - column + 1L);
        if (size < 2 || lastRow < row || covered.size() + size > Limits.CELLS) {
            return;
        }
        merged.put(key(row, column), new SheetCell(row, column, lastRow, lastColumn, ""));
        for (int r = row; r <= lastRow; r++) {
            for (int c = column; c <= lastColumn; c++) {
                covered.add(key(r, c));
            }
        }
    }

    /** @return false once there are too many */
    boolean cell(int row, int column, String text) {
        String clean = Spaces.clean(text);
        SheetCell region = merged.get(key(row, column));
        if (region == null && (clean.isEmpty() || covered.contains(key(row, column)))) {
            return true; // empty, or under a merged cell and not shown
        }
        if (++cells > Limits.CELLS) {
            return false;
        }
        merged.remove(key(row, column));
        SheetCell cell = region == null
                ? new SheetCell(row, column, clean)
                : new SheetCell(row, column, region.lastRow(), region.lastColumn(), clean);
        rows.computeIfAbsent(row, r -> new ArrayList<>()).add(cell);
        return true;
    }

    void finish(List<Block> blocks) {
        if (cells > Limits.CELLS) {
            warnings.add(sheet + ": larger than any report, only its beginning was read");
        }
        // Merged cells that hold nothing need not be written in the file.
        List.copyOf(merged.values()).forEach(region -> cell(region.row(), region.column(), ""));
        Map<Integer, List<SheetCell>> shown = shown();
        int width = shown.values().stream()
                .flatMap(List::stream)
                .mapToInt(SheetCell::lastColumn)
                .max()
                .orElse(0);
        List<SheetCell> piece = new ArrayList<>();
        int reach = -1;
        for (Map.Entry<Integer, List<SheetCell>> entry : shown.entrySet()) {
            int row = entry.getKey();
            List<SheetCell> texts = entry.getValue().stream()
                    .filter(cell -> !cell.text().isEmpty())
                    .toList();
            boolean gap = row > reach && (texts.isEmpty() || anyShown(reach + 1, row));
            boolean alone = texts.size() == 1 && row > reach && isParagraph(texts.get(0), width, piece.isEmpty());
            if (gap || alone) {
                endPiece(piece, blocks);
            }
            if (alone) {
                paragraph(texts.get(0), blocks);
            } else if (!texts.isEmpty() || row <= reach) {
                piece.addAll(entry.getValue());
            }
            reach = Math.max(
                    Math.max(reach, row),
                    entry.getValue().stream().mapToInt(SheetCell::lastRow).max().orElse(reach));
        }
        endPiece(piece, blocks);
    }

    private boolean anyShown(int from, int to) {
        int row = from;
        while (row < to && hiddenRows.contains(row)) {
            row++;
        }
        return row < to;
    }

    private static boolean isParagraph(SheetCell cell, int width, boolean first) {
        String text = cell.text().replaceAll("\\s", "");
        if (ARTICLE.matcher(text).matches()) {
            return false;
        }
        boolean across = cell.column() == 0 && cell.lastColumn() >= width && width > 0;
        return first
                || across
                || text.length() > LONGEST_LABEL
                || CHAPTER.matcher(text).matches();
    }

    private void paragraph(SheetCell cell, List<Block> blocks) {
        for (String line : cell.text().split("\n")) {
            blocks.add(new Paragraph(Spaces.clean(line), place(cell), 0, false, false));
        }
    }

    private void endPiece(List<SheetCell> piece, List<Block> blocks) {
        if (piece.isEmpty()) {
            return;
        }
        int firstRow = piece.stream().mapToInt(SheetCell::row).min().orElseThrow();
        int rowCount = piece.stream().mapToInt(SheetCell::row).max().orElseThrow() - firstRow + 1;
        int lastColumn = piece.stream().mapToInt(SheetCell::lastColumn).max().orElseThrow();
        List<Integer> visible = visible(firstRow, rowCount);
        Map<Integer, Integer> columns = columns(piece, lastColumn);
        int width = columns.get(lastColumn + 1);
        boolean[][] taken = new boolean[visible.size()][Math.min(width, Limits.COLUMNS)];
        List<PlacedCell> placed = new ArrayList<>();
        for (SheetCell cell : piece) {
            int row = Collections.binarySearch(visible, cell.row());
            if (row < 0) {
                continue; // beyond the limit
            }
            int tall = until(visible, cell.lastRow()) - row;
            int column = columns.get(cell.column());
            int span = Math.max(1, columns.get(cell.lastColumn() + 1) - column);
            placed.add(new PlacedCell(row, column, tall, span, cell.text(), place(cell)));
            for (int r = row; r < row + tall; r++) {
                for (int c = column; c < Math.min(column + span, taken[r].length); c++) {
                    taken[r][c] = true;
                }
            }
        }
        Map<Integer, Integer> sheetColumns = new HashMap<>();
        new TreeSet<>(columns.keySet()).descendingSet().forEach(c -> sheetColumns.put(columns.get(c), c));
        for (int r = 0; r < taken.length; r++) {
            for (int c = 0; c < taken[r].length; c++) {
                if (!taken[r][c]) {
                    SheetCell empty = new SheetCell(visible.get(r), sheetColumns.get(c), "");
                    placed.add(new PlacedCell(r, c, 1, 1, "", place(empty)));
                }
            }
        }
        String place = sheet + ", row " + (firstRow + 1);
        placed.sort((a, b) -> Integer.compare(a.row(), b.row()));
        blocks.add(new Grid(named(PlacedCells.rows(placed, visible.size(), sheet, warnings), visible), place, true));
        piece.clear();
    }

    /** How many of the rows stand at or before this one. */
    private static int until(List<Integer> rows, int last) {
        int found = Collections.binarySearch(rows, last);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** Rows under the numbers that the sheet gives them. */
    private List<GridRow> named(List<GridRow> built, List<Integer> numbers) {
        List<GridRow> result = new ArrayList<>();
        for (int i = 0; i < built.size(); i++) {
            GridRow row = built.get(i);
            result.add(new GridRow(row.cells(), sheet + ", row " + (numbers.get(i) + 1), row.sound()));
        }
        return result;
    }

    private List<Integer> visible(int first, int count) {
        List<Integer> visible = new ArrayList<>();
        for (int row = first; row < first + count && visible.size() <= Limits.ROWS; row++) {
            if (!hiddenRows.contains(row)) {
                visible.add(row);
            }
        }
        return visible;
    }

    /** Column of the sheet → grid column; only columns where some cell begins or ends count. */
    private static Map<Integer, Integer> columns(List<SheetCell> piece, int lastColumn) {
        TreeSet<Integer> edges = new TreeSet<>();
        edges.add(lastColumn + 1);
        for (SheetCell cell : piece) {
            edges.add(cell.column());
            edges.add(cell.lastColumn() + 1);
        }
        Map<Integer, Integer> columns = new HashMap<>();
        for (int edge : edges) {
            columns.put(edge, columns.size());
        }
        return columns;
    }

    /** What is left when hidden rows and columns are taken out; a merged cell that begins in a hidden one moves to the first that is shown. */
    private Map<Integer, List<SheetCell>> shown() {
        Map<Integer, List<SheetCell>> shown = new TreeMap<>();
        for (List<SheetCell> row : rows.values()) {
            for (SheetCell cell : row) {
                int top = first(cell.row(), cell.lastRow(), hiddenRows);
                int left = first(cell.column(), cell.lastColumn(), hiddenColumns);
                if (top <= cell.lastRow() && left <= cell.lastColumn()) {
                    shown.computeIfAbsent(top, r -> new ArrayList<>())
                            .add(new SheetCell(top, left, cell.lastRow(), cell.lastColumn(), cell.text()));
                }
            }
        }
        return shown;
    }

    private static int first(int from, int to, Set<Integer> hidden) {
        int at = from;
        while (at <= to && hidden.contains(at)) {
            at++;
        }
        return at;
    }

    private String place(SheetCell cell) {
        return sheet + ", row " + (cell.row() + 1) + ", cell " + letters(cell.column());
    }

    /** A, B, … Z, AA, … */
    private static String letters(int column) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
            letters.insert(0, (char) ('A' + rest % 26));
        }
        return letters.toString();
    }

    private static long key(int row, int column) {
        return (long) row << 20 | column;
    }
}
