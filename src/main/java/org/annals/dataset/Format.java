package org.annals.dataset;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How the tables can be written. */
public enum Format {
    /** RFC 4180, UTF-8, one file a table. */
    CSV("text/csv"),
    /** One JSON object a line, UTF-8, one file a table. */
    JSONL("application/jsonl"),
    /** One file a table; decimals are exact. */
    PARQUET("application/vnd.apache.parquet"),
    /** All tables in one file. */
    SQLITE("application/vnd.sqlite3");

    private final String mediaType;

    Format(String mediaType) {
        this.mediaType = mediaType;
    }

    /** As it stands in options and file names: csv, jsonl, parquet, sqlite. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Format> of(String code) {
        return Arrays.stream(values())
                .filter(format -> format.code().equals(code.strip().toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    String mediaType() {
        return mediaType;
    }

    /** Where a table lies in the package, with forward slashes; the same for all tables in the case of SQLite. */
    String path(Table table) {
        return this == SQLITE ? SqliteTables.FILE : "data/" + table.name() + "." + code();
    }
}
