package org.annals.document;

/**
 * A cell of a spreadsheet. Rows and columns count from 0 and include the last one.
 *
 * @param text as a reader sees it; empty where there is nothing
 */
record SheetCell(int row, int column, int lastRow, int lastColumn, String text) {
    SheetCell(int row, int column, String text) {
        this(row, column, row, column, text);
    }
}
