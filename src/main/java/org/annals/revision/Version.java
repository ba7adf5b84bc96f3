package org.annals.revision;

import java.util.List;
import java.util.Objects;

/**
 * A state of a publication that reads differently from the one before.
 *
 * @param number 1, 2, … within the publication
 * @param captures ids of the captures that carry it, in time order; the first one stands for it
 */
public record Version(int number, Reading reading, List<String> captures) {
    public Version {
        Objects.requireNonNull(reading);
        captures = List.copyOf(captures);
        if (number < 1 || captures.isEmpty()) {
            throw new IllegalArgumentException("a version has a number and a capture: " + number);
        }
    }
}
