package org.annals.dataset;

import java.io.Closeable;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.sqlite.SQLiteConfig;

/**
 * All tables in one SQLite file, with primary and foreign keys and no indexes but those of the keys and references. Numbers stand as in the catalogue: INTEGER, or REAL
 * where it says exactly the same decimal, else TEXT.
 */
final class SqliteTables implements Closeable {
    static final String FILE = "annals.sqlite";

    private static final int PAGE_SIZE = 4096;
    /** The view that joins what proves a cell; the tables alone say all of it. */
    private static final String CELLS = "CREATE VIEW cells AS SELECT v.publication_id, v.government_code, v.publisher,"
            + " v.fiscal_year, v.version_no, v.is_latest, x.report_id, x.field, f.label_zh, f.unit, x.value, x.state,"
            + " x.raw, x.locator, c.capture_id, c.url, c.captured_at, c.payload_sha256, c.warc_path, c.warc_offset"
            + " FROM \"values\" x JOIN versions v ON v.report_id = x.report_id JOIN fields f ON f.field = x.field"
            + " JOIN captures c ON c.capture_id = x.capture_id";

    private final Path file;
    private final Connection connection;

    SqliteTables(Path file) throws IOException {
        this.file = file;
        SQLiteConfig config = new SQLiteConfig();
        config.setPageSize(PAGE_SIZE);
        config.setJournalMode(SQLiteConfig.JournalMode.OFF);
        config.setSynchronous(SQLiteConfig.SynchronousMode.OFF);
        config.setGetGeneratedKeys(false);
        try {
            connection = config.createConnection(
                    "jdbc:sqlite:" + file.toAbsolutePath().toUri().toASCIIString());
            // what pages held before would else depend on how they came to be
            execute("PRAGMA secure_delete = ON");
            connection.setAutoCommit(false);
            for (Table table : Tables.all()) {
                execute(create(table));
            }
        } catch (SQLException e) {
            throw fault("cannot be made", e);
        }
    }

    TableWriter table(Table table) throws IOException {
        return new Rows(table);
    }

    /** Indexes and view come last. */
    void finish() throws IOException {
        try {
            for (Table table : Tables.all()) {
                for (Column column : table.columns()) {
                    boolean isFirstOfKey = table.key().get(0).equals(column);
                    if (column.references().isPresent() && !isFirstOfKey) {
                        execute("CREATE INDEX %s ON %s (%s)"
                                .formatted(
                                        quoted(table.name() + "_by_" + column.name()),
                                        quoted(table.name()),
                                        quoted(column.name())));
                    }
                }
            }
            execute(CELLS);
            connection.commit();
        } catch (SQLException e) {
            throw fault("cannot be written", e);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            connection.close();
        } catch (SQLException e) {
            throw fault("cannot be closed", e);
        }
    }

    static String create(Table table) {
        StringJoiner parts = new StringJoiner(",\n    ", "CREATE TABLE " + quoted(table.name()) + " (\n    ", "\n)");
        for (Column column : table.columns()) {
            parts.add(quoted(column.name())
                    + affinity(column)
                    + (column.required() ? " NOT NULL" : "")
                    + checked(column));
        }
        parts.add("PRIMARY KEY (" + names(table.key()) + ")");
        for (Column column : table.columns()) {
            column.references()
                    .ifPresent(other -> parts.add("FOREIGN KEY (" + quoted(column.name()) + ") REFERENCES "
                            + quoted(other) + " (" + names(Tables.named(other).key()) + ")"));
        }
        return parts.toString();
    }

    private static String affinity(Column column) {
        return switch (column.type()) {
            case STRING, DATE, DATETIME -> " TEXT";
            case INTEGER, BOOLEAN -> " INTEGER";
            // none: a text that holds what no REAL can say stays a text
            case NUMBER -> "";
        };
    }

    private static String checked(Column column) {
        if (column.type() == Column.Type.BOOLEAN) {
            return " CHECK (" + quoted(column.name()) + " IN (0, 1))";
        }
        if (column.allowed().isEmpty() || column.type() != Column.Type.STRING) {
            return "";
        }
        return " CHECK (" + quoted(column.name()) + " IN ("
                + column.allowed().stream().map(word -> "'" + word + "'").collect(Collectors.joining(", ")) + "))";
    }

    private static String names(List<Column> columns) {
        return columns.stream().map(column -> quoted(column.name())).collect(Collectors.joining(", "));
    }

    static String quoted(String name) {
        return "\"" + name + "\"";
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private IOException fault(String what, SQLException e) {
        return new IOException(String.format(Locale.ROOT, "%s %s: %s", file, what, e.getMessage()), e);
    }

    private static Object stored(Object value) {
        if (value instanceof BigDecimal number) {
            return number(number);
        }
        if (value instanceof Boolean truth) {
            return truth ? 1L : 0L;
        }
        return value instanceof Instant || value instanceof LocalDate ? CsvTable.plain(value) : value;
    }

    /** Texts only where neither INTEGER nor REAL says the very same decimal. */
    private static Object number(BigDecimal number) {
        BigDecimal plain = number.stripTrailingZeros();
        if (plain.scale() <= 0 && plain.precision() - plain.scale() <= 18) {
            return plain.longValueExact();
        }
        double real = plain.doubleValue();
        boolean exact = plain.precision() <= 15 && BigDecimal.valueOf(real).compareTo(plain) == 0;
        return exact ? (Object) real : plain.toPlainString();
    }

    /** The rows of one table. */
    private final class Rows implements TableWriter {
        private final PreparedStatement insert;

        private Rows(Table table) throws IOException {
            List<String> places = new ArrayList<>();
            table.columns().forEach(column -> places.add("?"));
            try {
                insert = connection.prepareStatement(
                        "INSERT INTO " + quoted(table.name()) + " VALUES (" + String.join(", ", places) + ")");
            } catch (SQLException e) {
                throw fault("cannot be written", e);
            }
        }

        @Override
        public void row(List<Object> values) throws IOException {
            try {
                for (int i = 0; i < values.size(); i++) {
                    insert.setObject(i + 1, stored(values.get(i)));
                }
                insert.executeUpdate();
            } catch (SQLException e) {
                throw fault("cannot be written", e);
            }
        }

        @Override
        public void close() throws IOException {
            try {
                insert.close();
            } catch (SQLException e) {
                throw fault("cannot be written", e);
            }
        }
    }
}
