package org.annals.parse;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.annals.document.Grid;
import org.annals.document.GridCell;
import org.annals.document.GridRow;
import org.annals.report.Cell;
import org.annals.report.CellValue;

/** Table 4 (政府信息公开行政复议、行政诉讼情况): one row of fifteen cells under a head of two or three rows. */
final class Table4Reader {
    static final List<String> BLOCKS = List.of("review", "suit_direct", "suit_after_review");
    private static final Set<String> OUTCOMES = Labels.TABLE4.codes("column");
    private static final String LOST_NAMES = "the head of the table has lost names that the cells need";
    /** A row with fewer cells is a page number or a remark. */
    private static final int FEWEST_CELLS = 8;

    private final TableReading reading;
    private final List<GridRow> head = new ArrayList<>();
    private boolean headEnded;
    private boolean read;
    private List<String> before = List.of();

    private Table4Reader(TableReading reading) {
        this.reading = reading;
    }

    static Map<String, Cell> read(List<Grid> grids, List<String> warnings) {
        Table4Reader reader = new Table4Reader(new TableReading(warnings));
        for (Grid grid : grids) {
            for (GridRow row : grid.rows()) {
                reader.row(row, grid.rectangular());
            }
            if (reader.read) {
                reader.head.clear();
                reader.read = false;
            }
        }
        return reader.reading.cells();
    }

    private void row(GridRow row, boolean rectangular) {
        if (Header4.isPart(row)) {
            if (headEnded) {
                head.clear();
            }
            headEnded = false;
            read = false;
            head.add(row);
            return;
        }
        Tail tail = values(row);
        if (read && tail.occupied() < FEWEST_CELLS && Row3.in(row).isEmpty() && Leftovers.in(row, 0, text -> false)) {
            takeBack(row, "the row " + Leftovers.REASON);
            return;
        }
        if (head.isEmpty() || tail.size() < FEWEST_CELLS || read && !isSecond(row, tail)) {
            return;
        }
        headEnded = true;
        Alignment alignment = align(tail, rectangular && row.sound());
        boolean poured = !rectangular && !row.sound();
        if (poured && alignment.doubt().isEmpty() && !addsUp(alignment.cells())) {
            alignment = Alignment.doubtful(
                    "the row stands in running text, where an empty cell leaves no trace, and does not add up");
        }
        if (alignment.doubt().isPresent()) {
            doubt(row, tail, alignment.doubt().get());
        } else {
            write(alignment.cells());
        }
        List<String> texts = tail.cells().stream().map(GridCell::text).toList();
        if (read && !texts.equals(before)) {
            takeBack(row, "there are two rows of values that are not alike");
        }
        before = texts;
        read = true;
    }

    private void takeBack(GridRow row, String reason) {
        reading.warn("t4", reason, row.locator());
        fields().forEach(field -> reading.doubt(field, reason));
    }

    /** Whether a row under the values has values as well, as where the year before is printed too; such a field is printed twice. */
    private static boolean isSecond(GridRow row, Tail tail) {
        return Row3.in(row).isEmpty()
                && tail.occupied() >= FEWEST_CELLS
                && tail.cells().stream()
                        .noneMatch(cell ->
                                NumberReader.read(cell.text(), Measure.COUNT, "") instanceof CellValue.Unreadable);
    }

    /** The cells of the row, a label in front left out. */
    private static Tail values(GridRow row) {
        List<GridCell> cells = row.cells();
        boolean labelled = !cells.isEmpty()
                && !cells.get(0).isEmpty()
                && NumberReader.read(cells.get(0).text(), Measure.COUNT, "") instanceof CellValue.Unreadable
                && Character.isLetter(cells.get(0).text().charAt(0));
        return new Tail(labelled ? cells.subList(1, cells.size()) : cells);
    }

    private Alignment align(Tail tail, boolean rectangular) {
        Optional<Header4> header = Header4.read(head);
        if (header.isEmpty() || Blocks4.contradict(head)) {
            return Alignment.doubtful("the head of the table contradicts itself");
        }
        int columns = header.get().fields().size();
        if (tail.size() < columns) {
            return Alignment.doubtful("there are only " + tail.size() + " cells for " + columns + " columns");
        }
        if (tail.occupied() == 0) {
            List<GridCell> blanks = inOrder(header.get(), tail.window(0, columns));
            return blanks.isEmpty() ? Alignment.doubtful(LOST_NAMES) : Alignment.certain(blanks);
        }
        boolean whole = tail.occupied() == columns && tail.extent() == columns;
        if (tail.size() != columns && !(rectangular && tail.extent() == columns)) {
            return Alignment.doubtful("there are " + tail.size() + " cells for " + columns + " columns");
        }
        int from = tail.size() == columns ? 0 : tail.first();
        List<GridCell> cells = inOrder(header.get(), tail.window(from, columns));
        if (cells.isEmpty()) {
            return Alignment.doubtful(LOST_NAMES);
        }
        return !whole && looksShifted(cells)
                ? Alignment.doubtful("the row may be shifted: it has blanks and its blocks do not add up")
                : Alignment.certain(cells);
    }

    /** The cells in the order of the form; none where a block with values has a head that cannot be told. */
    private static List<GridCell> inOrder(Header4 header, List<GridCell> cells) {
        List<GridCell> ordered = new ArrayList<>();
        for (String block : BLOCKS) {
            List<GridCell> own = new ArrayList<>();
            List<String> names = new ArrayList<>();
            for (int i = 0; i < cells.size(); i++) {
                String field = header.fields().get(i);
                if (field.startsWith(block + ".")) {
                    own.add(cells.get(i));
                    names.add(field.substring(block.length() + 1));
                }
            }
            boolean known = new HashSet<>(names).containsAll(OUTCOMES)
                    && names.stream().filter(OUTCOMES::contains).count() == OUTCOMES.size();
            boolean allBlank = own.size() == OUTCOMES.size() && own.stream().allMatch(GridCell::isEmpty);
            if (known) {
                OUTCOMES.forEach(outcome -> ordered.add(own.get(names.indexOf(outcome))));
            } else if (allBlank) {
                ordered.addAll(own); // whatever the order of its names, each of them is blank
            } else {
                return List.of();
            }
        }
        return ordered;
    }

    private static boolean looksShifted(List<GridCell> cells) {
        int size = OUTCOMES.size();
        for (int block = 0; block < BLOCKS.size(); block++) {
            List<GridCell> own = cells.subList(block * size, (block + 1) * size);
            List<GridCell> parts = own.subList(0, size - 1);
            BigDecimal sum = parts.stream().map(Table4Reader::number).reduce(BigDecimal.ZERO, BigDecimal::add);
            GridCell total = own.get(size - 1);
            BigDecimal end = number(parts.get(size - 2));
            boolean complete = parts.stream().noneMatch(GridCell::isEmpty);
            int order = number(total).compareTo(sum);
            if (total.isEmpty()
                    ? parts.get(size - 2).isEmpty()
                            ? sum.signum() > 0
                            : end.signum() > 0 && end.add(end).compareTo(sum) >= 0
                    : order < 0 || order > 0 && complete) {
                return true;
            }
        }
        return false;
    }

    private static boolean addsUp(List<GridCell> cells) {
        int size = OUTCOMES.size();
        for (int block = 0; block < BLOCKS.size(); block++) {
            List<GridCell> own = cells.subList(block * size, (block + 1) * size);
            BigDecimal sum = own.stream().map(Table4Reader::number).reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal total = number(own.get(size - 1));
            if (sum.compareTo(total.add(total)) != 0) {
                return false;
            }
        }
        return true;
    }

    private void write(List<GridCell> cells) {
        List<Optional<String>> mended = mended(cells);
        boolean merged = IntStream.range(0, cells.size())
                .anyMatch(at -> mended.get(at).isEmpty()
                        && RowCells.holdsSeveral(cells.get(at).text()));
        int i = 0;
        for (String field : fields()) {
            GridCell cell = cells.get(i);
            CellValue value = mended.get(i++)
                    .map(text -> NumberReader.read(text, Measure.COUNT, ""))
                    .orElseGet(() -> RowCells.value(cell, Measure.COUNT, "", merged));
            if (value instanceof CellValue.Unreadable unreadable) {
                reading.warn(field, unreadable.reason(), cell.locator());
            }
            reading.put(field, new Cell(value, cell.text(), cell.locator()));
        }
    }

    /** The texts of blocks in which a number is broken and the block's sum tells so; nothing for the cells of the others. */
    private List<Optional<String>> mended(List<GridCell> cells) {
        List<Optional<String>> texts = new ArrayList<>();
        int size = OUTCOMES.size();
        for (int from = 0; from < cells.size(); from += size) {
            Optional<List<String>> block =
                    BrokenNumbers.mended(cells.subList(from, from + size - 1), cells.get(from + size - 1));
            if (block.isPresent()) {
                reading.warn(
                        "t4." + BLOCKS.get(from / size),
                        "a number broken in two was put together, since the block then adds up",
                        cells.get(from).locator());
            }
            for (int i = 0; i < size; i++) {
                int at = i;
                texts.add(block.map(mendedBlock -> mendedBlock.get(at)));
            }
        }
        return texts;
    }

    private void doubt(GridRow row, Tail tail, String reason) {
        reading.warn("t4", reason, row.locator());
        String raw = RowCells.raw(tail.cells());
        fields().forEach(field -> reading.put(field, new Cell(new CellValue.Unreadable(reason), raw, row.locator())));
    }

    private static Set<String> fields() {
        Set<String> fields = new LinkedHashSet<>();
        BLOCKS.forEach(block -> OUTCOMES.forEach(outcome -> fields.add("t4." + block + "." + outcome)));
        return fields;
    }

    private static BigDecimal number(GridCell cell) {
        return NumberReader.read(cell.text(), Measure.COUNT, "").number().orElse(BigDecimal.ZERO);
    }
}
