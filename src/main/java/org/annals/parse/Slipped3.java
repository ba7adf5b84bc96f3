package org.annals.parse;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Values of table 3 that slipped by a row against the labels: one row is empty, and the sums of the columns hold for the rows above or below. Told from an
 * empty row only by those sums, in at least two columns that do not hold as the rows stand.
 */
final class Slipped3 {
    static final String REASON =
            "the values may stand beside another row's label: a row aside, the columns would add up";

    private static final String RESULTS = "result_total";
    private static final int TELLING = 2;

    private final Sums3 sums;
    private final List<String> rows;
    private final int results;

    private Slipped3(Sums3 sums) {
        this.sums = sums;
        this.rows = sums.rows();
        this.results = rows.indexOf(RESULTS);
    }

    /** The rows that may stand beside their labels. */
    static List<String> in(Sums3 sums) {
        Slipped3 slipped = new Slipped3(sums);
        return slipped.results < 0 ? List.of() : slipped.rows();
    }

    private List<String> rows() {
        for (int empty = 0; empty < rows.size(); empty++) {
            if (isEmpty(rows.get(empty))) {
                boolean down = empty <= results && results + 1 < rows.size() && wouldAddUp(empty, 1);
                boolean up = empty > results && wouldAddUp(results, -1);
                if (down || up) {
                    return rows.subList(down ? empty : 0, rows.size());
                }
            }
        }
        return List.of();
    }

    private boolean isEmpty(String row) {
        for (int column = 0; column <= Sums3.TOTAL; column++) {
            if (!sums.isEmpty(row, column)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether the results add up to the row that stands where their total would, had all slipped.
     *
     * @param from the first row that slipped
     * @param step 1 where the rows slipped down, -1 where they slipped up
     */
    private boolean wouldAddUp(int from, int step) {
        Optional<List<BigDecimal>> total = sums.values(rows.get(results + step));
        List<List<BigDecimal>> parts = new ArrayList<>();
        for (int i = 0; i < results + Math.min(step, 0); i++) {
            String at = rows.get(i >= from && step > 0 ? i + step : i);
            boolean flow = rows.get(i).equals("new") || rows.get(i).equals("carried_in");
            if (!flow) {
                Optional<List<BigDecimal>> values = sums.values(at);
                if (values.isEmpty()) {
                    return false;
                }
                parts.add(values.get());
            }
        }
        return total.isPresent() && !parts.isEmpty() && telling(parts, total.get()) >= TELLING;
    }

    /** In how many columns the parts add up to the total, and the rows as they stand do not. */
    private int telling(List<List<BigDecimal>> parts, List<BigDecimal> total) {
        int telling = 0;
        for (int column = 0; column <= Sums3.TOTAL; column++) {
            BigDecimal sum = BigDecimal.ZERO;
            for (List<BigDecimal> part : parts) {
                sum = sum.add(part.get(column));
            }
            boolean holds = sum.signum() != 0 && sum.compareTo(total.get(column)) == 0;
            telling += holds && sums.fails(RESULTS, column) ? 1 : 0;
        }
        return telling;
    }
}
