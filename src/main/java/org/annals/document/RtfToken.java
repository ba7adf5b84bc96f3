package org.annals.document;

/**
 * A piece of RTF.
 *
 * @param name of a control word or symbol; the text where {@code kind} is TEXT
 * @param value the number behind a control word, or {@link #NONE}
 */
record RtfToken(Kind kind, String name, int value) {
    static final int NONE = Integer.MIN_VALUE;

    enum Kind {
        BEGIN,
        END,
        CONTROL,
        /** one byte of text in the charset of the font */
        BYTE
    }

    /** On, unless the word says 0. */
    boolean on() {
        return value != 0;
    }
}
