package org.annals.link;

/** How names of bodies are compared. */
final class Names {
    private Names() {}

    /** Without any white space, which in Chinese names comes from layout only. */
    static String squeezed(String name) {
        StringBuilder out = new StringBuilder(name.length());
        name.codePoints()
                .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c) && c != '\uFEFF' && c != '\u200B')
                .forEach(out::appendCodePoint);
        return out.toString();
    }
}
