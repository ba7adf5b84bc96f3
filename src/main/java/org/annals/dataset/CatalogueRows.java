package org.annals.dataset;

import java.io.Closeable;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.sqlite.SQLiteConfig;

/** Reads the tables out of a catalogue that was derived for the purpose, through its views alone. */
final class CatalogueRows implements Closeable {
    private final Path file;
    private final Connection connection;

    CatalogueRows(Path file) throws IOException {
        this.file = file;
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        try {
            connection = config.createConnection(
                    "jdbc:sqlite:" + file.toAbsolutePath().toUri().toASCIIString());
        } catch (SQLException e) {
            throw fault(e);
        }
    }

    /** The query that gives a table's columns, by name, in the order of its key. */
    static String query(Table table) {
        return "SELECT " + names(table.columns()) + " FROM " + table.source() + " ORDER BY " + names(table.key());
    }

    private static String names(List<Column> columns) {
        return columns.stream()
                .map(column -> SqliteTables.quoted(column.name()))
                .collect(Collectors.joining(", "));
    }

    /** The rows of a table, one after the other. */
    Cursor cursor(Table table) throws IOException {
        return new Cursor(table.columns(), query(table));
    }

    /** Addresses of the governments of which there are reports, by name. */
    Map<String, Optional<String>> sources() throws IOException {
        Map<String, Optional<String>> sources = new TreeMap<>();
        List<Column> columns = Tables.named("governments").columns().stream()
                .filter(column -> List.of("name", "portal_url").contains(column.name()))
                .toList();
        try (Cursor governments = new Cursor(
                columns,
                "SELECT name, coalesce(portal_url, report_list_url) FROM v_government WHERE government_code IN"
                        + " (SELECT government_code FROM v_publication) ORDER BY name, 2")) {
            for (Optional<List<Object>> row = governments.next(); row.isPresent(); row = governments.next()) {
                sources.put(
                        row.get().get(0).toString(),
                        Optional.ofNullable(row.get().get(1)).map(Object::toString));
            }
        }
        return sources;
    }

    @Override
    public void close() throws IOException {
        try {
            connection.close();
        } catch (SQLException e) {
            throw fault(e);
        }
    }

    private IOException fault(SQLException e) {
        return new IOException("the derived catalogue " + file + " cannot be read: " + e.getMessage(), e);
    }

    /** A text of no characters is nothing, in every format. */
    private static Object typed(Column column, Object stored) {
        if (stored == null || stored.equals("")) {
            return null;
        }
        return switch (column.type()) {
            case STRING -> stored.toString();
            case INTEGER -> ((Number) stored).longValue();
            case NUMBER -> number(stored);
            case BOOLEAN -> ((Number) stored).intValue() == 1;
            case DATE -> LocalDate.parse(stored.toString());
            case DATETIME -> Instant.parse(stored.toString());
        };
    }

    private static BigDecimal number(Object stored) {
        BigDecimal number =
                stored instanceof Double real ? BigDecimal.valueOf(real) : new BigDecimal(stored.toString());
        BigDecimal plain = number.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    /** The rows of one query. */
    final class Cursor implements Closeable {
        private final List<Column> columns;
        private final PreparedStatement statement;
        private final ResultSet results;

        private Cursor(List<Column> columns, String sql) throws IOException {
            this.columns = columns;
            try {
                this.statement = connection.prepareStatement(sql);
                this.results = statement.executeQuery();
            } catch (SQLException e) {
                throw fault(e);
            }
        }

        /** Empty after the last row. */
        Optional<List<Object>> next() throws IOException {
            try {
                if (!results.next()) {
                    return Optional.empty();
                }
                List<Object> row = new ArrayList<>(columns.size());
                for (int i = 0; i < columns.size(); i++) {
                    row.add(typed(columns.get(i), results.getObject(i + 1)));
                }
                return Optional.of(Collections.unmodifiableList(row));
            } catch (SQLException e) {
                throw fault(e);
            }
        }

        @Override
        public void close() throws IOException {
            try {
                statement.close();
            } catch (SQLException e) {
                throw fault(e);
            }
        }
    }
}
