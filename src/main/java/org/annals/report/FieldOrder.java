package org.annals.report;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** Fields in the order of the form. */
public final class FieldOrder {
    private FieldOrder() {}

    public static List<Field> of(Collection<String> codes) {
        return Arrays.stream(Generation.values())
                .flatMap(generation -> Fields.of(generation).stream())
                .filter(field -> codes.contains(field.code()))
                .distinct()
                .toList();
    }
}
