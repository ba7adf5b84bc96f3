package org.annals.document;

/** The many blanks of Chinese pages: no-break, ideographic and zero-width ones, byte order marks in mid text. */
final class Spaces {
    private Spaces() {}

    /** Every blank made a plain one, zero-width ones dropped, ends stripped, runs of blanks within a line joined; line breaks stay. */
    static String clean(CharSequence text) {
        int from = 0;
        int to = text.length();
        while (from < to && isDivider(text.charAt(from))) {
            from++;
        }
        while (to > from && isDivider(text.charAt(to - 1))) {
            to--;
        }
        int plain = from;
        while (plain < to && !isDivider(text.charAt(plain)) && !isInvisible(text.charAt(plain))) {
            plain++;
        }
        return plain == to ? text.subSequence(from, to).toString() : joined(text);
    }

    private static String joined(CharSequence text) {
        StringBuilder out = new StringBuilder(text.length());
        boolean blank = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                trimEnd(out);
                out.append(c);
                blank = true;
            } else if (isBlank(c)) {
                if (!blank) {
                    out.append(' ');
                }
                blank = true;
            } else if (!isInvisible(c)) {
                out.append(c);
                blank = false;
            }
        }
        String clean = out.toString();
        return (clean.contains("\n\n") ? clean.replaceAll("\n{2,}", "\n") : clean).strip();
    }

    private static boolean isDivider(char c) {
        return c == '\n' || isBlank(c);
    }

    /** How many characters of a text can be seen. */
    static int ink(String text) {
        int ink = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            ink += c != ' ' && !isBlank(c) && !isInvisible(c) ? 1 : 0;
        }
        return ink;
    }

    private static void trimEnd(StringBuilder out) {
        while (!out.isEmpty() && out.charAt(out.length() - 1) == ' ') {
            out.setLength(out.length() - 1);
        }
    }

    private static boolean isBlank(char c) {
        if (c > ' ' && c < '\u0080') {
            return false;
        }
        // no character behind the ideographic space is one
        return c <= '\u3000' && (Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085');
    }

    private static boolean isInvisible(char c) {
        return c < ' '
                || c >= '\u00AD' && (c == '\u00AD' || c >= '\u200B' && c <= '\u200F' || c == '\u2060' || c == '\uFEFF');
    }
}
