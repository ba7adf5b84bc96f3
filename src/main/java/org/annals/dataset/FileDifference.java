package org.annals.dataset;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The first thing in which two files differ: the row of a table where it can be told, else the byte. */
final class FileDifference {
    private static final int LONGEST = 160;

    private FileDifference() {}

    /** Empty where every byte is the same. */
    static Optional<String> between(Path published, Path again) throws IOException {
        long at = Files.mismatch(published, again);
        if (at < 0) {
            return Optional.empty();
        }
        String name = published.getFileName().toString();
        if (name.endsWith(".sqlite")) {
            return Optional.of(
                    sqlite(published, again).orElse("differs from byte " + at + ", though its rows are the same"));
        }
        return Optional.of(name.endsWith(".parquet") ? "differs from byte " + at : line(published, again));
    }

    /** Bytes that are no text count as signs that differ, for they are compared as Latin-1. */
    private static String line(Path published, Path again) throws IOException {
        try (BufferedReader here = Files.newBufferedReader(published, StandardCharsets.ISO_8859_1);
                BufferedReader there = Files.newBufferedReader(again, StandardCharsets.ISO_8859_1)) {
            for (long line = 1; ; line++) {
                String mine = here.readLine();
                String other = there.readLine();
                if (mine == null && other == null) {
                    return "differs in its line ends";
                }
                if (mine == null || !mine.equals(other)) {
                    return "differs from line " + line + ": " + shown(mine) + "; the archive gives " + shown(other);
                }
            }
        }
    }

    private static Optional<String> sqlite(Path published, Path again) throws IOException {
        try (SqliteRows here = new SqliteRows(published);
                SqliteRows there = new SqliteRows(again)) {
            for (Table table : Tables.all()) {
                here.open(table);
                there.open(table);
                for (long row = 1; ; row++) {
                    Optional<List<String>> mine = here.next();
                    Optional<List<String>> other = there.next();
                    if (!mine.equals(other)) {
                        return Optional.of("differs from row " + row + " of the table " + table.name() + ": "
                                + mine.map(List::toString)
                                        .map(FileDifference::cut)
                                        .orElse("nothing") + "; the archive gives "
                                + other.map(List::toString)
                                        .map(FileDifference::cut)
                                        .orElse("nothing"));
                    }
                    if (mine.isEmpty()) {
                        break;
                    }
                }
            }
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.of("its tables cannot be read: " + e.getMessage());
        }
    }

    private static String shown(String line) {
        if (line == null) {
            return "nothing";
        }
        return cut(new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST - 1) + "…" : text;
    }
}
