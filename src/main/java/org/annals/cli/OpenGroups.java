package org.annals.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The headings under which the rows of a form stand. How deep a label stands, its own numbering says: 一、 then （一） then 1. */
final class OpenGroups {
    private final String[] open;

    /** @param title of the table, which needs no heading of its own */
    OpenGroups(String title) {
        open = new String[] {title, "", ""};
    }

    /** Headings to be printed before this row, indented. */
    List<String> toOpen(List<String> path) {
        List<String> headings = new ArrayList<>();
        for (String label : path.subList(0, path.size() - 1)) {
            int depth = depth(label);
            if (!label.equals(open[depth])) {
                headings.add(indented(label));
                open[depth] = label;
                Arrays.fill(open, depth + 1, open.length, "");
            }
        }
        return headings;
    }

    /** The row's own label, below its headings. */
    static String label(List<String> path) {
        String last = path.get(path.size() - 1);
        return "  ".repeat(Math.max(depth(last), path.size() - 1)) + last;
    }

    private static String indented(String label) {
        return "  ".repeat(depth(label)) + label;
    }

    private static int depth(String label) {
        if (label.startsWith("（")) {
            return 1;
        }
        return Character.isDigit(label.charAt(0)) ? 2 : 0;
    }
}
