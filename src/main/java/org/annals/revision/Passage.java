package org.annals.revision;

import java.util.Locale;
import java.util.Objects;

/** Sentences that stand next to each other in one or both of two texts, and what became of them. */
public record Passage(Kind kind, String text) {
    /** Whether both texts have it, or only the earlier or only the later one. */
    public enum Kind {
        KEPT,
        REMOVED,
        ADDED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Passage {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(text);
    }
}
