package org.annals.document;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts the items of a document's lists: what a word processor numbers by itself stands nowhere in the text. */
final class ListCounter {
    private static final int NOT_BEGUN = Integer.MIN_VALUE;
    private static final int MOST_LISTS = 5_000;

    private final Map<String, int[]> counts = new HashMap<>();
    private final Set<String> begunAnew = new HashSet<>();

    /**
     * Counts one more item.
     *
     * @param list what is counted together
     * @param level from 0
     * @return what stands in front of the item's text
     */
    String next(String list, List<ListLevel> levels, int level) {
        if (level < 0 || level >= levels.size() || counts.size() > MOST_LISTS) {
            return "";
        }
        int[] count = counts.computeIfAbsent(list, key -> unbegun());
        count[level] = count[level] == NOT_BEGUN ? levels.get(level).start() : count[level] + 1;
        for (int deeper = level + 1; deeper < levels.size(); deeper++) {
            if (!levels.get(deeper).goesOn()) {
                count[deeper] = NOT_BEGUN;
            }
        }
        return text(levels, count, level);
    }

    /**
     * A list that says where it begins, though it shares the count of others, begins there the first time it is met.
     *
     * @param instance the list that says so
     * @param start the number of its first item
     */
    void beginAnew(String list, String instance, int level, int start) {
        boolean known = level >= 0 && level < ListLevel.MOST && counts.size() <= MOST_LISTS;
        if (known && begunAnew.add(instance + " " + level)) {
            counts.computeIfAbsent(list, key -> unbegun())[level] = start - 1;
        }
    }

    private static int[] unbegun() {
        int[] count = new int[ListLevel.MOST];
        Arrays.fill(count, NOT_BEGUN);
        return count;
    }

    private static String text(List<ListLevel> levels, int[] count, int level) {
        String pattern = levels.get(level).text();
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            int named = c == '%' && i + 1 < pattern.length() ? pattern.charAt(i + 1) - '1' : -1;
            if (named >= 0 && named < levels.size()) {
                ListLevel shown = levels.get(named);
                int number = count[named] == NOT_BEGUN ? shown.start() : count[named];
                out.append(ListNumberFormat.write(shown.format(), number));
                i++;
            } else {
                out.append(c);
            }
        }
        return levels.get(level).format().equals("bullet") ? "" : out.toString();
    }

    /** The number in front of a text; a figure never touches a figure. */
    static String before(String number, boolean apart, String text) {
        if (number.isEmpty() || text.isEmpty()) {
            return number + text;
        }
        boolean touches = Character.isDigit(text.codePointAt(0));
        return number + (apart || touches ? " " : "") + text;
    }
}
