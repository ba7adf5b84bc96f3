package org.annals.parse;

import java.util.regex.Pattern;

/** Texts made comparable: printed forms differ in blanks, widths of brackets and punctuation, and numbering. */
final class Wording {
    private static final Pattern NUMBERING = Pattern.compile(
            "^(?:[（(〔\\[][一二三四五六七八九十0-9]{1,3}[)）〕\\]][、.．,，]?|[一二三四五六七八九十0-9]{1,3}[、.．,，:：]|[0-9]{1,2}(?=[\\u4e00-\\u9fff]))");
    /** Words in brackets that make a label that of another quantity. */
    private static final Pattern OTHER_QUANTITY = Pattern.compile("上一?年|去年|往年|前一?年|上半年|下半年|累计|[百千万亿][件项个宗条份]");

    private static final Pattern LEFT_OUT = Pattern.compile("不含|不包括|不包含|不计");
    private static final String OPENING = "（(〔[";
    private static final String CLOSING = "）)〕]";
    private static final String NUMBERING_FIRST = OPENING + "一二三四五六七八九十0123456789";
    private static final int LONGEST_LABEL = 400;

    private Wording() {}

    /** Without any blank, full-width digits made plain ones. */
    static String squeeze(String text) {
        int same = 0;
        while (same < text.length() && isAsSqueezed(text.charAt(same))) {
            same++;
        }
        if (same == text.length()) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length()).append(text, 0, same);
        for (int i = same; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '０' && c <= '９') {
                out.append((char) (c - '０' + '0'));
            } else if (isAsSqueezed(c)) {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static boolean isAsSqueezed(char c) {
        return c >= '\u4e00' && c <= '\u9fff'
                || !Character.isWhitespace(c) && !Character.isSpaceChar(c) && (c < '０' || c > '９');
    }

    /** The words of a label: numbering in front, what stands in brackets, blanks and punctuation left out. Empty for what is too long to be one. */
    static String core(String label) {
        if (label.isEmpty() || label.length() > LONGEST_LABEL) {
            return "";
        }
        String text = squeeze(label);
        if (!text.isEmpty() && NUMBERING_FIRST.indexOf(text.charAt(0)) >= 0) {
            text = NUMBERING.matcher(text).replaceFirst("");
        }
        boolean opens = false;
        boolean plain = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = c >= '\u4e00' && c <= '\u9fff' || c >= '0' && c <= '9';
            plain &= letter;
            opens |= !letter && OPENING.indexOf(c) >= 0;
        }
        if (plain) {
            return text;
        }
        return onlyLetters(opens ? withoutHarmlessBrackets(text) : text);
    }

    /** Without the innermost brackets and what they hold, unless that makes the label one of another quantity. */
    private static String withoutHarmlessBrackets(String text) {
        StringBuilder out = new StringBuilder(text.length());
        int open = -1;
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            boolean end = i == text.length();
            if (open >= 0 && (end || CLOSING.indexOf(text.charAt(i)) >= 0)) {
                int behind = end ? i : i + 1;
                String inside = text.substring(open, behind);
                boolean other = OTHER_QUANTITY.matcher(inside).find()
                        && !LEFT_OUT.matcher(inside).find();
                out.append(text, from, other ? behind : open);
                from = behind;
                open = -1;
            } else if (!end && OPENING.indexOf(text.charAt(i)) >= 0) {
                open = i;
            }
        }
        return out.append(text, from, text.length()).toString();
    }

    /** Whether a text has any letter: a number has none, and is no label. */
    static boolean hasLetter(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isLetter(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Letters and numbers of any script; the rest dropped. */
    private static String onlyLetters(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0, c; i < text.length(); i += Character.charCount(c)) {
            c = text.codePointAt(i);
            if (isLetterOrNumber(c)) {
                out.appendCodePoint(c);
            }
        }
        return out.toString();
    }

    private static boolean isLetterOrNumber(int c) {
        int type = Character.getType(c);
        return Character.isLetter(c)
                || type == Character.DECIMAL_DIGIT_NUMBER
                || type == Character.LETTER_NUMBER
                || type == Character.OTHER_NUMBER;
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
