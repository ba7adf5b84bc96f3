package org.annals.parse;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The head of table 3: which applicants its columns stand for, in which order. Its cells come over two or three rows, often torn from their columns, so the
 * order is found by putting the names of each row in the place of the group above them.
 *
 * @param columns column codes from left to right; {@link #UNKNOWN} for a column that the form does not have
 */
record Header3(List<String> columns) {
    static final String UNKNOWN = "";
    static final List<String> OFFICIAL = List.copyOf(Labels.TABLE3.codes("column"));

    private static final int FEWEST_BESIDE_A_NUMBER = 2;
    private static final Pattern NUMBER_BEHIND = Pattern.compile("\\s*[0-9０-９]{1,3}$");
    /** What a strange name looks like; the note in the corner of the table does not, nor do pieces of it. */
    private static final Pattern STRANGE =
            Pattern.compile("(?!.*(?:勾稽|项之和|[一二三四]项|列数据))[\\p{IsHan}（）()]{2,12}[0-9]{0,2}");

    Header3 {
        columns = List.copyOf(columns);
    }

    int size() {
        return columns.size();
    }

    /** The name of a column by a text that is none with the number behind it, that of a footnote or a page. */
    static Optional<Label> withoutNumber(String text) {
        return Character.isDigit(text.charAt(text.length() - 1))
                ? Labels.TABLE3.column(NUMBER_BEHIND.matcher(text).replaceFirst(""))
                : Optional.empty();
    }

    /** Whether a row belongs to the head: it names columns, and none of its cells is a number, unless it names so many that a number has strayed into it. */
    static boolean isPart(List<TableCell> cells) {
        int specific = 0;
        boolean number = false;
        HashSet<String> named = new HashSet<>();
        for (TableCell cell : cells) {
            if (cell.continued()) {
                continue;
            }
            Optional<Label> label = cell.name3();
            number |= label.isEmpty()
                    && !cell.isEmpty()
                    && Character.isDigit(cell.text().charAt(0))
                    && cell.row3().isEmpty();
            if (label.isPresent() && !label.get().is("rest")) {
                boolean added = named.add(label.get().code());
                boolean shared =
                        label.get().code().equals("total") || label.get().code().equals("other_org");
                specific += added && !shared ? 1 : 0;
            }
        }
        return number ? specific >= FEWEST_BESIDE_A_NUMBER : specific > 0 || named.size() == 2;
    }

    /**
     * @param rows the rows of the head, from the top; none where the table has no head: then the order of the form is trusted
     * @return empty where the names contradict each other
     */
    static Optional<Header3> read(List<TableRow> rows) {
        List<String> order = new ArrayList<>();
        for (TableRow row : rows) {
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
        // The form begins with natural persons: a strange name in front of all others is theirs, or that of the corner.
        if (order.contains("natural")) {
            while (order.get(0).equals(UNKNOWN)) {
                order.remove(0);
            }
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
        List<String> left = columns.stream().dropWhile(UNKNOWN::equals).toList();
        boolean inOrder = !left.contains(UNKNOWN)
                && left.equals(OFFICIAL.stream().filter(left::contains).toList());
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

    private static List<String> names(TableRow row) {
        List<String> names = new ArrayList<>();
        for (TableCell cell : row.cells()) {
            if (cell.isEmpty() || cell.continued() || !cell.hasLetter()) {
                continue;
            }
            Optional<Label> label = cell.name3();
            if (label.isPresent() && !label.get().is("rest")) {
                names.add(label.get().code());
            } else if (label.isEmpty()
                    && (!names.isEmpty()
                            || STRANGE.matcher(Wording.squeeze(cell.text())).matches())) {
                names.add(UNKNOWN);
            }
        }
        return names;
    }
}
