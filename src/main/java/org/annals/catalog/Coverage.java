package org.annals.catalog;

import java.util.Objects;

/**
 * Whether a government's report of a fiscal year is there.
 *
 * @param status found, missing, overdue, blocked or withdrawn
 */
public record Coverage(String government, String name, int fiscalYear, String status) {
    public Coverage {
        Objects.requireNonNull(government);
        Objects.requireNonNull(name);
        Objects.requireNonNull(status);
    }
}
