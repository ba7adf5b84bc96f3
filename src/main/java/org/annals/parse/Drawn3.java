package org.annals.parse;

import java.util.List;
import java.util.Optional;

/**
 * The rows of a piece of table 3 in the places that its head draws.
 *
 * @param placed of each row its cells from left to right; empty for a row that does not keep to the head
 */
record Drawn3(Geometry3 geometry, List<Row3> rows, List<Optional<List<TableCell>>> placed) {
    /** Rows that must keep to the head before its geometry decides, in tenths. */
    private static final int MOST = 8;

    private static final int FEWEST_COMPLETE = 2;

    static Drawn3 of(Geometry3 geometry, List<Row3> rows) {
        return new Drawn3(
                geometry, List.copyOf(rows), rows.stream().map(geometry::place).toList());
    }

    /** Whether nearly all rows keep to the head. */
    boolean isKept() {
        long kept = placed.stream().filter(Optional::isPresent).count();
        return kept * 10 >= (long) rows.size() * MOST;
    }

    /** Whether of the rows that could keep to the head nearly all do, some of them with a value in every column. */
    boolean isKeptBySome() {
        int able = 0;
        int kept = 0;
        int complete = 0;
        for (int i = 0; i < rows.size(); i++) {
            if (geometry.leavesColumnsFree(rows.get(i))) {
                able++;
                boolean keeps = placed.get(i).isPresent();
                kept += keeps ? 1 : 0;
                complete += keeps && rows.get(i).tail().occupied() == Header3.OFFICIAL.size() ? 1 : 0;
            }
        }
        return complete >= FEWEST_COMPLETE && kept * 10 >= able * MOST;
    }
}
