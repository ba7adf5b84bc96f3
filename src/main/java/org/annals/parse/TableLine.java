package org.annals.parse;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A line of running text taken as a row of a table: words, then values, all divided by blanks.
 *
 * @param words what stands in front of the values
 * @param values the tokens at the end that a value cell may hold
 */
record TableLine(List<String> words, List<String> values) {
    private static final Pattern VALUE =
            Pattern.compile("[+＋－-]?[0-9０-９](?:[0-9０-９,，.．]{0,20}[0-9０-９])?(?:件|项|个|次|条|篇|人|人次|万元|亿元|元)?"
                    + "|[增减][0-9０-９]{1,9}|[-—－–―/／]{1,3}|无|不涉及|不适用|N/A");
    private static final Pattern PAGE_NUMBER =
            Pattern.compile("[-—–－·]{1,2}\\s?[0-9]{1,3}\\s?[-—–－·]{1,2}|第\\s?[0-9]{1,3}\\s?页.{0,12}");

    static TableLine of(String text) {
        String[] tokens = text.split("[\\s\\u3000\\u00A0]+");
        int from = tokens.length;
        while (from > 0 && VALUE.matcher(tokens[from - 1]).matches()) {
            from--;
        }
        List<String> all = Arrays.asList(tokens);
        return new TableLine(List.copyOf(all.subList(0, from)), List.copyOf(all.subList(from, all.size())));
    }

    static boolean isPageNumber(String text) {
        return PAGE_NUMBER.matcher(text).matches();
    }

    String label() {
        return String.join("", words);
    }
}
