package org.annals.catalog;

import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;

/**
 * Whether a government's report of a fiscal year is there.
 *
 * @param status found, missing, overdue, blocked or withdrawn
 * @param why it is not there, a word of {@code v_coverage}; empty where it is, or where the archive does not tell
 */
public record Coverage(String government, String name, int fiscalYear, String status, Optional<String> why) {
    public Coverage {
        Objects.requireNonNull(government);
        Objects.requireNonNull(name);
        Objects.requireNonNull(status);
        Objects.requireNonNull(why);
    }

    /** Of a row with these columns in this order. */
    static Coverage read(Row row) throws SQLException {
        return new Coverage(row.text(1), row.text(2), (int) row.number(3), row.text(4), row.optionalText(5));
    }
}
