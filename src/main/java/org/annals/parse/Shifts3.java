package org.annals.parse;

import java.math.BigDecimal;
import java.util.List;

/**
 * Rows of table 3 that moved by a cell and add up all the same: their first cell is blank where other rows print a zero, or their last where others print a
 * total, and columns do not add up in which the row would hold another number if it were moved back.
 */
final class Shifts3 {
    private final Sums3 sums;

    private Shifts3(Sums3 sums) {
        this.sums = sums;
    }

    /** The rows that may be shifted. */
    static List<String> in(Sums3 sums) {
        Shifts3 shifts = new Shifts3(sums);
        return shifts.sums.rows().stream().filter(shifts::mayBeShifted).toList();
    }

    private boolean mayBeShifted(String row) {
        return blankAmongZeros(row, 0) && failsWhereMoved(row, 1) || totalIsMissing(row) && failsWhereMoved(row, -1);
    }

    /** A row that lost a cell, two of its numbers having run together, ends a column early. */
    private boolean totalIsMissing(String row) {
        return sums.isEmpty(row, Sums3.TOTAL)
                && sums.rows().stream()
                                .filter(other -> sums.number(other, Sums3.TOTAL).isPresent())
                                .count()
                        >= 2;
    }

    private boolean blankAmongZeros(String row, int column) {
        return sums.isEmpty(row, column) && sums.printsZeros(column);
    }

    /** @param step where the number that belongs in a column would stand: one to the right, or one to the left */
    private boolean failsWhereMoved(String row, int step) {
        for (int i = 0; i <= Sums3.TOTAL; i++) {
            int from = i + step;
            if (from >= 0 && from <= Sums3.TOTAL) {
                BigDecimal moved = sums.number(row, from).orElse(BigDecimal.ZERO);
                boolean other = moved.compareTo(sums.number(row, i).orElse(BigDecimal.ZERO)) != 0;
                if (other && sums.fails(row, i)) {
                    return true;
                }
            }
        }
        return false;
    }
}
