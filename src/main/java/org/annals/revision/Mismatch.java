package org.annals.revision;

import java.util.List;

/**
 * Two versions that stood at two addresses in one run and contradict each other: which of them is right cannot be told from here. Once seen it stays said of both.
 *
 * @param one number of the earlier version
 * @param other number of the later one
 * @param values each with the earlier version's value as the old and the later one's as the new one
 */
public record Mismatch(int one, int other, List<Change> values) {
    public Mismatch {
        values = List.copyOf(values);
        if (one >= other || values.isEmpty()) {
            throw new IllegalArgumentException("no two versions that differ: " + one + " and " + other);
        }
    }
}
