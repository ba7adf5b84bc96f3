package org.annals.parse;

import java.util.List;
import java.util.Optional;

/**
 * Which cell of a row stands in which column, or why nobody can tell.
 *
 * @param cells one for each column from left to right; empty where there is a doubt
 * @param doubt the reason; empty where there is none
 */
record Alignment(List<TableCell> cells, Optional<String> doubt) {
    Alignment {
        cells = List.copyOf(cells);
    }

    static Alignment certain(List<TableCell> cells) {
        return new Alignment(cells, Optional.empty());
    }

    static Alignment doubtful(String reason) {
        return new Alignment(List.of(), Optional.of(reason));
    }
}
