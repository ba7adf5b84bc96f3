package org.annals.corpus;

import java.math.BigDecimal;

/**
 * What a cell prints, and what is to be read there.
 *
 * @param text as printed; a line feed is a line break inside the cell
 * @param state the word of {@code v_value.state}
 * @param value in the unit of the field; null where the state is no number
 */
record Printed(String text, String state, BigDecimal value) {
    static Printed number(String text) {
        return new Printed(text, "number", new BigDecimal(text));
    }

    /** A number that is printed otherwise than it is meant: with its unit, separators, full-width digits. */
    static Printed number(String text, String value) {
        return new Printed(text, "number", new BigDecimal(value));
    }

    static Printed blank(String text) {
        return new Printed(text, "blank", null);
    }

    static Printed unreadable(String text) {
        return new Printed(text, "unreadable", null);
    }

    boolean isNumber() {
        return value != null;
    }
}
