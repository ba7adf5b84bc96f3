package org.annals.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.annals.report.Cell;
import org.annals.report.CellValue;

/**
 * Table 4 (政府信息公开行政复议、行政诉讼情况): one row of fifteen cells under a head of two or three rows; seldom cut into its blocks, or turned on its
 * side.
 */
final class Table4Reader {
    private static final String LOST_NAMES = "the head of the table has lost names that the cells need";
    /** A row with fewer cells is a page number or a remark. */
    private static final int FEWEST_CELLS = 8;

    private final TableReading reading;
    private final List<TableRow> head = new ArrayList<>();
    private boolean headEnded;
    private boolean read;
    private boolean writtenOut;
    private List<String> before = List.of();

    private Table4Reader(TableReading reading) {
        this.reading = reading;
    }

    static Map<String, Cell> read(ReportTables tables, List<String> warnings) {
        Table4Reader reader = new Table4Reader(new TableReading(warnings));
        for (Table grid : tables.grids()) {
            reader.writtenOut |= tables.isWrittenOut(grid);
            for (TableRow row : grid.rows()) {
                reader.row(row, grid.rectangular());
            }
            if (reader.read) {
                reader.head.clear();
                reader.read = false;
            }
        }
        reader.takeBackMisplaced();
        return reader.reading.cells();
    }

    private void row(TableRow row, boolean rectangular) {
        // The name of a block before values that are all blank could as well be part of a head.
        Optional<Block4> sideways = Sideways4.block(head, row)
                .filter(block ->
                        !row.isHead4() || block.cells().size() == block.names().size());
        if (row.isHead4() && sideways.isEmpty()) {
            if (headEnded) {
                head.clear();
            }
            headEnded = false;
            read = false;
            head.add(row);
            return;
        }
        if (head.isEmpty()) {
            return;
        }
        if (sideways.isPresent()) {
            headEnded = true;
            sideways(sideways.get(), row);
            return;
        }
        Tail tail = values(row);
        if (read
                && tail.occupied() < FEWEST_CELLS
                && row.rows3().isEmpty()
                && Leftovers.in(row, 0, false, text -> false)) {
            takeBack(row, "the row " + Leftovers.REASON);
            return;
        }
        Optional<Header4> header = Header4.read(head);
        int fewest = header.map(names -> Math.min(FEWEST_CELLS, names.fields().size()))
                .orElse(FEWEST_CELLS);
        if (!row.rows3().isEmpty() || read && !isSecond(tail)) {
            return;
        }
        if (tail.size() < fewest) {
            header.filter(names -> isMerged(names, tail)).ifPresent(names -> merged(names, row, tail));
            return;
        }
        headEnded = true;
        if (header.isEmpty() || Blocks4.contradict(head)) {
            doubt(row, tail, Block4.NAMES, "the head of the table contradicts itself");
        } else {
            values(header.get(), row, tail, rectangular);
        }
        List<String> texts = tail.cells().stream().map(TableCell::text).toList();
        if (read && !texts.equals(before)) {
            takeBack(row, "there are two rows of values that are not alike");
        }
        before = texts;
        read = true;
    }

    private void takeBack(TableRow row, String reason) {
        reading.warn("t4", reason, row.locator());
        Block4.NAMES.forEach(block -> Block4.fields(block).forEach(field -> reading.doubt(field, reason)));
    }

    /** Blocks that their sum contradicts in a way that a moved or repeated cell explains. */
    private void takeBackMisplaced() {
        List<Cell> cells = Block4.NAMES.stream()
                .flatMap(block -> Block4.fields(block).stream())
                .map(field -> reading.cells().getOrDefault(field, Cell.ABSENT))
                .toList();
        for (int block : Misplaced4.in(cells, writtenOut)) {
            Set<String> fields = Block4.fields(Block4.NAMES.get(block));
            reading.warn(
                    "t4." + Block4.NAMES.get(block),
                    Misplaced4.REASON,
                    cells.get(block * fields.size()).locator());
            fields.forEach(field -> reading.doubt(field, Misplaced4.REASON));
        }
    }

    /** Whether a row under the values has values as well, as where the year before is printed too; such a field is printed twice. */
    private static boolean isSecond(Tail tail) {
        return tail.occupied() >= FEWEST_CELLS
                && tail.cells().stream().noneMatch(cell -> cell.count() instanceof CellValue.Unreadable);
    }

    /** Whether a row is one of values of which several stand in one cell, or are missing: it has those of one block at least. */
    private static boolean isMerged(Header4 header, Tail tail) {
        return header.fields().size() == Block4.NAMES.size() * Block4.OUTCOMES.size()
                && tail.occupied() >= Block4.OUTCOMES.size()
                && tail.cells().stream().noneMatch(cell -> cell.count() instanceof CellValue.Unreadable);
    }

    /** Reads the block of reviews in front of one cell as wide as both others, if its sum proves it. */
    private void merged(Header4 header, TableRow row, Tail tail) {
        headEnded = true;
        read = true;
        before = tail.cells().stream().map(TableCell::text).toList();
        int outcomes = Block4.OUTCOMES.size();
        Block4 review = new Block4(
                Block4.NAMES.get(0),
                header.fields().subList(0, outcomes).stream()
                        .map(field -> field.substring(field.indexOf('.') + 1))
                        .toList(),
                tail.window(0, outcomes));
        boolean inFront = header.fields().subList(0, outcomes).stream().allMatch(field -> field.startsWith("review."))
                && tail.size() == outcomes + 1
                && tail.cells().get(outcomes).span() == header.fields().size() - outcomes;
        boolean proved = inFront
                && row.sound()
                && review.whole().filter(Block4::isProved).isPresent();
        doubt(
                row,
                tail,
                header.blocks().stream()
                        .filter(block -> !proved || !block.equals(review.name()))
                        .toList(),
                "the row has fewer cells than the table has columns");
        if (proved) {
            write(List.of(review), row);
        }
    }

    /** The cells of the row, a label in front left out. */
    private static Tail values(TableRow row) {
        List<TableCell> cells = row.cells();
        boolean labelled = !cells.isEmpty()
                && !cells.get(0).isEmpty()
                && cells.get(0).count() instanceof CellValue.Unreadable
                && Character.isLetter(cells.get(0).text().charAt(0));
        return new Tail(labelled ? cells.subList(1, cells.size()) : cells);
    }

    private void values(Header4 header, TableRow row, Tail tail, boolean rectangular) {
        Alignment alignment = align(header.fields().size(), tail, rectangular && row.sound());
        if (alignment.doubt().isPresent()) {
            doubt(row, tail, header.blocks(), alignment.doubt().get());
            return;
        }
        if (alignment.cells().stream().anyMatch(TableCell::continued)) {
            doubt(row, tail, header.blocks(), "the row has a cell of a row above in it, beside or in place of its own");
            return;
        }
        List<Block4> blocks = header.divided(alignment.cells());
        List<List<TableCell>> whole =
                blocks.stream().map(Block4::whole).flatMap(Optional::stream).toList();
        boolean poured = !rectangular && !row.sound();
        boolean full = alignment.cells().stream().noneMatch(TableCell::isEmpty);
        boolean partly = blocks.size() < Block4.NAMES.size() || whole.size() < blocks.size();
        if (poured && (partly || !whole.stream().allMatch(Block4::addsUp))) {
            doubt(
                    row,
                    tail,
                    header.blocks(),
                    "the row stands in running text, where an empty cell leaves no trace, and does not add up");
        } else if (blocks.stream()
                .allMatch(block -> block.whole().isEmpty()
                        && !block.names().stream()
                                .anyMatch(name -> block.only(name).isPresent()))) {
            doubt(row, tail, header.blocks(), LOST_NAMES);
        } else if (!full && tail.occupied() > 0 && whole.stream().anyMatch(Block4::looksShifted)) {
            doubt(row, tail, header.blocks(), "the row may be shifted: it has blanks and its blocks do not add up");
        } else if (tail.size() != header.fields().size()
                && tail.occupied() > 0
                && !whole.stream().allMatch(Block4::addsUp)) {
            doubt(row, tail, header.blocks(), "the row has more cells than columns, and its blocks do not add up");
        } else if (isOddAtAnEdge(alignment.cells(), whole)) {
            doubt(
                    row,
                    tail,
                    header.blocks(),
                    "the row may be shifted: it is empty at one end, and no sum proves that it is not");
        } else if (blocks.size() < Block4.NAMES.size() && !whole.stream().allMatch(Block4::addsUp)) {
            doubt(row, tail, header.blocks(), "the head names only some of the blocks, and they do not add up");
        } else {
            write(blocks, row);
        }
    }

    /** Whether the first or the last cell alone is empty, in a block of zeros: those add up wherever they stand. */
    private static boolean isOddAtAnEdge(List<TableCell> cells, List<List<TableCell>> whole) {
        boolean first = cells.get(0).isEmpty();
        boolean last = cells.get(cells.size() - 1).isEmpty();
        if (first == last || whole.isEmpty()) {
            return false;
        }
        List<TableCell> block = whole.get(first ? 0 : whole.size() - 1);
        return block.stream().anyMatch(cell -> !cell.isEmpty()) && Block4.addsUp(block) && !Block4.isProved(block);
    }

    private static Alignment align(int columns, Tail tail, boolean rectangular) {
        if (tail.size() < columns) {
            return Alignment.doubtful("there are only " + tail.size() + " cells for " + columns + " columns");
        }
        if (tail.occupied() == 0) {
            return Alignment.certain(tail.window(0, columns));
        }
        if (tail.size() != columns && !(rectangular && tail.extent() == columns)) {
            return Alignment.doubtful("there are " + tail.size() + " cells for " + columns + " columns");
        }
        return Alignment.certain(tail.window(tail.size() == columns ? 0 : tail.first(), columns));
    }

    /** A row that holds one block. */
    private void sideways(Block4 block, TableRow row) {
        Tail tail = new Tail(block.cells());
        Alignment alignment = align(block.names().size(), tail, false);
        Block4 aligned = new Block4(block.name(), block.names(), alignment.cells());
        Optional<List<TableCell>> whole = alignment.doubt().isPresent() ? Optional.empty() : aligned.whole();
        boolean blank = tail.occupied() < block.names().size();
        if (whole.isEmpty() || (blank && tail.occupied() > 0 || !row.sound()) && !Block4.addsUp(whole.get())) {
            String reason = alignment.doubt().orElse("the row cannot be told to be in its columns");
            doubt(row, tail, List.of(block.name()), reason);
        } else {
            write(List.of(aligned), row);
        }
    }

    private void write(List<Block4> blocks, TableRow row) {
        boolean merged = blocks.stream()
                .anyMatch(block -> block.whole().flatMap(this::mended).isEmpty()
                        && block.cells().stream().anyMatch(cell -> RowCells.holdsSeveral(cell.text())));
        for (Block4 block : blocks) {
            Optional<List<TableCell>> whole = block.whole();
            if (whole.isPresent()) {
                write(block.name(), whole.get(), merged);
                continue;
            }
            reading.warn("t4." + block.name(), LOST_NAMES, row.locator());
            for (String outcome : Block4.OUTCOMES) {
                Optional<TableCell> cell = block.only(outcome);
                CellValue value = cell.map(known -> RowCells.value(known, Measure.COUNT, "", merged))
                        .orElseGet(() -> new CellValue.Unreadable(LOST_NAMES));
                String raw = cell.map(TableCell::text).orElseGet(() -> RowCells.raw(block.cells()));
                String place = cell.map(TableCell::locator).orElse(row.locator());
                reading.put("t4." + block.name() + "." + outcome, new Cell(value, raw, place));
            }
        }
    }

    private void write(String block, List<TableCell> cells, boolean merged) {
        Optional<List<String>> mended = mended(cells);
        if (mended.isPresent()) {
            reading.warn(
                    "t4." + block,
                    "a number broken in two was put together, since the block then adds up",
                    cells.get(0).locator());
        }
        for (int i = 0; i < cells.size(); i++) {
            String field = "t4." + block + "." + Block4.OUTCOMES.get(i);
            TableCell cell = cells.get(i);
            int at = i;
            CellValue value = mended.map(texts -> NumberReader.read(texts.get(at), Measure.COUNT, ""))
                    .orElseGet(() -> RowCells.value(cell, Measure.COUNT, "", merged));
            if (value instanceof CellValue.Unreadable unreadable) {
                reading.warn(field, unreadable.reason(), cell.locator());
            }
            reading.put(field, new Cell(value, cell.text(), cell.locator()));
        }
    }

    /** The texts of a block in which a number is broken and the block's sum tells so. */
    private Optional<List<String>> mended(List<TableCell> five) {
        return BrokenNumbers.mended(five.subList(0, five.size() - 1), five.get(five.size() - 1));
    }

    private void doubt(TableRow row, Tail tail, List<String> blocks, String reason) {
        reading.warn("t4", reason, row.locator());
        String raw = RowCells.raw(tail.cells());
        Cell cell = new Cell(new CellValue.Unreadable(reason), raw, row.locator());
        blocks.forEach(block -> Block4.fields(block).forEach(field -> reading.put(field, cell)));
    }
}
