package org.annals.document;

/**
 * A cell of a file that says where its cells stand.
 *
 * @param row first row, from 0
 * @param column first grid column, from 0
 * @param rows how many rows it spans
 * @param columns how many columns it spans
 */
record PlacedCell(int row, int column, int rows, int columns, String text, String locator) {
    int endRow() {
        return row + rows;
    }
}
