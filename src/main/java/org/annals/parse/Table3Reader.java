package org.annals.parse;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.annals.report.Cell;

/**
 * Table 3 (收到和处理政府信息公开申请情况): anchors on the deepest row label and takes the value cells behind it. Pieces that page breaks cut apart are read
 * under the head of the first.
 */
final class Table3Reader {
    private static final String SHIFTED =
            "the row may be shifted: it has a blank where others have a zero, and its columns do not add up";

    /** Rows of one width that show a grid to be one, in tenths. */
    private static final int MOST = 8;

    private static final int FEWEST_PEERS = 2;
    private static final int FEWEST_TO_SHOW_RAGGED = 5;

    private final List<Piece3> pieces;
    private final List<Row3> rows;
    private final Reading3 reading;

    private Table3Reader(List<Piece3> pieces, Reading3 reading) {
        this.pieces = pieces;
        this.rows = pieces.stream().flatMap(piece -> piece.rows().stream()).toList();
        this.reading = reading;
    }

    static Map<String, Cell> read(ReportTables tables, List<String> warnings) {
        Pieces3 found = new Pieces3(tables.grids());
        Reading3 reading = new Reading3(warnings);
        List<Piece3> summaries = found.summaries();
        summaries.forEach(piece -> reading.warn(
                "a table with some of the rows and without applicants was left out, since another has them whole",
                piece.grid().locator()));
        Table3Reader reader = new Table3Reader(
                found.pieces().stream()
                        .filter(piece -> !summaries.contains(piece))
                        .toList(),
                reading);
        reader.pieces.forEach(reader::read);
        if (LostColumn3.in(reading.sums())) {
            reading.takeBackAll(LostColumn3.REASON);
        } else if (!reading.sums().allHold()) {
            // rows of grids in which names of merged cells stood in each place that the cells covered
            Set<String> writtenOut = reader.pieces.stream()
                    .filter(piece -> tables.isWrittenOut(piece.grid()))
                    .flatMap(piece -> piece.rows().stream())
                    .map(Row3::code)
                    .collect(Collectors.toSet());
            Slipped3.in(reading.sums()).forEach(row -> reading.takeBack(row, Slipped3.REASON));
            Shifts3.in(reading.sums()).forEach(row -> reading.takeBack(row, SHIFTED));
            Misplaced3.in(reading.sums()).forEach(field -> reading.takeBackOne(field, Misplaced3.REASON));
            Repeated3.in(reading.sums(), writtenOut::contains)
                    .forEach(field -> reading.takeBackOne(field, Repeated3.REASON));
        }
        SpreadDoubt3.in(reader.rows, reading.cells()).forEach(row -> reading.takeBack(row, SpreadDoubt3.REASON));
        OddEdge3.in(reading.sums(), reader.rows, reading.cells())
                .forEach(row -> reading.takeBack(row, OddEdge3.REASON));
        found.followed().forEach(row -> reading.takeBack(row, "the row " + Leftovers.REASON));
        return reading.cells();
    }

    /** The head of the first piece that has one. */
    private Optional<Header3> firstHeader() {
        return Header3.read(pieces.stream()
                .map(Piece3::head)
                .filter(rows -> !rows.isEmpty())
                .findFirst()
                .orElse(List.of()));
    }

    private void read(Piece3 piece) {
        Optional<Header3> named = piece.head().isEmpty() ? firstHeader() : Header3.read(piece.head());
        if (named.isEmpty()) {
            doubt(piece.rows(), "the head of the table contradicts itself");
            return;
        }
        Header3 header = named.get();
        if (header.size() < Header3.OFFICIAL.size()
                && most(piece.rows(), row -> row.tail().occupied() == Header3.OFFICIAL.size())) {
            header = header.completed().orElse(header);
        }
        boolean drawn = piece.drawn().filter(Drawn3::isKept).isPresent();
        Optional<ExtraColumn3> extra =
                drawn ? Optional.empty() : ExtraColumn3.in(piece.rows(), header, ExtraColumn3.width(rows));
        if (extra.isEmpty()) {
            read(piece, header);
        } else if (extra.get().isTold()) {
            reading.warn(
                    "a column that the head does not name was left out, since the rows then add up",
                    piece.grid().locator());
            doubt(extra.get().shorter(), "has a cell less than the others of its table");
            read(piece.with(extra.get().rows()), header);
        } else {
            doubt(piece.rows(), "has a cell more than the head has columns, and no sum tells which");
        }
    }

    private void read(Piece3 piece, Header3 named) {
        int columns = named.size();
        if (most(piece.rows(), row -> row.tail().occupied() > columns)) {
            doubt(piece.rows(), "stands in a table with more values a row than its head names");
            return;
        }
        Optional<Header3> settled = ColumnOrder.settle(named, piece.drawn().map(Drawn3::geometry), piece.rows());
        if (settled.isEmpty()) {
            doubt(piece.rows(), "stands under names in two orders, and no sum tells which is meant");
            return;
        }
        Header3 header = settled.get();
        Optional<Drawn3> drawn = piece.drawn()
                .filter(places -> places.geometry().isInOrderOf(header.columns()))
                .filter(places -> places.isKept() || places.isKeptBySome());
        Aligner3 aligner = new Aligner3(header, isRectangular(piece, columns), usualWidth(piece.rows()));
        for (int i = 0; i < piece.rows().size(); i++) {
            Row3 row = piece.rows().get(i);
            int at = i;
            Optional<List<TableCell>> placed =
                    drawn.flatMap(places -> places.placed().get(at));
            if (row.tail().holdsFromAbove()) {
                reading.doubt(row, "has a cell of a row above in it, beside or in place of its own");
            } else if (row.labelHoldsNumber() && row.tail().occupied() < columns) {
                reading.doubt(row, "has a number in its label that may be its first value");
            } else if (placed.isPresent()) {
                placed(row, placed.get(), drawn.get().geometry());
            } else {
                counted(
                        row,
                        header,
                        aligner.align(row, start(row, piece.rows(), columns), isPadded(row, piece.rows())));
            }
        }
    }

    private void doubt(List<Row3> rows, String reason) {
        rows.forEach(row -> reading.doubt(row, reason));
    }

    /** A row whose cells were counted. */
    private void counted(Row3 row, Header3 header, Alignment alignment) {
        if (alignment.doubt().isPresent()) {
            reading.doubt(row, alignment.doubt().get());
        } else if (RowCells.holdTooMany(alignment.cells())) {
            reading.doubt(row, "has more numbers than columns: one of its cells holds several");
        } else {
            reading.write(row, header.columns(), alignment.cells());
        }
    }

    /** A row whose cells stand where the head draws the columns. */
    private void placed(Row3 row, List<TableCell> cells, Geometry3 geometry) {
        Tail placed = new Tail(cells);
        boolean blanks = placed.occupied() < placed.size();
        if (blanks && placed.occupied() > 0 && geometry.hasForeignColumn()) {
            reading.doubt(row, "has a blank, and a column that the form does not have may have taken its place");
        } else if (blanks && Aligner3.looksShifted(geometry.order(), cells)) {
            reading.doubt(row, "may be shifted: its blank is at an edge and it does not add up");
        } else {
            reading.write(row, geometry.order(), cells);
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

    /** Whether the cells around the values of a row are empty in all rows of its shape and so may be padding; not where a column between them is too. */
    private static boolean isPadded(Row3 row, List<Row3> rows) {
        Tail tail = row.tail();
        List<Tail> peers = rows.stream()
                .filter(peer -> peer.label().column() == row.label().column()
                        && peer.row().width() == row.row().width()
                        && peer.tail().size() == tail.size())
                .map(Row3::tail)
                .toList();
        return IntStream.range(0, tail.size()).allMatch(i -> {
            boolean inside = i >= tail.first() && i < tail.first() + tail.extent();
            return inside != peers.stream().allMatch(peer -> peer.cells().get(i).isEmpty());
        });
    }

    private static boolean most(List<Row3> rows, Predicate<Row3> what) {
        return rows.stream().filter(what).count() * 2 > rows.size();
    }

    /** A web page may have poured rows of any length into a table: then complete rows end with their last value, and few widths are alike. */
    private static boolean isRectangular(Piece3 piece, int columns) {
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
