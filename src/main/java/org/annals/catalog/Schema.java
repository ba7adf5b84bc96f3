package org.annals.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.annals.government.Deadline;
import org.annals.government.Level;

/** The tables and views of the catalogue. */
final class Schema {
    /** Stands in {@code PRAGMA user_version}; a catalogue of another version is derived again. Raised with the tables, the views and the checks. */
    static final int VERSION = 12;

    static final List<String> VIEWS = List.of(
            "v_capture",
            "v_report",
            "v_capture_report",
            "v_value",
            "v_section",
            "v_check",
            "v_revision",
            "v_change",
            "v_coverage",
            "v_fetch",
            "v_finish",
            "v_government",
            "v_publication");

    /** The Regulation of 2008 made the first reports, those on 2008, due in 2009. */
    private static final int FIRST_YEAR = 2008;

    private static final int LAST_YEAR = 2099;

    private Schema() {}

    static int versionOf(Database database) throws CatalogException {
        return database.first("PRAGMA user_version", row -> (int) row.number(1)).orElse(0);
    }

    /** Makes tables and views in an empty file, all or nothing. */
    static void create(Database database) throws CatalogException {
        database.begin();
        database.script(resource("schema.sql"));
        database.script(resource("views.sql"));
        for (Level level : Level.values()) {
            for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
                database.update(
                        "INSERT INTO due VALUES (?, ?, ?)",
                        level.code(),
                        year,
                        Deadline.of(level, year).toString());
            }
        }
        database.script("PRAGMA user_version = " + VERSION);
        database.commit();
    }

    private static String resource(String name) {
        try (InputStream in = Schema.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("not on the class path: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the class path resource " + name, e);
        }
    }
}
