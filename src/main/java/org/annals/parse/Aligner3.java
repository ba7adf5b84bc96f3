package org.annals.parse;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Finds the columns of a row of table 3 by counting the cells behind its label, where the head gives no geometry to go by.
 *
 * <p>As many values as columns, side by side: they are the values. Fewer: the columns are certain only if there are exactly as many cells as columns, or if
 * the first and last value already span them all. Everything else is a doubt. The row's own sum never makes a value, but it can unmask a shift: a row
 * that lost a cell and was filled up looks exactly like a row with a blank.
 */
final class Aligner3 {
    private static final String TOTAL = "total";

    private final Header3 header;
    private final boolean rectangular;
    private final int usualWidth;

    Aligner3(Header3 header, boolean rectangular, int usualWidth) {
        this.header = header;
        this.rectangular = rectangular;
        this.usualWidth = usualWidth;
    }

    /**
     * @param start where the values of rows with the same label column begin, if all complete ones agree
     * @param padded whether what stands around the values of this row is empty in all rows of its shape, and no column between them is
     */
    Alignment align(Row3 row, Optional<Integer> start, boolean padded) {
        Tail tail = row.tail();
        int columns = header.size();
        boolean usual =
                rectangular && row.row().width() == usualWidth && row.row().sound();
        if (tail.size() < columns) {
            return Alignment.doubtful("has only " + tail.size() + " cells for " + columns + " columns");
        }
        if (tail.occupied() > columns) {
            return Alignment.doubtful("has " + tail.occupied() + " values for " + columns + " columns");
        }
        if (tail.occupied() == columns) {
            return complete(row, tail, usual);
        }
        if (rectangular && !usual) {
            return Alignment.doubtful("is not as wide as the other rows, and has blanks");
        }
        if (header.columns().contains(Header3.UNKNOWN) && tail.occupied() > 0) {
            return Alignment.doubtful("has a blank, and a column that the form does not have may have taken its place");
        }
        if (!header.columns().contains(TOTAL) && tail.occupied() > 0) {
            return Alignment.doubtful("has blanks, and the table has no totals to tell a shift by");
        }
        if (tail.size() == columns) {
            return withBlanks(tail.cells());
        }
        if (!rectangular) {
            return Alignment.doubtful("has blanks and more cells than columns");
        }
        if (tail.occupied() == 0) {
            return Alignment.certain(tail.window(0, columns));
        }
        if (tail.extent() > columns) {
            return Alignment.doubtful("has its values over more than " + columns + " cells");
        }
        if (tail.extent() == columns && (padded || start.equals(Optional.of(tail.first())))) {
            return withBlanks(tail.window(tail.first(), columns));
        }
        return start.filter(from -> confirmed(tail, from))
                .map(from -> Alignment.certain(tail.window(from, columns)))
                .orElseGet(() -> Alignment.doubtful("has blanks at an edge, which may be cells or padding"));
    }

    private Alignment complete(Row3 row, Tail tail, boolean usual) {
        int columns = header.size();
        if (tail.extent() > columns) {
            return Alignment.doubtful("has an empty cell between its values, and one too many");
        }
        List<TableCell> cells = tail.window(tail.first(), columns);
        if (!rectangular && !row.row().sound() && !addsUp(cells)) {
            return Alignment.doubtful(
                    "stands in running text, where an empty cell leaves no trace, and does not add up");
        }
        if (tail.size() == columns || usual || confirms(cells)) {
            return Alignment.certain(cells);
        }
        return Alignment.doubtful("is not as wide as the other rows, and does not add up");
    }

    /** Exactly as many cells as columns: certain, unless the blank may come from a shift. */
    private Alignment withBlanks(List<TableCell> cells) {
        if (looksShifted(header.columns(), cells)) {
            return Alignment.doubtful("may be shifted: its blank is at an edge and it does not add up");
        }
        return Alignment.certain(cells);
    }

    /**
     * Whether a row with blanks may have moved by a cell. Moved to the right, its last part stands under the total, mostly too small for it; moved to the
     * left, its total stands under the last part, as large as all others together; moved by several cells, it ends in as many blanks. A blank in front is believed only if the row adds up without it.
     */
    static boolean looksShifted(List<String> columns, List<TableCell> cells) {
        int last = cells.size() - 1;
        TableCell total = cells.get(columns.indexOf(TOTAL));
        BigDecimal parts = BigDecimal.ZERO;
        for (int i = 0; i <= last; i++) {
            if (!columns.get(i).equals(TOTAL) && !columns.get(i).equals(Header3.UNKNOWN)) {
                parts = parts.add(number(cells.get(i)));
            }
        }
        int order = number(total).compareTo(parts);
        if (total != cells.get(last)) {
            return order != 0 && (cells.get(0).isEmpty() || cells.get(last).isEmpty());
        }
        if (total.isEmpty()) {
            BigDecimal end = number(cells.get(last - 1));
            return cells.get(last - 1).isEmpty()
                    ? parts.signum() > 0
                    : end.signum() > 0 && end.add(end).compareTo(parts) >= 0;
        }
        return order < 0 || order > 0 && cells.get(0).isEmpty();
    }

    /** The place that complete rows show, taken only if the row adds up there: one cell aside it would not. */
    private boolean confirmed(Tail tail, int from) {
        int columns = header.size();
        if (from + columns > tail.size() || tail.first() < from || tail.first() + tail.extent() > from + columns) {
            return false;
        }
        List<TableCell> cells = tail.window(from, columns);
        return confirms(cells);
    }

    /** A strange column that comes on top of the seven is no part of the sum; one in the place of another is. */
    private boolean addsUp(List<TableCell> cells) {
        int at = header.columns().indexOf(TOTAL);
        boolean onTop = header.size() > Header3.OFFICIAL.size();
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < cells.size(); i++) {
            boolean strange = header.columns().get(i).equals(Header3.UNKNOWN);
            sum = strange && onTop ? sum : sum.add(number(cells.get(i)));
        }
        return at >= 0 && sum.compareTo(number(cells.get(at)).add(number(cells.get(at)))) == 0;
    }

    /** Whether the row adds up to something; zeros add up wherever they stand. */
    private boolean confirms(List<TableCell> cells) {
        int last = cells.size() - 1;
        boolean plain =
                header.columns().indexOf(TOTAL) == last && !header.columns().contains(Header3.UNKNOWN);
        BigDecimal total = number(cells.get(last));
        return plain && total.signum() > 0 && sum(cells.subList(0, last)).compareTo(total) == 0;
    }

    private static BigDecimal sum(List<TableCell> cells) {
        return cells.stream().map(Aligner3::number).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal number(TableCell cell) {
        return cell.count().number().orElse(BigDecimal.ZERO);
    }
}
