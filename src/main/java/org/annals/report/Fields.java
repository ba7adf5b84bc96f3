package org.annals.report;

import java.util.List;
import java.util.Optional;

/** The data dictionary: every field of every generation, in the order of the form. Read from {@code fields.csv} beside this class; nothing repeats it. */
public final class Fields {
    private Fields() {}

    public static List<Field> of(Generation generation) {
        throw new UnsupportedOperationException();
    }

    public static Optional<Field> byCode(String code) {
        throw new UnsupportedOperationException();
    }
}
