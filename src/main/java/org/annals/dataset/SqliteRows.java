package org.annals.dataset;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sqlite.SQLiteConfig;

/** The tables of a package's SQLite file, row after row, in the order in which they were written. */
final class SqliteRows implements AutoCloseable {
    private final Connection connection;
    private final Statement statement;
    private ResultSet results;

    SqliteRows(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        connection = config.createConnection(
                "jdbc:sqlite:" + file.toAbsolutePath().toUri().toASCIIString() + "?immutable=1");
        statement = connection.createStatement();
    }

    void open(Table table) throws SQLException {
        results = statement.executeQuery("SELECT * FROM " + SqliteTables.quoted(table.name()) + " ORDER BY rowid");
    }

    /** Empty after the last row. */
    Optional<List<String>> next() throws SQLException {
        if (!results.next()) {
            return Optional.empty();
        }
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= results.getMetaData().getColumnCount(); i++) {
            row.add(String.valueOf(results.getString(i)));
        }
        return Optional.of(row);
    }

    @Override
    public void close() throws SQLException {
        statement.close();
        connection.close();
    }
}
