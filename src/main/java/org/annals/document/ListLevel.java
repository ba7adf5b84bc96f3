package org.annals.document;

/**
 * A level of a list of a word processor.
 *
 * @param start the number of its first item
 * @param format as {@link ListNumberFormat#write} takes it
 * @param text what is shown, with {@code %1} to {@code %9} for the numbers of the levels
 * @param goesOn whether it goes on counting below a new item of the level above
 * @param apart whether a blank or tab stands between number and text
 */
record ListLevel(int start, String format, String text, boolean goesOn, boolean apart) {
    static final int MOST = 9;

    static final ListLevel DEFAULT = new ListLevel(1, "decimal", "", false, true);
}
