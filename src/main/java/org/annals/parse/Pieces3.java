package org.annals.parse;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Finds the pieces of table 3 in the tables of a document: page breaks and new heads cut it apart. */
final class Pieces3 {
    /** A row with more cells filled, labels from above among them, is one of table 4 that strayed. */
    private static final int WIDEST_LEFTOVER = 10;

    private static final int WIDEST_SUMMARY = 3;

    private static final Predicate<TableCell> KNOWN = cell -> cell.row3().isPresent();

    private final List<Piece3> pieces = new ArrayList<>();
    private final Set<String> followed = new LinkedHashSet<>();
    private final List<TableRow> head = new ArrayList<>();
    private boolean headEnded;
    private boolean pieceBefore;
    private Optional<Row3> lastRow = Optional.empty();

    Pieces3(List<Table> tables) {
        tables.forEach(this::split);
    }

    List<Piece3> pieces() {
        return pieces;
    }

    /**
     * Pieces that are no part of the table: they come before a head that names all applicants, have no head and at most two or three values a row, and
     * each of their rows comes again under that head, as in a comparison of years in the chapter before.
     */
    List<Piece3> summaries() {
        return pieces.stream()
                .filter(piece -> piece.head().isEmpty()
                        && piece.rows().stream().allMatch(row -> row.tail().size() <= WIDEST_SUMMARY)
                        && pieces.subList(pieces.indexOf(piece) + 1, pieces.size()).stream()
                                .anyMatch(
                                        other -> isWhole(other) && other.codes().containsAll(piece.codes())))
                .toList();
    }

    private static boolean isWhole(Piece3 piece) {
        boolean named = !piece.head().isEmpty()
                && Header3.read(piece.head())
                        .filter(header -> header.columns().equals(Header3.OFFICIAL))
                        .isPresent();
        return named && piece.rows().stream().allMatch(row -> row.tail().size() >= Header3.OFFICIAL.size());
    }

    /** The codes of rows that a row without a label continues. */
    Set<String> followed() {
        return followed;
    }

    /** The pieces in a grid: each new head begins one. */
    private void split(Table grid) {
        List<TableRow> ownHead = new ArrayList<>();
        List<Row3> rows = new ArrayList<>();
        int before = pieces.size();
        for (TableRow row : grid.rows()) {
            if (row.isHead3()) {
                if (headEnded) {
                    add(grid, ownHead, rows);
                    ownHead.clear();
                    rows.clear();
                    head.clear();
                }
                headEnded = false;
                ownHead.add(row);
                head.add(row);
            } else if (!row.isHead4()) {
                List<Row3> found = row.rows3();
                headEnded |= !found.isEmpty();
                rows.addAll(found);
                follow(row, found);
            } else {
                lastRow = Optional.empty();
            }
        }
        add(grid, ownHead, rows);
        pieceBefore = pieces.size() > before || !ownHead.isEmpty();
    }

    /** Keeps in mind the row that a row without a label continues. */
    private void follow(TableRow row, List<Row3> found) {
        if (!found.isEmpty()) {
            lastRow = Optional.of(found.get(found.size() - 1));
        } else if (lastRow.isPresent()
                && Leftovers.in(
                        row,
                        lastRow.get().label().end(),
                        lastRow.get().tail().occupied() < Header3.OFFICIAL.size(),
                        KNOWN)
                && new Tail(row.cells()).occupied() <= WIDEST_LEFTOVER) {
            followed.add(lastRow.get().code());
        } else if (lastRow.isPresent() && Leftovers.hasOtherWords(row, KNOWN)) {
            lastRow = Optional.empty();
        }
    }

    private void add(Table grid, List<TableRow> ownHead, List<Row3> rows) {
        boolean sure = rows.stream().anyMatch(Row3::sure);
        boolean numbered = !sure
                && pieceBefore
                && rows.stream().anyMatch(row -> Wording.isNumbered(row.label().text()));
        if (sure || numbered) {
            pieces.add(Piece3.of(grid, ownHead, head, rows));
        }
    }
}
