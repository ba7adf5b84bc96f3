package org.annals.parse;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.annals.report.Generation;

/** Which official format the tables follow, by their labels; the year does not count. */
final class GenerationFinder {
    private static final Set<String> NEW_COLUMNS = Set.of("issued", "repealed", "in_force");
    private static final Set<String> OLD_COLUMNS = Set.of("made", "published", "public_total");
    private static final Set<String> OLD_ROWS = Set.of("procurement", "other_services");
    private static final Set<String> NEW_OUTCOMES = Set.of("other_no_correction", "other_unpaid");

    private GenerationFinder() {}

    /** Empty where no table of either format was found. A form that mixes both is the one it has more of; then the newer. */
    static Optional<Generation> find(List<Table> grids, List<String> warnings) {
        Set<String> newer = new HashSet<>();
        Set<String> older = new HashSet<>();
        boolean any = false;
        for (Table grid : grids) {
            for (TableRow row : grid.rows()) {
                any |= signals(row, newer, older);
            }
        }
        if (!newer.isEmpty() && !older.isEmpty()) {
            warnings.add("the form mixes both formats: " + newer + " of 2021, " + older + " of 2019");
        }
        if (newer.isEmpty() && older.isEmpty()) {
            return any ? Optional.of(Generation.G2021) : Optional.empty();
        }
        return Optional.of(older.size() > newer.size() ? Generation.G2019 : Generation.G2021);
    }

    private static boolean signals(TableRow row, Set<String> newer, Set<String> older) {
        for (TableCell cell : row.cells()) {
            if (cell.continued() || cell.column2().isEmpty() && cell.row2().isEmpty()) {
                continue;
            }
            String column = cell.column2().map(Label::code).orElse("");
            String label = cell.row2().map(Label::code).orElse("");
            if (NEW_COLUMNS.contains(column)) {
                newer.add("columns of rules");
            } else if (OLD_COLUMNS.contains(column)) {
                older.add("columns of rules");
            } else if (OLD_ROWS.contains(label)) {
                older.add(label);
            }
        }
        List<Row3> rows = row.rows3();
        for (Row3 found : rows) {
            if (NEW_OUTCOMES.contains(found.code())) {
                newer.add("kinds of other handling");
            } else if (found.code().equals("other_handling") && found.tail().occupied() > 0) {
                older.add("other handling undivided");
            }
        }
        return rows.stream().anyMatch(Row3::sure);
    }
}
