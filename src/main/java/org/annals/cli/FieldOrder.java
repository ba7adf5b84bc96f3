package org.annals.cli;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.annals.report.Field;
import org.annals.report.Fields;
import org.annals.report.Generation;

/** Fields in the order of the form. */
final class FieldOrder {
    private FieldOrder() {}

    static List<Field> of(Collection<String> codes) {
        return Arrays.stream(Generation.values())
                .flatMap(generation -> Fields.of(generation).stream())
                .filter(field -> codes.contains(field.code()))
                .distinct()
                .toList();
    }
}
