package org.annals.parse;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Values of merged cells that a converter wrote into each place they covered. Two like numbers side by side, or one below the other, are nothing strange;
 * where the row of one of them does not add up and its column does not bear it out, nobody can tell which of them stood there.
 */
final class Repeated3 {
    static final String REASON =
            "may be a merged cell written out: it repeats its neighbour, its row does not add up, and its column does not bear it out";

    private final Sums3 sums;
    private final List<String> rows;
    private final Predicate<String> writtenOut;

    private Repeated3(Sums3 sums, Predicate<String> writtenOut) {
        this.sums = sums;
        this.rows = sums.rows();
        this.writtenOut = writtenOut;
    }

    /**
     * The fields in doubt.
     *
     * @param writtenOut the rows of tables in which other merged cells were written out: there a zero may be such a one too
     */
    static Set<String> in(Sums3 sums, Predicate<String> writtenOut) {
        Set<String> fields = new LinkedHashSet<>();
        Repeated3 repeated = new Repeated3(sums, writtenOut);
        for (int at = 0; at < repeated.rows.size(); at++) {
            repeated.inRow(at, fields);
        }
        return fields;
    }

    private void inRow(int at, Set<String> fields) {
        String row = rows.get(at);
        Optional<List<BigDecimal>> values = sums.values(row);
        if (values.isEmpty() || Sums3.excess(values.get()).signum() == 0) {
            return;
        }
        for (int column = 0; column <= Sums3.TOTAL; column++) {
            if (!sums.holds(row, column)) {
                across(row, column, values.get(), fields);
                boolean alone = wouldAddUp(row, values.get(), column, column);
                if (alone && at > 0) {
                    down(rows.get(at - 1), row, column, fields);
                }
                if (alone && at + 1 < rows.size()) {
                    down(row, rows.get(at + 1), column, fields);
                }
            }
        }
    }

    private void across(String row, int column, List<BigDecimal> values, Set<String> fields) {
        int from = column;
        int to = column;
        while (from > 0 && same(row, from - 1, row, column)) {
            from--;
        }
        while (to < Sums3.TOTAL && same(row, to + 1, row, column)) {
            to++;
        }
        if (from < to && wouldAddUp(row, values, from, to)) {
            for (int i = from; i <= to; i++) {
                fields.add(Sums3.field(row, i));
            }
        }
    }

    /** Whether the row adds up with what the columns ask for in these places; where a column asks for nothing, it might in a row without blanks. */
    private boolean wouldAddUp(String row, List<BigDecimal> values, int from, int to) {
        List<BigDecimal> asked = new ArrayList<>(values);
        boolean known = true;
        for (int i = from; i <= to; i++) {
            Optional<BigDecimal> value = sums.asked(row, i);
            known &= value.isPresent();
            asked.set(i, value.orElse(BigDecimal.ZERO));
        }
        if (known) {
            return Sums3.excess(asked).signum() == 0;
        }
        return IntStream.rangeClosed(0, Sums3.TOTAL).noneMatch(i -> sums.isBlank(row, i));
    }

    private void down(String upper, String lower, int column, Set<String> fields) {
        if (same(upper, column, lower, column)) {
            fields.add(Sums3.field(upper, column));
            fields.add(Sums3.field(lower, column));
        }
    }

    private boolean same(String rowA, int a, String rowB, int b) {
        Optional<BigDecimal> one = sums.number(rowA, a);
        Optional<BigDecimal> other = sums.number(rowB, b);
        return one.isPresent()
                && other.isPresent()
                && one.get().compareTo(other.get()) == 0
                && (one.get().signum() != 0 || writtenOut.test(rowA));
    }
}
