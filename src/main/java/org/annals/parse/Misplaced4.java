package org.annals.parse;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.annals.report.Cell;
import org.annals.report.CellValue;

/**
 * Blocks of table 4 whose cells may stand beside their places, or may be merged cells written out, as {@link Misplaced3} and {@link Repeated3} have it for
 * table 3. Here the only sum is that of a block, so a block that does not add up is doubted where it has an empty cell or repeats a number.
 */
final class Misplaced4 {
    static final String REASON = "may stand beside its place: its block does not add up as it stands";

    private static final int SIZE = 5;

    private final List<Cell> cells;
    private final List<BigDecimal> values = new ArrayList<>();
    private final boolean writtenOut;

    private Misplaced4(List<Cell> cells, boolean writtenOut) {
        this.cells = cells;
        this.writtenOut = writtenOut;
        cells.forEach(cell -> values.add(cell.value().number().orElse(BigDecimal.ZERO)));
    }

    /**
     * The blocks in doubt, by their number from the left.
     *
     * @param cells the row in the order of the form
     * @param writtenOut whether other merged cells of the table were written out: then a zero may be such a one too
     */
    static TreeSet<Integer> in(List<Cell> cells, boolean writtenOut) {
        TreeSet<Integer> doubtful = new TreeSet<>();
        boolean readable = cells.stream()
                .allMatch(cell -> cell.value() instanceof CellValue.Blank
                        || cell.value().number().isPresent());
        if (!readable) {
            return doubtful;
        }
        Misplaced4 misplaced = new Misplaced4(cells, writtenOut);
        for (int block = 0; block * SIZE < cells.size(); block++) {
            if (misplaced.excess(misplaced.values, block).signum() != 0 && misplaced.isSuspect(block)) {
                doubtful.add(block);
            }
        }
        misplaced.moved(doubtful);
        return doubtful;
    }

    private boolean isSuspect(int block) {
        boolean empty = false;
        boolean filled = false;
        boolean doubled = false;
        for (int i = block * SIZE; i < (block + 1) * SIZE; i++) {
            empty |= isEmpty(i);
            filled |= !isEmpty(i);
            doubled |= i > block * SIZE && isLike(i, i - 1);
        }
        return empty && filled || doubled;
    }

    private boolean isEmpty(int at) {
        return cells.get(at).value() instanceof CellValue.Blank
                && cells.get(at).raw().isEmpty();
    }

    private boolean isLike(int a, int b) {
        return values.get(a).compareTo(values.get(b)) == 0
                && (values.get(a).signum() != 0 || writtenOut && !isEmpty(a) && !isEmpty(b));
    }

    /** Moves from one block into another, after which every block would add up. */
    private void moved(TreeSet<Integer> doubtful) {
        int failing = failing();
        for (int cameIn = 0; failing > 0 && cameIn < values.size(); cameIn++) {
            int enough = isEmpty(cameIn) ? 1 : 2;
            for (int lost = 0; lost < values.size(); lost++) {
                int from = Math.min(cameIn, lost) / SIZE;
                int to = Math.max(cameIn, lost) / SIZE;
                if (from < to && failing >= enough && wouldHold(cameIn, lost)) {
                    for (int block = from; block <= to; block++) {
                        doubtful.add(block);
                    }
                }
            }
        }
    }

    private int failing() {
        int failing = 0;
        for (int block = 0; block * SIZE < values.size(); block++) {
            failing += excess(values, block).signum() != 0 ? 1 : 0;
        }
        return failing;
    }

    private boolean wouldHold(int cameIn, int lost) {
        List<BigDecimal> moved = new ArrayList<>(values);
        moved.remove(cameIn);
        moved.add(lost, BigDecimal.ZERO);
        Optional<BigDecimal> missing = Optional.of(excess(moved, lost / SIZE))
                .map(excess -> lost % SIZE == SIZE - 1 ? excess.negate() : excess)
                .filter(value -> value.signum() >= 0);
        if (missing.isEmpty()) {
            return false;
        }
        moved.set(lost, missing.get());
        for (int block = 0; block * SIZE < moved.size(); block++) {
            if (excess(moved, block).signum() != 0) {
                return false;
            }
        }
        return true;
    }

    /** By how much a block's total exceeds its parts. */
    private BigDecimal excess(List<BigDecimal> of, int block) {
        BigDecimal excess = of.get(block * SIZE + SIZE - 1);
        for (int i = block * SIZE; i < block * SIZE + SIZE - 1; i++) {
            excess = excess.subtract(of.get(i));
        }
        return excess;
    }
}
