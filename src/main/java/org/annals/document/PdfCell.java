package org.annals.document;

/**
 * A cell of a table in a PDF.
 *
 * @param row first row, from 0
 * @param rows how many rows it spans
 * @param left and right: its edges, in points
 */
record PdfCell(int row, int rows, double left, double right, String text, String locator) {
    int endRow() {
        return row + rows;
    }

    boolean hasEdgesOf(PdfCell other) {
        return Math.abs(left - other.left) <= Lattice.NEAR && Math.abs(right - other.right) <= Lattice.NEAR;
    }

    PdfCell down(int by) {
        return new PdfCell(row + by, rows, left, right, text, locator);
    }
}
