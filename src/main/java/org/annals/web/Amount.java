package org.annals.web;

import java.math.BigDecimal;

/**
 * What a report says of one figure.
 *
 * @param state number, blank, unreadable, absent; where several cells are added up the worst of them counts, for a sum with a gap is no sum
 * @param value null where the state is no number
 */
record Amount(State state, BigDecimal value) {
    /** From best to worst. */
    enum State {
        NUMBER,
        BLANK,
        ABSENT,
        UNREADABLE
    }
}
