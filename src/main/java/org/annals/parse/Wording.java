package org.annals.parse;

import java.util.regex.Pattern;

/** Texts made comparable: printed forms differ in blanks, widths of brackets and punctuation, and numbering. */
final class Wording {
    private static final Pattern NUMBERING = Pattern.compile(
            "^(?:[（(〔\\[][一二三四五六七八九十0-9]{1,3}[)）〕\\]][、.．,，]?|[一二三四五六七八九十0-9]{1,3}[、.．,，:：]|[0-9]{1,2}(?=[\\u4e00-\\u9fff]))");
    private static final Pattern BRACKETED = Pattern.compile("[（(〔\\[][^（(〔\\[）)〕\\]]*(?:[)）〕\\]]|$)");
    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]");
    private static final int LONGEST_LABEL = 400;

    private Wording() {}

    /** Without any blank, full-width digits made plain ones. */
    static String squeeze(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.chars()
                .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c))
                .forEach(c -> out.append((char) (c >= '０' && c <= '９' ? c - '０' + '0' : c)));
        return out.toString();
    }

    /** The words of a label: numbering in front, what stands in brackets, blanks and punctuation left out. Empty for what is too long to be one. */
    static String core(String label) {
        if (label.isEmpty() || label.length() > LONGEST_LABEL) {
            return "";
        }
        String text = NUMBERING.matcher(squeeze(label)).replaceFirst("");
        return NO_LETTER.matcher(BRACKETED.matcher(text).replaceAll("")).replaceAll("");
    }

    static boolean isNumbered(String label) {
        return NUMBERING.matcher(squeeze(label)).find();
    }

    static boolean differsByAtMost(int limit, String a, String b) {
        if (Math.abs(a.length() - b.length()) > limit) {
            return false;
        }
        int[] above = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(above[j - 1] + change, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[b.length()] <= limit;
    }
}
