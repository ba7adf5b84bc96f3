package org.annals.revision;

/** Narrative as it is compared: Chinese needs no white space, so that only a space between two Latin letters or digits counts. */
final class FoldedText {
    private FoldedText() {}

    /** Every run of white space as one space, none at the ends. */
    static String shown(String text) {
        StringBuilder out = new StringBuilder(text.length());
        boolean space = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isSpace(c)) {
                space = !out.isEmpty();
            } else {
                if (space) {
                    out.append(' ');
                    space = false;
                }
                out.append(c);
            }
        }
        return out.toString();
    }

    /** What must be equal for the text to read the same. */
    static String compared(String text) {
        String shown = shown(text);
        StringBuilder out = new StringBuilder(shown.length());
        for (int i = 0; i < shown.length(); i++) {
            char c = shown.charAt(i);
            if (c != ' ' || isWord(shown.charAt(i - 1)) && isWord(shown.charAt(i + 1))) {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF' || c == '\u200B';
    }

    private static boolean isWord(char c) {
        return c < 0x80 && Character.isLetterOrDigit(c);
    }
}
