package org.annals.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A table without lines → a grid. Columns are where texts stand over one another and rows are where numbers stand beside each other; a label over several
 * lines belongs to the number beside it. Of a head of several rows, the names nearest to the numbers come last, in one row, so that their order is that
 * of the columns.
 */
final class UnruledTable {
    private final String place;
    private final List<TextBlock> blocks;
    private final List<double[]> columns;
    private final List<Double> anchors;
    /** The first column that holds numbers. */
    private final int values;

    /** A block and the rows and columns it takes; rows not yet numbered but sorted by height. */
    private record Put(TextBlock block, double from, double to, int column, int end) {}

    private UnruledTable(String place, List<TextBlock> blocks) {
        this.place = place;
        this.blocks = blocks;
        this.columns = columns(blocks);
        this.anchors = anchors(blocks);
        this.values = firstOfValues();
    }

    /**
     * @param lines from top to bottom, those of a next page moved below those of the one before
     * @param place locator of the table
     */
    static Grid read(List<List<Chunk>> lines, String place, List<String> warnings) {
        return new UnruledTable(place, apart(blocks(lines))).grid(warnings);
    }

    /** Labels of rows that stand so close under each other that they look like the lines of one: each has numbers of its own beside it. */
    private static List<TextBlock> apart(List<TextBlock> blocks) {
        List<TextBlock> numbers = blocks.stream().filter(TextBlock::isNumber).toList();
        List<TextBlock> parted = new ArrayList<>();
        for (TextBlock block : blocks) {
            boolean last = blocks.stream()
                    .noneMatch(other -> !other.isNumber()
                            && other.x() > block.right()
                            && other.top() < block.bottom()
                            && other.bottom() > block.top()
                            && numbers.stream().anyMatch(number -> number.x() > other.right() && other.spans(number)));
            parted.addAll(block.isNumber() || !last ? List.of(block) : block.parted(numbers));
        }
        return parted;
    }

    private static List<TextBlock> blocks(List<List<Chunk>> lines) {
        List<TextBlock> blocks = new ArrayList<>();
        for (List<Chunk> line : lines) {
            List<TextBlock> known =
                    List.copyOf(blocks.subList(Math.max(0, blocks.size() - Limits.COLUMNS), blocks.size()));
            for (Chunk chunk : line) {
                TextBlock block = known.stream()
                        .filter(candidate -> candidate.takes(chunk, line.size() == 1))
                        .findFirst()
                        .orElse(null);
                if (block == null) {
                    blocks.add(new TextBlock(chunk));
                } else {
                    block.add(chunk);
                }
            }
        }
        return blocks;
    }

    /** From left to right, each from its leftmost to its rightmost text; what stands over several columns makes none. */
    private static List<double[]> columns(List<TextBlock> blocks) {
        List<double[]> columns = new ArrayList<>();
        List<TextBlock> narrowFirst = new ArrayList<>(blocks);
        narrowFirst.sort(Comparator.comparingDouble(block -> block.right() - block.x()));
        for (TextBlock block : narrowFirst) {
            List<double[]> under = columns.stream()
                    .filter(column -> block.x() < column[1] - 0.5 && column[0] < block.right() - 0.5)
                    .toList();
            if (under.isEmpty() && columns.size() < Limits.COLUMNS) {
                columns.add(new double[] {block.x(), block.right()});
            } else if (under.size() == 1) {
                under.get(0)[0] = Math.min(under.get(0)[0], block.x());
                under.get(0)[1] = Math.max(under.get(0)[1], block.right());
            }
        }
        columns.sort(Comparator.comparingDouble(column -> column[0]));
        return columns;
    }

    private static List<Double> anchors(List<TextBlock> blocks) {
        List<Double> heights = blocks.stream()
                .filter(TextBlock::isNumber)
                .map(TextBlock::middle)
                .sorted()
                .toList();
        double size = blocks.stream().mapToDouble(TextBlock::size).min().orElse(1);
        List<Double> anchors = new ArrayList<>();
        for (double height : heights) {
            if (anchors.isEmpty() || height - anchors.get(anchors.size() - 1) > 0.5 * size) {
                anchors.add(height);
            }
        }
        return anchors;
    }

    private int firstOfValues() {
        int first = columns.size();
        for (TextBlock block : blocks) {
            if (block.isNumber()) {
                first = Math.min(first, column(block)[0]);
            }
        }
        int firstNumber = first;
        // Where no label stands beside the numbers, the empty columns before them are columns of values too.
        boolean labelled = blocks.stream()
                .filter(block -> !block.isNumber() && !beside(block).isEmpty())
                .anyMatch(block -> column(block)[0] < firstNumber);
        return labelled ? first : 0;
    }

    /** The heights of numbers that a block stands beside. */
    private List<Double> beside(TextBlock block) {
        return anchors.stream()
                .filter(anchor -> block.isNumber()
                        ? Math.abs(anchor - block.middle()) <= 0.5 * block.size()
                        : block.top() <= anchor && anchor <= block.bottom())
                .toList();
    }

    /** First column of a block, and the one behind its last. */
    private int[] column(TextBlock block) {
        int from = -1;
        int end = 0;
        for (int i = 0; i < columns.size(); i++) {
            if (block.x() < columns.get(i)[1] - 0.5 && columns.get(i)[0] < block.right() - 0.5) {
                from = from < 0 ? i : from;
                end = i + 1;
            }
        }
        return new int[] {Math.max(from, 0), Math.max(end, Math.max(from, 0) + 1)};
    }

    private Grid grid(List<String> warnings) {
        List<Put> puts = new ArrayList<>();
        List<TextBlock> free = new ArrayList<>();
        for (TextBlock block : blocks) {
            List<Double> beside = beside(block);
            if (beside.isEmpty()) {
                free.add(block);
            } else {
                puts.add(put(block, beside.get(0), beside.get(beside.size() - 1)));
            }
        }
        head(free, puts);
        rows(free, puts);
        return grid(widened(puts), warnings);
    }

    /** Where a head names one column only, it and the single numbers below it take all columns: the table was drawn with one wide cell there. */
    private List<Put> widened(List<Put> puts) {
        TreeMap<Double, List<Put>> rows = new TreeMap<>();
        puts.stream()
                .filter(put -> put.column() >= values)
                .forEach(put -> rows.computeIfAbsent(put.from(), from -> new ArrayList<>())
                        .add(put));
        List<Put> wide = new ArrayList<>(puts);
        boolean oneName = false;
        for (List<Put> row : rows.values()) {
            boolean number = row.stream().anyMatch(put -> put.block().isNumber());
            oneName = number ? oneName : row.size() == 1;
            if (oneName && row.size() == 1 && values > 0) {
                Put put = row.get(0);
                wide.set(wide.indexOf(put), new Put(put.block(), put.from(), put.to(), values, columns.size()));
            }
        }
        return wide;
    }

    private Put put(TextBlock block, double from, double to) {
        int[] column = column(block);
        boolean label = !block.isNumber() && column[0] < values && column[1] <= values;
        boolean deepest = label
                && blocks.stream()
                        .noneMatch(other -> other != block
                                && !other.isNumber()
                                && other.x() >= block.right() - 0.5
                                && other.top() <= to
                                && other.bottom() >= from
                                && column(other)[1] <= values);
        return new Put(block, from, to, column[0], deepest ? values : column[1]);
    }

    /** The lowest name of each column above the first number: one row, right above it. */
    private void head(List<TextBlock> free, List<Put> puts) {
        double first = anchors.isEmpty() ? 0 : anchors.get(0);
        Map<Integer, TextBlock> names = new TreeMap<>();
        for (TextBlock block : free) {
            int[] column = column(block);
            if (block.middle() < first && column[0] >= values && column[1] == column[0] + 1) {
                names.merge(column[0], block, (a, b) -> a.middle() > b.middle() ? a : b);
            }
        }
        if (names.isEmpty()) {
            return;
        }
        double lowest =
                names.values().stream().mapToDouble(TextBlock::middle).max().orElseThrow();
        for (TextBlock block : List.copyOf(free)) {
            boolean beside = column(block)[1] <= values && Math.abs(block.middle() - lowest) <= 0.6 * block.size();
            if (names.containsValue(block) || beside) {
                puts.add(put(block, lowest, lowest));
                free.remove(block);
            }
        }
    }

    /** What no number stands beside makes rows of its own. */
    private void rows(List<TextBlock> free, List<Put> puts) {
        List<TextBlock> sorted = new ArrayList<>(free);
        sorted.sort(Comparator.comparingDouble(TextBlock::middle));
        double row = 0;
        double size = 0;
        for (TextBlock block : sorted) {
            if (size == 0 || block.middle() - row > 0.6 * size) {
                row = block.middle();
                size = block.size();
            }
            puts.add(put(block, row, row));
        }
    }

    private Grid grid(List<Put> puts, List<String> warnings) {
        TreeMap<Double, Integer> rows = new TreeMap<>();
        puts.forEach(put -> {
            rows.put(put.from(), 0);
            rows.put(put.to(), 0);
        });
        anchors.forEach(anchor -> rows.put(anchor, 0));
        int number = 0;
        for (Map.Entry<Double, Integer> row : rows.entrySet()) {
            row.setValue(number++);
        }
        int width = columns.size();
        StringBuilder[][] texts = new StringBuilder[number][width];
        List<PlacedCell> cells = new ArrayList<>();
        boolean[][] taken = new boolean[number][width];
        // Spans last, so that they find what stands where they want to be.
        List<Put> narrowFirst = new ArrayList<>(puts);
        narrowFirst.sort(Comparator.comparing(put -> put.end() > put.column() + 1 || put.to() > put.from()));
        for (Put put : narrowFirst) {
            int row = rows.get(put.from());
            int tall = rows.get(put.to()) - row + 1;
            boolean spans = tall > 1 || put.end() > put.column() + 1;
            if (spans && isFree(taken, texts, row, tall, put)) {
                take(taken, row, tall, put);
                cells.add(new PlacedCell(
                        row,
                        put.column(),
                        tall,
                        put.end() - put.column(),
                        put.block().text(),
                        locator(row, put.column())));
            } else {
                StringBuilder text = texts[row][put.column()];
                texts[row][put.column()] = text == null
                        ? new StringBuilder(put.block().text())
                        : text.append(' ').append(put.block().text());
            }
        }
        for (int row = 0; row < number; row++) {
            for (int column = 0; column < width; column++) {
                if (!taken[row][column] || texts[row][column] != null) {
                    String text = texts[row][column] == null ? "" : texts[row][column].toString();
                    cells.add(new PlacedCell(row, column, 1, 1, text, locator(row, column)));
                }
            }
        }
        cells.sort(Comparator.comparingInt(PlacedCell::row));
        return new Grid(PlacedCells.rows(cells, number, place, warnings), place, true);
    }

    private static boolean isFree(boolean[][] taken, StringBuilder[][] texts, int row, int tall, Put put) {
        for (int r = row; r < row + tall; r++) {
            for (int c = put.column(); c < put.end(); c++) {
                if (taken[r][c] || texts[r][c] != null) {
                    return false;
                }
            }
        }
        return true;
    }

    private static void take(boolean[][] taken, int row, int tall, Put put) {
        for (int r = row; r < row + tall; r++) {
            for (int c = put.column(); c < put.end(); c++) {
                taken[r][c] = true;
            }
        }
    }

    private String locator(int row, int column) {
        return place + ", row " + (row + 1) + ", cell " + (column + 1);
    }
}
