package org.annals.report;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A table of the form, or a block of it, as rows and columns of fields.
 *
 * @param number 1 (the annex of before 2019), 2, 3 or 4
 * @param block the item of Article 20 that a block of table 2 is for; empty for the other tables
 * @param columns their names, left to right; one without a name in table 1
 */
public record FormTable(int number, String block, List<String> columns, List<FormRow> rows) {
    public FormTable {
        Objects.requireNonNull(block);
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** All of its fields, row by row. */
    public List<Field> fields() {
        return rows.stream()
                .flatMap(row -> row.cells().stream())
                .flatMap(Optional::stream)
                .toList();
    }

    /** The units of its fields, each once. */
    public List<String> units() {
        return fields().stream().map(Field::unit).distinct().toList();
    }

    /** The unit of a column, where all of it has one. */
    public Optional<String> unit(int column) {
        List<String> units = rows.stream()
                .map(row -> row.cells().get(column))
                .flatMap(Optional::stream)
                .map(Field::unit)
                .distinct()
                .toList();
        return units.size() == 1 ? Optional.of(units.get(0)) : Optional.empty();
    }
}
