package org.annals.parse;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.annals.document.GridCell;
import org.annals.document.GridRow;

/**
 * The head of table 3: which applicants its columns stand for, in which order. Its cells come over two or three rows, often torn from their columns, so the
 * order is found by putting the names of each row in the place of the group above them.
 *
 * @param columns column codes from left to right; {@link #UNKNOWN} for a column that the form does not have
 */
record Header3(List<String> columns) {
    static final String UNKNOWN = "";
    static final List<String> OFFICIAL = List.copyOf(Labels.TABLE3.codes("column"));

    private static final int MOST_ADDED = 4;

    Header3 {
        columns = List.copyOf(columns);
    }

    int size() {
        return columns.size();
    }

    /** Whether a row belongs to the head: it names columns and none of its cells is a number. */
    static boolean isPart(GridRow row) {
        boolean specific = false;
        HashSet<String> named = new HashSet<>();
        for (GridCell cell : row.cells()) {
            if (cell.continued()) {
                continue;
            }
            if (!cell.isEmpty()
                    && Character.isDigit(cell.text().charAt(0))
                    && Labels.TABLE3.row(cell.text()).isEmpty()) {
                return false;
            }
            Optional<Label> label = Labels.TABLE3.column(cell.text());
            if (label.isPresent() && !label.get().is("rest")) {
                named.add(label.get().code());
                specific |= !label.get().code().equals("total")
                        && !label.get().code().equals("other_org");
            }
        }
        return specific || named.size() == 2;
    }

    /**
     * @param rows the rows of the head, from the top; none where the table has no head: then the order of the form is trusted
     * @return empty where the names contradict each other
     */
    static Optional<Header3> read(List<GridRow> rows) {
        List<String> order = new ArrayList<>();
        for (GridRow row : rows) {
            List<String> names = names(row);
            int group = group(order, names);
            if (group >= 0) {
                order.remove(group);
                order.addAll(group, names);
            } else {
                order.addAll(names);
            }
        }
        int unresolved = order.indexOf("organisations");
        if (unresolved >= 0) {
            order.remove(unresolved);
            order.addAll(unresolved, OFFICIAL.subList(1, OFFICIAL.size() - 1));
        }
        if (order.isEmpty() || order.equals(List.of("applicants"))) {
            return Optional.of(new Header3(OFFICIAL));
        }
        List<String> known = order.stream().filter(OFFICIAL::contains).toList();
        boolean sound = known.size() == new HashSet<>(known).size() && !order.contains("applicants");
        return sound ? Optional.of(new Header3(order)) : Optional.empty();
    }

    /** The head with the columns that it lost put back, if what is left stands in the order of the form. */
    Optional<Header3> completed() {
        boolean inOrder = !columns.contains(UNKNOWN)
                && columns.equals(OFFICIAL.stream().filter(columns::contains).toList());
        return inOrder ? Optional.of(new Header3(OFFICIAL)) : Optional.empty();
    }

    private static int group(List<String> order, List<String> names) {
        int applicants = order.indexOf("applicants");
        int organisations = order.indexOf("organisations");
        if (applicants >= 0 && organisations >= 0) {
            return names.contains("natural") ? applicants : organisations;
        }
        return Math.max(applicants, organisations);
    }

    /** Whether a text is the name of a column with something added, as 非自然人: in front of all others it is no corner of the table. */
    private static boolean altersName(String text) {
        String core = Wording.core(text);
        for (int added = 1; added <= MOST_ADDED && added < core.length(); added++) {
            if (Labels.TABLE3
                    .column(core.substring(added))
                    .filter(name -> name.is("column"))
                    .isPresent()) {
                return true;
            }
        }
        return false;
    }

    private static List<String> names(GridRow row) {
        List<String> names = new ArrayList<>();
        for (GridCell cell : row.cells()) {
            if (cell.isEmpty() || cell.continued()) {
                continue;
            }
            Optional<Label> label = Labels.TABLE3.column(cell.text());
            if (label.isPresent() && !label.get().is("rest")) {
                names.add(label.get().code());
            } else if (label.isEmpty() && (!names.isEmpty() || altersName(cell.text()))) {
                names.add(UNKNOWN);
            }
        }
        return names;
    }
}
