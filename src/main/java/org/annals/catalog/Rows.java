package org.annals.catalog;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The rows of one query, one after the other. */
final class Rows implements AutoCloseable {
    private final Path file;
    private final PreparedStatement statement;
    private final ResultSet results;

    Rows(Path file, PreparedStatement statement) throws SQLException {
        this.file = file;
        this.statement = statement;
        this.results = statement.executeQuery();
    }

    List<String> columns() throws CatalogException {
        try {
            List<String> names = new ArrayList<>();
            for (int i = 1; i <= results.getMetaData().getColumnCount(); i++) {
                names.add(results.getMetaData().getColumnName(i));
            }
            return names;
        } catch (SQLException e) {
            throw Database.fault(file, "cannot be read", e);
        }
    }

    /** The next row's values as stored, or null after the last one. */
    List<Object> next() throws CatalogException {
        try {
            if (!results.next()) {
                return null;
            }
            Row row = new Row(results);
            List<Object> values = new ArrayList<>();
            for (int i = 1; i <= row.columns(); i++) {
                values.add(row.value(i));
            }
            return Collections.unmodifiableList(values);
        } catch (SQLException e) {
            throw Database.fault(file, "cannot be read", e);
        }
    }

    @Override
    public void close() throws CatalogException {
        try {
            statement.close();
        } catch (SQLException e) {
            throw Database.fault(file, "cannot be closed", e);
        }
    }
}
