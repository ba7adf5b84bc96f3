package org.annals.parse;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.annals.report.Cell;
import org.annals.report.CellValue;

/**
 * Rows of table 3 whose first or last cell is empty and that no sum speaks for. Zeros add up wherever they stand: where the table prints its zeros in that
 * column, and no row with a number leaves it empty, the cell may have been lost or have come in, and the row have moved; so it may beside a row that did.
 * And where half the table is in doubt for such a cell, whole columns have moved, and no row with one is believed;
 * nor is a row with an empty cell anywhere in a table most of whose rows could not be read.
 */
final class OddEdge3 {
    static final String REASON = "the row may be shifted: it has an empty cell, and nothing that proves it";

    private final Sums3 sums;
    private final List<String> rows;

    private OddEdge3(Sums3 sums) {
        this.sums = sums;
        this.rows = sums.rows();
    }

    /**
     * The codes of the rows to be doubted.
     *
     * @param printed the rows as they stand in the document: where half of them are too short for the form and unreadable, a column is gone from the table
     * @param read what was read of them
     */
    static Set<String> in(Sums3 sums, List<Row3> printed, Map<String, Cell> read) {
        OddEdge3 edges = new OddEdge3(sums);
        long shorter = printed.stream()
                .filter(row -> row.tail().size() <= Sums3.TOTAL && isLost(cells(row.code(), read)))
                .count();
        if (shorter > 0 && shorter * 2 >= printed.size()) {
            return edges.rows.stream()
                    .filter(row -> !isLost(cells(row, read)))
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        }
        Set<String> doubtful = new LinkedHashSet<>();
        long unread =
                printed.stream().filter(row -> isLost(cells(row.code(), read))).count();
        if (unread * 2 > printed.size()) {
            edges.rows.stream()
                    .filter(row -> edges.isFilled(row) && edges.hasEmpty(row))
                    .forEach(doubtful::add);
        }
        List<String> lost = edges.rows.stream()
                .filter(row -> isLostAtAnEdge(cells(row, read)))
                .toList();
        for (int edge : new int[] {0, Sums3.TOTAL}) {
            List<String> blank = edges.rows.stream()
                    .filter(row -> edges.sums.isEmpty(row, edge) && edges.isFilled(row))
                    .toList();
            boolean all = lost.size() * 2 >= edges.rows.size() || edges.isOdd(blank, edge);
            blank.stream()
                    .filter(row -> all || edges.isZero(row) && edges.isBeside(row, lost))
                    .forEach(doubtful::add);
        }
        return doubtful;
    }

    private boolean isBeside(String row, List<String> lost) {
        int at = rows.indexOf(row);
        return lost.stream().anyMatch(other -> Math.abs(rows.indexOf(other) - at) == 1);
    }

    private boolean isOdd(List<String> blank, int edge) {
        return sums.printsZeros(edge)
                && blank.size() * 2 < rows.size()
                && blank.stream().allMatch(this::isZero)
                && !leavesBlanks(edge);
    }

    /** Whether a third of the rows have blanks elsewhere: then the author writes some zeros so. */
    private boolean leavesBlanks(int edge) {
        long elsewhere = rows.stream()
                .filter(row -> IntStream.rangeClosed(0, Sums3.TOTAL)
                        .anyMatch(column -> column != edge && sums.isEmpty(row, column)))
                .count();
        return elsewhere * 3 >= rows.size();
    }

    private boolean isFilled(String row) {
        return IntStream.rangeClosed(0, Sums3.TOTAL)
                .anyMatch(column -> sums.number(row, column).isPresent());
    }

    private boolean hasEmpty(String row) {
        return IntStream.rangeClosed(0, Sums3.TOTAL).anyMatch(column -> sums.isEmpty(row, column));
    }

    private boolean isZero(String row) {
        return IntStream.rangeClosed(0, Sums3.TOTAL)
                .allMatch(column ->
                        sums.number(row, column).orElse(BigDecimal.ZERO).signum() == 0);
    }

    /** Whether the whole row is unreadable, and an end of it is empty as it was printed. */
    private static boolean isLostAtAnEdge(List<Cell> cells) {
        String first = cells.get(0).raw();
        String last = cells.get(Sums3.TOTAL).raw();
        return isLost(cells) && (first.isEmpty() || first.startsWith(" | ") || last.isEmpty() || last.endsWith(" | "));
    }

    private static boolean isLost(List<Cell> cells) {
        return cells.stream().allMatch(cell -> cell.value() instanceof CellValue.Unreadable);
    }

    private static List<Cell> cells(String row, Map<String, Cell> read) {
        return FormRows.codes3(row).stream()
                .map(code -> read.getOrDefault(code, Cell.ABSENT))
                .toList();
    }
}
