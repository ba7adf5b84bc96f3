package org.annals.parse;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * A column of table 3 that its head does not name: empty in every row, or a subtotal. Where the rows of the table all hold one cell too many, it is the one
 * without which they add up; where several could be it, and it matters which, nobody can tell.
 *
 * @param rows the rows without the column; none where it cannot be told
 * @param shorter rows that have lost a cell, whichever it was
 */
record ExtraColumn3(List<Row3> rows, List<Row3> shorter) {
    private static final int FEWEST_ROWS = 3;
    private static final int FEWEST_TELLING = 2;
    /** Of the rows that are not all zero, so many must add up, in tenths: authors err too. */
    private static final int MOST = 8;

    ExtraColumn3 {
        rows = List.copyOf(rows);
        shorter = List.copyOf(shorter);
    }

    boolean isTold() {
        return !rows.isEmpty();
    }

    /** Fewest cells behind the labels of the rows of a table, but for one row in ten that may have lost some. */
    static int width(List<Row3> rows) {
        return rows.stream()
                .map(row -> row.tail().size())
                .sorted()
                .skip(rows.size() / 10)
                .findFirst()
                .orElse(0);
    }

    /**
     * Empty where there is no such column.
     *
     * @param width of the whole table, as {@link #width} has it
     */
    static Optional<ExtraColumn3> in(List<Row3> all, Header3 header, int width) {
        List<Row3> rows = all.stream().filter(row -> row.tail().size() >= width).toList();
        List<Row3> shorter =
                all.stream().filter(row -> row.tail().size() < width).toList();
        int columns = header.size();
        if (columns != Header3.OFFICIAL.size()
                || !header.columns().containsAll(Header3.OFFICIAL)
                || rows.size() < FEWEST_ROWS) {
            return Optional.empty();
        }
        boolean square = width == columns + 1
                && rows.stream().allMatch(row -> isBlankUpTo(row, row.tail().size() - width));
        if (!square) {
            return Optional.empty();
        }
        List<List<TableCell>> cells = rows.stream()
                .map(row -> row.tail().window(row.tail().size() - width, width))
                .toList();
        Optional<List<List<TableCell>>> withoutEmpty = withoutTheEmptyOne(cells, header);
        if (withoutEmpty.isPresent()) {
            return withoutEmpty.map(without -> new ExtraColumn3(tails(rows, without), shorter));
        }
        List<List<List<TableCell>>> readings = readings(cells, without -> addsUp(without, cells, header));
        if (readings.isEmpty()) {
            return Optional.empty();
        }
        List<List<List<TableCell>>> whole = readings(cells, without -> addsUpWhereWhole(without, header));
        boolean told = readings.size() == 1
                && whole.stream().allMatch(other -> texts(other).equals(texts(readings.get(0))));
        return Optional.of(new ExtraColumn3(told ? tails(rows, readings.get(0)) : List.of(), shorter));
    }

    /** The rows without one of their columns, for each that may go, but once for those that leave the same. */
    private static List<List<List<TableCell>>> readings(
            List<List<TableCell>> rows, Predicate<List<List<TableCell>>> holds) {
        List<List<List<TableCell>>> readings = new ArrayList<>();
        for (int i = 0; i < rows.get(0).size(); i++) {
            int at = i;
            List<List<TableCell>> without = rows.stream()
                    .map(row -> row.stream().filter(cell -> cell != row.get(at)).toList())
                    .toList();
            boolean other = readings.stream().noneMatch(known -> texts(known).equals(texts(without)));
            if (other && holds.test(without)) {
                readings.add(without);
            }
        }
        return readings;
    }

    /** The rows without the one column that is empty, in a table that leaves hardly another cell so. */
    private static Optional<List<List<TableCell>>> withoutTheEmptyOne(List<List<TableCell>> rows, Header3 header) {
        List<Integer> empty = IntStream.range(0, rows.get(0).size())
                .filter(i -> rows.stream().allMatch(row -> row.get(i).isEmpty()))
                .boxed()
                .toList();
        if (empty.size() != 1) {
            return Optional.empty();
        }
        List<List<TableCell>> without = rows.stream()
                .map(row -> row.stream()
                        .filter(cell -> cell != row.get(empty.get(0)))
                        .toList())
                .toList();
        long full = without.stream()
                .filter(row -> row.stream().noneMatch(TableCell::isEmpty))
                .count();
        return full * 10 >= (long) rows.size() * MOST && addsUp(without, rows, header)
                ? Optional.of(without)
                : Optional.empty();
    }

    private static List<Row3> tails(List<Row3> rows, List<List<TableCell>> cells) {
        List<Row3> without = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Row3 row = rows.get(i);
            without.add(new Row3(row.code(), row.sure(), row.label(), new Tail(cells.get(i)), row.row()));
        }
        return without;
    }

    private static List<List<String>> texts(List<List<TableCell>> rows) {
        return rows.stream()
                .map(row -> row.stream().map(TableCell::text).toList())
                .toList();
    }

    private static boolean isBlankUpTo(Row3 row, int end) {
        return row.tail().window(0, end).stream().allMatch(TableCell::isEmpty);
    }

    private static boolean isMostlyFilled(List<List<TableCell>> rows, int column) {
        long filled = rows.stream().filter(row -> !row.get(column).isEmpty()).count();
        return filled * 10 >= (long) rows.size() * MOST;
    }

    /** Whether the rows add up without a column; of rows that tell nothing, all being zero, whether nothing but that column is empty. */
    private static boolean addsUp(List<List<TableCell>> without, List<List<TableCell>> rows, Header3 header) {
        boolean full = without.stream().allMatch(row -> row.stream().noneMatch(TableCell::isEmpty));
        boolean empty = IntStream.range(0, rows.size())
                .allMatch(i -> rows.get(i).stream().filter(TableCell::isEmpty).count() == 1);
        return addUp(without, header, FEWEST_TELLING).orElse(full && empty);
    }

    /** The same for the rows without a blank, which may stand for anything, in a table that has hardly a total left empty. */
    private static boolean addsUpWhereWhole(List<List<TableCell>> without, Header3 header) {
        int total = header.columns().indexOf(Header3.OFFICIAL.get(Sums3.TOTAL));
        if (!isMostlyFilled(without, total)) {
            return false;
        }
        List<List<TableCell>> whole = without.stream()
                .filter(row -> row.stream().noneMatch(cell -> number(cell).isEmpty()))
                .toList();
        return addUp(whole, header, 1).orElse(false);
    }

    /** Whether the rows that are not all zero add up, but for a few; empty where they are fewer than so many. */
    private static Optional<Boolean> addUp(List<List<TableCell>> rows, Header3 header, int fewest) {
        int telling = 0;
        int adding = 0;
        int total = header.columns().indexOf(Header3.OFFICIAL.get(Sums3.TOTAL));
        for (List<TableCell> row : rows) {
            BigDecimal sum = row.stream().map(ExtraColumn3::orNothing).reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal twice = orNothing(row.get(total)).multiply(BigDecimal.valueOf(2));
            telling += sum.signum() != 0 ? 1 : 0;
            adding += sum.signum() != 0 && sum.compareTo(twice) == 0 ? 1 : 0;
        }
        return telling < fewest ? Optional.empty() : Optional.of(adding * 10 >= telling * MOST);
    }

    private static BigDecimal orNothing(TableCell cell) {
        return number(cell).orElse(BigDecimal.ZERO);
    }

    private static Optional<BigDecimal> number(TableCell cell) {
        return cell.count().number();
    }
}
