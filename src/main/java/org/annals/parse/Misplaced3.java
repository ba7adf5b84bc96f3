package org.annals.parse;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Cells of table 3 that may stand beside their places: somewhere in the row a cell was lost, elsewhere one came in that is none of the form's, and all
 * between them moved. Supposed for every pair of places in a row that a sum contradicts, and believed where the row and every column concerned would
 * hold. An error of the author's own sums explains itself by no such move, and its values stay.
 */
final class Misplaced3 {
    static final String REASON = "may stand beside its place: moved by a cell, the row and its columns would add up";

    /** A move that puts so many columns right, and leaves none wrong, is no chance, whatever the cell that came in. */
    private static final int TELLING = 2;

    private final Sums3 sums;

    private Misplaced3(Sums3 sums) {
        this.sums = sums;
    }

    /** The fields in doubt. */
    static List<String> in(Sums3 sums) {
        Misplaced3 misplaced = new Misplaced3(sums);
        return sums.rows().stream()
                .flatMap(row -> misplaced.inRow(row).stream())
                .toList();
    }

    private List<String> inRow(String row) {
        Optional<List<BigDecimal>> values = sums.values(row);
        if (values.isEmpty()) {
            return List.of();
        }
        TreeSet<Integer> doubtful = new TreeSet<>();
        for (int cameIn = 0; cameIn <= Sums3.TOTAL; cameIn++) {
            boolean suspect = isSuspect(row, cameIn, values.get());
            for (int lost = 0; lost <= Sums3.TOTAL; lost++) {
                if (cameIn != lost && wouldHold(row, values.get(), cameIn, lost, suspect)) {
                    for (int i = Math.min(cameIn, lost); i <= Math.max(cameIn, lost); i++) {
                        doubtful.add(i);
                    }
                }
            }
        }
        if (doubtful.isEmpty() && isUnexplained(row, values.get())) {
            return fields(row, 0, Sums3.TOTAL);
        }
        return doubtful.isEmpty() ? List.of() : fields(row, doubtful.first(), doubtful.last());
    }

    private static List<String> fields(String row, int from, int to) {
        List<String> fields = new ArrayList<>();
        for (int i = from; i <= to; i++) {
            fields.add(Sums3.field(row, i));
        }
        return fields;
    }

    /** An empty cell where others print zeros, or a number beside its like in a row that does not add up. */
    private boolean isSuspect(String row, int column, List<BigDecimal> values) {
        BigDecimal value = values.get(column);
        boolean doubled = value.signum() != 0
                && (column > 0 && value.compareTo(values.get(column - 1)) == 0
                        || column < Sums3.TOTAL && value.compareTo(values.get(column + 1)) == 0);
        return doubled && Sums3.excess(values).signum() != 0 || isOddBlank(row, column);
    }

    private boolean isOddBlank(String row, int column) {
        return sums.isEmpty(row, column) && sums.printsZeros(column);
    }

    /** Whether all is well if the cell that came in goes out again, and the lost one gets the value that its column asks for. */
    private boolean wouldHold(String row, List<BigDecimal> values, int cameIn, int lost, boolean suspect) {
        Optional<BigDecimal> missing = sums.asked(row, lost).filter(value -> value.signum() >= 0);
        if (missing.isEmpty()) {
            return false;
        }
        List<BigDecimal> moved = new ArrayList<>(values);
        moved.remove(cameIn);
        moved.add(lost, missing.get());
        if (Sums3.excess(moved).signum() != 0) {
            return false;
        }
        int repaired = 0;
        int others = 0;
        for (int i = 0; i <= Sums3.TOTAL; i++) {
            if (i < Math.min(cameIn, lost) || i > Math.max(cameIn, lost)) {
                others += sums.holds(row, i) ? 0 : 1;
                continue;
            }
            Optional<BigDecimal> asked = sums.asked(row, i);
            if (asked.isEmpty() || asked.get().compareTo(moved.get(i)) != 0) {
                return false;
            }
            repaired += sums.fails(row, i) ? 1 : 0;
        }
        return suspect ? repaired > 0 : repaired >= TELLING && others == 0;
    }

    /** An empty cell where others print zeros, in a row that does not add up, and whose numbers no column confirms: several rows may have moved. */
    private boolean isUnexplained(String row, List<BigDecimal> values) {
        boolean odd = false;
        boolean confirmed = true;
        for (int i = 0; i <= Sums3.TOTAL; i++) {
            odd |= isOddBlank(row, i);
            confirmed &= sums.isBlank(row, i) || sums.holds(row, i);
        }
        return odd && !confirmed && Sums3.excess(values).signum() != 0;
    }
}
