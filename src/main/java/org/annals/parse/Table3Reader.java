package org.annals.parse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.annals.report.Cell;
import org.annals.report.CellValue;

/**
 * Table 3 (收到和处理政府信息公开申请情况): anchors on the deepest row label and takes the value cells behind it. Pieces that page breaks cut apart are read
 * under the head of the first.
 */
final class Table3Reader {
    /** Rows that must keep to the head before its geometry decides, in tenths. */
    private static final int MOST = 8;

    private static final String SHIFTED =
            "the row may be shifted: it has a blank where others have a zero, and its columns do not add up";

    /** A row with more cells filled, labels from above among them, is one of table 4 that strayed. */
    private static final int WIDEST_LEFTOVER = 10;

    private static final int FEWEST_PEERS = 2;
    private static final int FEWEST_TO_SHOW_RAGGED = 5;

    private final TableReading reading;
    private final List<TableRow> head = new ArrayList<>();
    private boolean headEnded;
    private boolean pieceBefore;
    /** Fewest cells behind the label of the rows, but for a few that lost one. */
    private int narrowest;

    private Optional<Row3> lastRow = Optional.empty();
    private final Set<String> followed = new LinkedHashSet<>();
    /** Rows of grids in which names of merged cells stood in each place that the cells covered. */
    private final Set<String> writtenOut = new LinkedHashSet<>();

    private record Piece(Table grid, List<TableRow> ownHead, List<TableRow> head, List<Row3> rows) {}

    private Table3Reader(TableReading reading) {
        this.reading = reading;
    }

    static Map<String, Cell> read(ReportTables tables, List<String> warnings) {
        Table3Reader reader = new Table3Reader(new TableReading(warnings));
        List<Piece> pieces = new ArrayList<>();
        tables.grids().forEach(grid -> reader.split(grid, pieces));
        Optional<Header3> fallback = reader.header(pieces);
        reader.narrowest = ExtraColumn3.width(
                pieces.stream().flatMap(piece -> piece.rows().stream()).toList());
        pieces.stream()
                .filter(piece -> tables.isWrittenOut(piece.grid()))
                .flatMap(piece -> piece.rows().stream())
                .forEach(row -> reader.writtenOut.add(row.code()));
        pieces.forEach(piece -> reader.read(piece, fallback));
        Shifts3.in(reader.reading.cells()).forEach(row -> reader.takeBack(row, SHIFTED));
        Misplaced3.in(reader.reading.cells()).forEach(field -> reader.takeBackOne(field, Misplaced3.REASON));
        Repeated3.in(reader.reading.cells(), reader.writtenOut::contains)
                .forEach(field -> reader.takeBackOne(field, Repeated3.REASON));
        List<Row3> rows =
                pieces.stream().flatMap(piece -> piece.rows().stream()).toList();
        SpreadDoubt3.in(rows, reader.reading.cells()).forEach(row -> reader.takeBack(row, SpreadDoubt3.REASON));
        reader.followed.forEach(row -> reader.takeBack(row, "the row " + Leftovers.REASON));
        return reader.reading.cells();
    }

    /** The pieces of table 3 in a grid: each new head begins one. */
    private void split(Table grid, List<Piece> pieces) {
        List<TableRow> ownHead = new ArrayList<>();
        List<Row3> rows = new ArrayList<>();
        int before = pieces.size();
        for (TableRow row : grid.rows()) {
            if (row.isHead3()) {
                if (headEnded) {
                    add(new Piece(grid, ownHead, head, rows), pieces);
                    ownHead = new ArrayList<>();
                    rows = new ArrayList<>();
                    head.clear();
                }
                headEnded = false;
                ownHead.add(row);
                head.add(row);
            } else if (!row.isHead4()) {
                List<Row3> found = row.rows3();
                headEnded |= !found.isEmpty();
                rows.addAll(found);
                follow(row, found);
            } else {
                lastRow = Optional.empty();
            }
        }
        add(new Piece(grid, ownHead, head, rows), pieces);
        pieceBefore = pieces.size() > before || !ownHead.isEmpty();
    }

    /** Keeps in mind the row that a row without a label continues. */
    private void follow(TableRow row, List<Row3> found) {
        Predicate<TableCell> known = cell -> cell.row3().isPresent();
        if (!found.isEmpty()) {
            lastRow = Optional.of(found.get(found.size() - 1));
        } else if (lastRow.isPresent()
                && Leftovers.in(
                        row,
                        lastRow.get().label().end(),
                        lastRow.get().tail().occupied() < Header3.OFFICIAL.size(),
                        known)
                && new Tail(row.cells()).occupied() <= WIDEST_LEFTOVER) {
            followed.add(lastRow.get().code());
        } else if (Leftovers.hasOtherWords(row, known)) {
            lastRow = Optional.empty();
        }
    }

    private void add(Piece piece, List<Piece> pieces) {
        boolean sure = piece.rows().stream().anyMatch(Row3::sure);
        boolean numbered = piece.rows().stream()
                .anyMatch(row -> Wording.isNumbered(row.label().text()));
        if (sure || numbered && pieceBefore) {
            pieces.add(new Piece(piece.grid(), piece.ownHead(), List.copyOf(piece.head()), piece.rows()));
        }
    }

    private Optional<Header3> header(List<Piece> pieces) {
        return pieces.stream()
                .map(Piece::head)
                .filter(rows -> !rows.isEmpty())
                .findFirst()
                .map(Header3::read)
                .orElseGet(() -> Header3.read(List.of()));
    }

    private void read(Piece piece, Optional<Header3> fallback) {
        Optional<Header3> named = piece.head().isEmpty() ? fallback : Header3.read(piece.head());
        if (named.isEmpty()) {
            piece.rows().forEach(row -> doubt(row, "the head of the table contradicts itself"));
            return;
        }
        Header3 header = named.get();
        if (header.size() < Header3.OFFICIAL.size()
                && most(piece.rows(), row -> row.tail().occupied() == Header3.OFFICIAL.size())) {
            header = header.completed().orElse(header);
        }
        Piece square = piece;
        Optional<Geometry3> drawn = Geometry3.of(piece.ownHead()).filter(places -> kept(places, square.rows()));
        Optional<ExtraColumn3> extra =
                drawn.isPresent() ? Optional.empty() : ExtraColumn3.in(piece.rows(), header, narrowest);
        if (extra.isPresent()) {
            if (!extra.get().isTold()) {
                piece.rows()
                        .forEach(
                                row -> doubt(row, "has a cell more than the head has columns, and no sum tells which"));
                return;
            }
            reading.warn(
                    "t3",
                    "a column that the head does not name was left out, since the rows then add up",
                    piece.grid().locator());
            extra.get().shorter().forEach(row -> doubt(row, "has a cell less than the others of its table"));
            piece = new Piece(piece.grid(), List.of(), piece.head(), extra.get().rows());
        }
        read(piece, header);
    }

    private void read(Piece piece, Header3 named) {
        Header3 header = named;
        int columns = header.size();
        if (most(piece.rows(), row -> row.tail().occupied() > columns)) {
            piece.rows().forEach(row -> doubt(row, "stands in a table with more values a row than its head names"));
            return;
        }
        Optional<Geometry3> found = Geometry3.of(piece.ownHead());
        Optional<Header3> settled = ColumnOrder.settle(header, found, piece.rows());
        if (settled.isEmpty()) {
            piece.rows()
                    .forEach(row -> doubt(row, "stands under names in two orders, and no sum tells which is meant"));
            return;
        }
        header = settled.get();
        List<String> order = header.columns();
        Optional<Geometry3> inOrder = found.filter(places -> places.isInOrderOf(order));
        boolean byAll = inOrder.isPresent() && kept(inOrder.get(), piece.rows());
        Optional<Geometry3> geometry = inOrder.filter(candidate -> byAll || keptBySome(candidate, piece.rows()));
        Aligner3 aligner = new Aligner3(header, isRectangular(piece, columns), usualWidth(piece.rows()));
        for (Row3 row : piece.rows()) {
            if (row.tail().cells().stream().anyMatch(cell -> cell.continued() && !cell.isEmpty())) {
                doubt(row, "has a cell of a row above in it, beside or in place of its own");
                continue;
            }
            Optional<Map<String, TableCell>> placed = geometry.flatMap(places -> places.place(row));
            if (placed.isPresent()) {
                placed(row, placed.get(), geometry.get().hasForeignColumn());
                continue;
            }
            Alignment alignment = aligner.align(row, start(row, piece.rows(), columns));
            if (alignment.doubt().isPresent()) {
                doubt(row, alignment.doubt().get());
            } else if (RowCells.holdTooMany(alignment.cells())) {
                doubt(row, "has more numbers than columns: one of its cells holds several");
            } else {
                write(row, header.columns(), alignment.cells());
            }
        }
    }

    private void placed(Row3 row, Map<String, TableCell> placed, boolean foreign) {
        List<String> columns = placed.keySet().stream()
                .sorted(Comparator.comparingInt(column -> placed.get(column).column()))
                .toList();
        List<TableCell> cells = columns.stream().map(placed::get).toList();
        boolean blanks = cells.stream().anyMatch(TableCell::isEmpty);
        boolean filled = cells.stream().anyMatch(cell -> !cell.isEmpty());
        if (blanks && filled && foreign) {
            doubt(row, "has a blank, and a column that the form does not have may have taken its place");
        } else if (blanks && Aligner3.looksShifted(columns, cells)) {
            doubt(row, "may be shifted: its blank is at an edge and it does not add up");
        } else {
            write(row, columns, cells);
        }
    }

    private void write(Row3 row, List<String> columns, List<TableCell> cells) {
        boolean several = cells.stream().anyMatch(cell -> RowCells.holdsSeveral(cell.text()));
        Optional<List<String>> mended = several ? mended(row, columns, cells) : Optional.empty();
        boolean merged = several && mended.isEmpty();
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).equals(Header3.UNKNOWN)) {
                continue;
            }
            String field = "t3." + row.code() + "." + columns.get(i);
            TableCell cell = cells.get(i);
            CellValue value = mended.isPresent()
                    ? NumberReader.read(mended.get().get(Header3.OFFICIAL.indexOf(columns.get(i))), Measure.COUNT, "")
                    : RowCells.value(cell, Measure.COUNT, "", merged);
            if (value instanceof CellValue.Unreadable unreadable) {
                reading.warn(field, unreadable.reason(), cell.locator());
            }
            reading.put(field, new Cell(value, cell.text(), cell.locator()));
        }
        int strange = columns.indexOf(Header3.UNKNOWN);
        if (strange >= 0) {
            CellValue value = new CellValue.Unreadable("stands under a name that the form does not have, if anywhere");
            Cell cell = new Cell(
                    value, cells.get(strange).text(), cells.get(strange).locator());
            Header3.OFFICIAL.stream()
                    .filter(column -> !columns.contains(column))
                    .forEach(column -> reading.put("t3." + row.code() + "." + column, cell));
        }
    }

    /** The texts of the row in the order of the form, where a number in it is broken and the row's sum tells so. */
    private Optional<List<String>> mended(Row3 row, List<String> columns, List<TableCell> cells) {
        if (columns.size() != Header3.OFFICIAL.size() || !columns.containsAll(Header3.OFFICIAL)) {
            return Optional.empty();
        }
        List<TableCell> ordered = Header3.OFFICIAL.stream()
                .map(column -> cells.get(columns.indexOf(column)))
                .toList();
        int last = ordered.size() - 1;
        Optional<List<String>> mended = BrokenNumbers.mended(ordered.subList(0, last), ordered.get(last));
        if (mended.isPresent()) {
            reading.warn(
                    "t3." + row.code(),
                    "a number broken in two was put together, since the row then adds up",
                    row.row().locator());
        }
        return mended;
    }

    private void takeBack(String row, String reason) {
        Cell first = reading.cells().get("t3." + row + "." + Header3.OFFICIAL.get(0));
        reading.warn("t3." + row, reason, first == null ? "" : first.locator());
        Header3.OFFICIAL.forEach(column -> reading.doubt("t3." + row + "." + column, reason));
    }

    private void takeBackOne(String field, String reason) {
        reading.warn(field, reason, reading.cells().get(field).locator());
        reading.doubt(field, reason);
    }

    private void doubt(Row3 row, String reason) {
        reading.warn("t3." + row.code(), "the row " + reason, row.row().locator());
        String raw = RowCells.raw(row.tail().cells());
        for (String column : Header3.OFFICIAL) {
            CellValue value = new CellValue.Unreadable("the row " + reason);
            reading.put(
                    "t3." + row.code() + "." + column,
                    new Cell(value, raw, row.row().locator()));
        }
    }

    /** Where the values of complete rows with this row's label column and width begin, if they agree. */
    private static Optional<Integer> start(Row3 row, List<Row3> rows, int columns) {
        List<Integer> starts = rows.stream()
                .filter(peer -> peer != row
                        && peer.label().column() == row.label().column()
                        && peer.row().width() == row.row().width()
                        && peer.tail().size() == row.tail().size()
                        && peer.tail().occupied() == columns
                        && peer.tail().extent() == columns)
                .map(peer -> peer.tail().first())
                .toList();
        boolean agree =
                starts.size() >= FEWEST_PEERS && starts.stream().distinct().count() == 1;
        return agree ? Optional.of(starts.get(0)) : Optional.empty();
    }

    private static boolean most(List<Row3> rows, Predicate<Row3> what) {
        return rows.stream().filter(what).count() * 2 > rows.size();
    }

    private static boolean kept(Geometry3 geometry, List<Row3> rows) {
        long kept = rows.stream().filter(row -> geometry.place(row).isPresent()).count();
        return kept * 10 >= (long) rows.size() * MOST;
    }

    /** Whether of the rows that could keep to the head nearly all do, some of them with a value in every column. */
    private static boolean keptBySome(Geometry3 geometry, List<Row3> rows) {
        List<Row3> able = rows.stream().filter(geometry::leavesColumnsFree).toList();
        long complete = able.stream()
                .filter(row -> row.tail().occupied() == Header3.OFFICIAL.size())
                .filter(row -> geometry.place(row).isPresent())
                .count();
        return complete >= FEWEST_PEERS && kept(geometry, able);
    }

    /** A web page may have poured rows of any length into a table: then complete rows end with their last value, and few widths are alike. */
    private static boolean isRectangular(Piece piece, int columns) {
        int usual = usualWidth(piece.rows());
        long alike =
                piece.rows().stream().filter(row -> row.row().width() == usual).count();
        List<Row3> complete = piece.rows().stream()
                .filter(row -> row.tail().occupied() == columns && row.tail().extent() == columns)
                .toList();
        boolean ragged = alike * 10 < (long) piece.rows().size() * MOST
                && complete.size() >= FEWEST_TO_SHOW_RAGGED
                && complete.stream().allMatch(row -> row.tail().size() == columns);
        return piece.grid().rectangular() && !ragged;
    }

    private static int usualWidth(List<Row3> rows) {
        Map<Integer, Integer> widths = new HashMap<>();
        rows.forEach(row -> widths.merge(row.row().width(), 1, Integer::sum));
        return widths.entrySet().stream()
                .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(0);
    }
}
