package org.annals.parse;

import org.annals.report.Field;

/** What kind of number a field holds. */
enum Measure {
    /** A whole number, never negative. */
    COUNT,
    /** A whole number that may go up or down. */
    CHANGE,
    /** An amount in 万元. */
    MONEY;

    static Measure of(Field field) {
        if (field.type().equals("decimal")) {
            return MONEY;
        }
        return field.code().endsWith(".items_change") ? CHANGE : COUNT;
    }
}
