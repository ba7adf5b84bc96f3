package org.annals.corpus;

/**
 * A cell of a drawn table.
 *
 * @param text as printed
 * @param field code of the statutory cell that it is; empty for labels and fillers
 */
record TableCell(String text, String field, int colspan, int rowspan) {
    static TableCell label(String text) {
        return new TableCell(text, "", 1, 1);
    }

    static TableCell label(String text, int colspan, int rowspan) {
        return new TableCell(text, "", colspan, rowspan);
    }

    static TableCell filler() {
        return label("");
    }

    TableCell with(String other) {
        return new TableCell(other, field, colspan, rowspan);
    }

    TableCell spanning(int columns, int rows) {
        return new TableCell(text, field, columns, rows);
    }

    boolean isValue() {
        return !field.isEmpty();
    }
}
