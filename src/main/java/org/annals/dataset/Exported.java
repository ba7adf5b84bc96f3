package org.annals.dataset;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What came of an export.
 *
 * @param isWritten whether there is a package: not where the archive is damaged and that was not allowed
 * @param rows by table
 * @param files of the package
 * @param bytes of all of them
 * @param damage what of the archive could not be read, one line each
 */
public record Exported(boolean isWritten, Map<String, Long> rows, int files, long bytes, List<String> damage) {
    public Exported {
        rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
        damage = List.copyOf(damage);
    }
}
