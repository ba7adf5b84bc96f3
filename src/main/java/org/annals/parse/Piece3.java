package org.annals.parse;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A piece of table 3, from one head to the next or to the end of its grid.
 *
 * @param head the rows of its head, or of that of the piece before
 * @param drawn its rows in the places that its own head draws, where that has a place for each column
 */
record Piece3(Table grid, List<TableRow> head, List<Row3> rows, Optional<Drawn3> drawn) {
    Piece3 {
        head = List.copyOf(head);
        rows = List.copyOf(rows);
    }

    static Piece3 of(Table grid, List<TableRow> ownHead, List<TableRow> head, List<Row3> rows) {
        return new Piece3(grid, head, rows, Geometry3.of(ownHead).map(geometry -> Drawn3.of(geometry, rows)));
    }

    Set<String> codes() {
        return rows.stream().map(Row3::code).collect(Collectors.toSet());
    }

    /** The same piece with other rows, whose places are no guide. */
    Piece3 with(List<Row3> others) {
        return new Piece3(grid, head, others, Optional.empty());
    }
}
