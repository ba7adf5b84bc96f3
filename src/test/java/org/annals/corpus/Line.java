package org.annals.corpus;

/** A line of text of a report. */
record Line(Kind kind, String text) implements Part {
    enum Kind {
        TITLE,
        HEADING,
        TEXT,
        SIGNATURE,
        /** Mark-up that goes onto an HTML page as it is, and nowhere else. */
        MARKUP
    }

    static Line text(String text) {
        return new Line(Kind.TEXT, text);
    }

    static Line markup(String html) {
        return new Line(Kind.MARKUP, html);
    }
}
