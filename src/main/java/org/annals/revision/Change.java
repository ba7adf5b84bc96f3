package org.annals.revision;

import java.util.Arrays;
import java.util.Objects;
import org.annals.report.Section;

/**
 * One item that reads differently.
 *
 * @param item field code, section name, {@code title}, {@code published_on}, or {@code url} of a move
 * @param oldValue plain text: numbers plain, other states by their word; empty where there was none
 */
public record Change(String item, String oldValue, String newValue) {
    public Change {
        Objects.requireNonNull(item);
        Objects.requireNonNull(oldValue);
        Objects.requireNonNull(newValue);
    }

    /** Whether it is running text, of which sentences are compared: the title or a section. */
    public boolean isText() {
        return item.equals(Reading.TITLE)
                || Arrays.stream(Section.values())
                        .anyMatch(section -> section.code().equals(item));
    }
}
