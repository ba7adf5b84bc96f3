package org.annals.capture;

/** Text from portals as it may go to a terminal or into XML: one line, without control characters, which could steer the terminal. */
public final class Printable {
    private Printable() {}

    public static String of(String text) {
        StringBuilder out = new StringBuilder(text.length());
        boolean space = false;
        for (int codePoint : text.codePoints().toArray()) {
            int type = Character.getType(codePoint);
            if (Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint)) {
                space = !out.isEmpty();
            } else if (type != Character.CONTROL
                    && type != Character.FORMAT
                    && type != Character.SURROGATE
                    && type != Character.UNASSIGNED
                    && type != Character.PRIVATE_USE) {
                if (space) {
                    out.append(' ');
                    space = false;
                }
                out.appendCodePoint(codePoint);
            }
        }
        return out.toString();
    }
}
