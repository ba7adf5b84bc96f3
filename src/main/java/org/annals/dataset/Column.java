package org.annals.dataset;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One column of a table, as {@code columns.csv} describes it.
 *
 * @param references the table whose only key column holds every value of this one; empty where it refers to none
 * @param allowed the words that it may hold; empty where it may hold any
 * @param unit empty where it has none
 * @param description empty where the title says it all
 */
record Column(
        String name,
        Type type,
        boolean required,
        boolean isKey,
        Optional<String> references,
        List<String> allowed,
        String unit,
        String titleZh,
        String titleEn,
        String description) {
    /** The types of Table Schema that occur, and what Java gives for them. */
    enum Type {
        STRING,
        /** {@link Long}. */
        INTEGER,
        /** {@link java.math.BigDecimal}: an exact decimal. */
        NUMBER,
        BOOLEAN,
        /** {@link java.time.LocalDate}. */
        DATE,
        /** {@link java.time.Instant}, in whole milliseconds. */
        DATETIME
    }

    Column {
        Objects.requireNonNull(name);
        Objects.requireNonNull(type);
        Objects.requireNonNull(references);
        allowed = List.copyOf(allowed);
    }
}
