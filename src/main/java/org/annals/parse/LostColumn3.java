package org.annals.parse;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Tables 3 that lost a column while another, of zeros, blanks or like numbers, came in: every row has its cells, and those between stand under the names of
 * their neighbours. The rows then do not add up, and what they lack is itself a column: it adds up from the results to their total, and from what came in to
 * what went out. So may most rows do whatever came in. An author's wrong figure shows in one row, or in it and the totals, and is no such case.
 */
final class LostColumn3 {
    static final String REASON =
            "a column may be lost and another have come in: the rows do not add up, as if one were missing from all";

    private static final int FEWEST_ROWS = 4;
    private static final Set<String> FLOWS = Set.of("new", "carried_in", "result_total", "carried_out");

    private final Sums3 sums;
    /** By how much the total of each row that was read exceeds its parts. */
    private final Map<String, BigDecimal> lacking = new LinkedHashMap<>();

    private int telling;
    private int failing;

    private LostColumn3(Sums3 sums) {
        this.sums = sums;
        for (String row : sums.rows()) {
            Optional<List<BigDecimal>> values = sums.values(row);
            if (values.isPresent()) {
                lacking.put(row, Sums3.excess(values.get()));
                telling += values.get().stream().allMatch(value -> value.signum() == 0) ? 0 : 1;
                failing += lacking.get(row).signum() != 0 && !mayHideNumber(row) ? 1 : 0;
            } else if (isLost(row)) {
                telling++;
                failing++;
            }
        }
    }

    /** Whether the row has a dash that may stand for what it lacks, or no total. */
    private boolean mayHideNumber(String row) {
        return sums.isBlank(row, Sums3.TOTAL)
                || IntStream.range(0, Sums3.TOTAL)
                        .anyMatch(column -> sums.isBlank(row, column) && !sums.isEmpty(row, column));
    }

    /** Whether the row could not be read at all. */
    private boolean isLost(String row) {
        return IntStream.rangeClosed(0, Sums3.TOTAL)
                .noneMatch(column ->
                        sums.isBlank(row, column) || sums.number(row, column).isPresent());
    }

    /** Whether no column of the table is where its name says, for all that the rows tell. */
    static boolean in(Sums3 sums) {
        boolean totals = sums.rows().stream()
                .anyMatch(row -> sums.number(row, Sums3.TOTAL).isPresent());
        LostColumn3 lost = new LostColumn3(sums);
        return totals && lost.failing >= FEWEST_ROWS && (lost.failing * 2 > lost.telling || lost.isColumn());
    }

    private boolean isColumn() {
        if (!lacking.keySet().containsAll(FLOWS) || lacking.size() < sums.rows().size()) {
            return false;
        }
        BigDecimal results = BigDecimal.ZERO;
        for (Map.Entry<String, BigDecimal> row : lacking.entrySet()) {
            results = FLOWS.contains(row.getKey()) ? results : results.add(row.getValue());
        }
        BigDecimal came = lacking.get("new").add(lacking.get("carried_in"));
        BigDecimal went = lacking.get("result_total").add(lacking.get("carried_out"));
        return results.signum() != 0
                && results.compareTo(lacking.get("result_total")) == 0
                && came.compareTo(went) == 0;
    }
}
