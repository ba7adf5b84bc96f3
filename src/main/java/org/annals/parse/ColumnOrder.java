package org.annals.parse;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The order of the columns of table 3 where its head, having lost cells or spans, gives several: that of its names, that of their places, and
 * that of its names with the total at the end. A total that is
 * not the last is suspect too. The sums of the rows decide; a row of which anything is not zero adds up in one order only.
 */
final class ColumnOrder {
    private static final String TOTAL = "total";

    private ColumnOrder() {}

    /** The head with its columns in the order that the sums bear out; empty where they bear out neither or say nothing. */
    static Optional<Header3> settle(Header3 header, Optional<Geometry3> places, List<Row3> rows) {
        List<String> known =
                header.columns().stream().filter(Header3.OFFICIAL::contains).toList();
        boolean agreed =
                places.filter(found -> !found.isInOrderOf(header.columns())).isEmpty();
        boolean usual = !known.contains(TOTAL) || known.get(known.size() - 1).equals(TOTAL);
        if (agreed && usual) {
            return Optional.of(header);
        }
        boolean zeros = rows.stream().allMatch(row -> complete(header, row) && isZero(row));
        if (zeros) {
            return Optional.of(header);
        }
        return Stream.of(Optional.of(header.columns()), places.map(Geometry3::order), Optional.of(totalLast(header)))
                .flatMap(Optional::stream)
                .map(Header3::new)
                .filter(candidate -> isBorneOut(candidate, rows))
                .findFirst();
    }

    /** The total stands before its parts where the name above these was lost. */
    private static List<String> totalLast(Header3 header) {
        List<String> order = new ArrayList<>(header.columns());
        if (order.remove(TOTAL)) {
            order.add(TOTAL);
        }
        return order;
    }

    private static boolean isBorneOut(Header3 header, List<Row3> rows) {
        List<Row3> telling = rows.stream()
                .filter(row -> complete(header, row) && !isZero(row))
                .toList();
        return !telling.isEmpty() && telling.stream().allMatch(row -> addsUp(header, row));
    }

    private static boolean complete(Header3 header, Row3 row) {
        return row.tail().occupied() == header.size() && row.tail().extent() == header.size();
    }

    private static boolean isZero(Row3 row) {
        return row.tail().cells().stream().allMatch(cell -> number(cell).signum() == 0);
    }

    private static boolean addsUp(Header3 header, Row3 row) {
        List<TableCell> cells = row.tail().window(row.tail().first(), header.size());
        BigDecimal parts = BigDecimal.ZERO;
        for (int i = 0; i < cells.size(); i++) {
            String column = header.columns().get(i);
            if (!column.equals(TOTAL) && !column.equals(Header3.UNKNOWN)) {
                parts = parts.add(number(cells.get(i)));
            }
        }
        return parts.compareTo(number(cells.get(header.columns().indexOf(TOTAL)))) == 0;
    }

    /** What cannot be read counts as nothing: then the row adds up in no order, and bears out none. */
    private static BigDecimal number(TableCell cell) {
        return cell.count().number().orElse(BigDecimal.ZERO);
    }
}
