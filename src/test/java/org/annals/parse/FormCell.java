package org.annals.parse;

/** A cell of a made-up report: its text, the field it holds (empty for labels and padding) and its spans in HTML. */
record FormCell(String text, String field, int colspan, int rowspan) {
    static FormCell label(String text) {
        return new FormCell(text, "", 1, 1);
    }

    static FormCell label(String text, int colspan, int rowspan) {
        return new FormCell(text, "", colspan, rowspan);
    }

    static FormCell value(String text, String field) {
        return new FormCell(text, field, 1, 1);
    }

    FormCell with(String other) {
        return new FormCell(other, field, colspan, rowspan);
    }

    boolean isValue() {
        return !field.isEmpty();
    }
}
