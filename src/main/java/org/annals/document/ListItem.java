package org.annals.document;

/**
 * The number of a list item.
 *
 * @param number as shown; empty for none
 * @param apart whether it stands apart from the text
 */
record ListItem(String number, boolean apart) {
    static final ListItem NONE = new ListItem("", false);

    String before(String text) {
        return ListCounter.before(number, apart, text);
    }
}
