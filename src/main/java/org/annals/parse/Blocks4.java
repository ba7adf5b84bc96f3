package org.annals.parse;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a drawn head of table 4 has its blocks: 行政复议 five columns wide, 行政诉讼 ten, and under that its two halves, five each. A head whose names stand
 * in other places than their order says cannot be believed.
 */
final class Blocks4 {
    private static final Map<String, Integer> WIDTHS =
            Map.of("review", 5, "suit", 10, "suit_direct", 5, "suit_after_review", 5);

    private Blocks4() {}

    /** Whether all four names have the width of the form and yet do not stand as on the form: the halves of the suits under the suits. */
    static boolean contradict(List<TableRow> head) {
        Map<String, TableCell> blocks = new LinkedHashMap<>();
        for (TableRow row : head) {
            for (TableCell cell : row.cells()) {
                Optional<Label> label = cell.column4();
                if (!cell.continued() && label.isPresent() && label.get().is("columns")) {
                    blocks.putIfAbsent(label.get().code(), cell);
                }
            }
        }
        boolean drawn = WIDTHS.entrySet().stream()
                .allMatch(width -> blocks.containsKey(width.getKey())
                        && blocks.get(width.getKey()).span() == width.getValue());
        return drawn && !(under(blocks, "suit_direct") && under(blocks, "suit_after_review"));
    }

    private static boolean under(Map<String, TableCell> blocks, String half) {
        TableCell suit = blocks.get("suit");
        TableCell cell = blocks.get(half);
        return cell.column() >= suit.column() && cell.end() <= suit.end();
    }
}
