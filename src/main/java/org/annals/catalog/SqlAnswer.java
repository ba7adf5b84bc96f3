package org.annals.catalog;

import java.util.Collections;
import java.util.List;

/**
 * What a reader's question brought.
 *
 * @param rows texts, whole numbers, reals, or null
 * @param more whether there are further rows that were not read
 */
public record SqlAnswer(List<String> columns, List<List<Object>> rows, boolean more, long milliseconds) {
    public SqlAnswer {
        columns = List.copyOf(columns);
        rows = Collections.unmodifiableList(rows);
    }
}
