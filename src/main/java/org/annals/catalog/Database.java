package org.annals.catalog;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteException;

/** One connection to a SQLite file. Not safe for many threads. Every fault comes as a {@link CatalogException}. */
final class Database implements AutoCloseable {
    /** How a file is opened. */
    enum Mode {
        READ,
        /** As {@code READ}, where the folder cannot be written: the file must not change meanwhile. */
        READ_UNCHANGING,
        /** Write-ahead log: one writer, and readers that are never blocked. */
        WRITE,
        /** A new file that is thrown away if anything goes wrong: no journal, no syncing. */
        BUILD
    }

    private static final int BUSY_TIMEOUT_MS = 30_000;

    private final Path file;
    private final Connection connection;
    private final Map<String, PreparedStatement> statements = new HashMap<>();

    private Database(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
    }

    static Database open(Path file, Mode mode) throws CatalogException {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_TIMEOUT_MS);
        config.setReadOnly(mode == Mode.READ || mode == Mode.READ_UNCHANGING);
        if (mode == Mode.WRITE) {
            config.setJournalMode(SQLiteConfig.JournalMode.WAL);
            // what a power cut loses is derived again from the archive
            config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
        } else if (mode == Mode.BUILD) {
            config.setJournalMode(SQLiteConfig.JournalMode.OFF);
            config.setSynchronous(SQLiteConfig.SynchronousMode.OFF);
        }
        config.setCacheSize(-64_000);
        // else the driver asks for the key of the last row after each insert
        config.setGetGeneratedKeys(false);
        String url = "jdbc:sqlite:" + file.toAbsolutePath().toUri().toASCIIString()
                + (mode == Mode.READ_UNCHANGING ? "?immutable=1" : "");
        try {
            return new Database(file, config.createConnection(url));
        } catch (SQLException e) {
            throw fault(file, "cannot be opened", e);
        }
    }

    /** Runs the statements of a script, each of which ends with a semicolon at the end of a line. */
    void script(String sql) throws CatalogException {
        try (Statement statement = connection.createStatement()) {
            for (String one : sql.replaceAll("(?m)--.*$", "").split(";\\s*(\\n|$)")) {
                if (!one.isBlank()) {
                    statement.executeUpdate(one);
                }
            }
        } catch (SQLException e) {
            throw fault(file, "cannot be written", e);
        }
    }

    /** @return how many rows changed */
    int update(String sql, Object... arguments) throws CatalogException {
        try {
            return prepared(sql, arguments).executeUpdate();
        } catch (SQLException e) {
            throw fault(file, "cannot be written", e);
        }
    }

    /** @return the key of the new row */
    long insert(String sql, Object... arguments) throws CatalogException {
        update(sql, arguments);
        return first("SELECT last_insert_rowid()", row -> row.number(1)).orElseThrow();
    }

    <T> List<T> list(String sql, Row.Reader<T> reader, Object... arguments) throws CatalogException {
        List<T> all = new ArrayList<>();
        try (ResultSet results = prepared(sql, arguments).executeQuery()) {
            Row row = new Row(results);
            while (results.next()) {
                all.add(reader.read(row));
            }
            return all;
        } catch (SQLException e) {
            throw fault(file, "cannot be read", e);
        }
    }

    <T> Optional<T> first(String sql, Row.Reader<T> reader, Object... arguments) throws CatalogException {
        try (ResultSet results = prepared(sql, arguments).executeQuery()) {
            return results.next() ? Optional.ofNullable(reader.read(new Row(results))) : Optional.empty();
        } catch (SQLException e) {
            throw fault(file, "cannot be read", e);
        }
    }

    /** Hands over a result that does not fit in memory, row by row. */
    void each(String sql, Row.Taker taker) throws CatalogException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet results = statement.executeQuery()) {
            Row row = new Row(results);
            while (results.next()) {
                taker.take(row);
            }
        } catch (SQLException e) {
            throw fault(file, "cannot be read", e);
        }
    }

    /** Rows one at a time, for results that do not fit in memory. */
    Rows rows(String sql) throws CatalogException {
        try {
            return new Rows(file, connection.prepareStatement(sql));
        } catch (SQLException e) {
            throw fault(file, "cannot be read", e);
        }
    }

    /** Takes the write lock at once, so that nothing read within the transaction is old. */
    void begin() throws CatalogException {
        update("BEGIN IMMEDIATE");
    }

    void commit() throws CatalogException {
        update("COMMIT");
    }

    void rollback() throws CatalogException {
        update("ROLLBACK");
    }

    @Override
    public void close() throws CatalogException {
        try {
            for (PreparedStatement statement : statements.values()) {
                statement.close();
            }
            connection.close();
        } catch (SQLException e) {
            throw fault(file, "cannot be closed", e);
        }
    }

    private PreparedStatement prepared(String sql, Object... arguments) throws SQLException {
        PreparedStatement statement = statements.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            statements.put(sql, statement);
        }
        for (int i = 0; i < arguments.length; i++) {
            Object argument = arguments[i];
            statement.setObject(i + 1, argument instanceof Optional<?> optional ? optional.orElse(null) : argument);
        }
        return statement;
    }

    static CatalogException fault(Path file, String what, SQLException e) {
        String wayOut = "";
        if (e instanceof SQLiteException sqlite) {
            switch (sqlite.getResultCode()) {
                case SQLITE_CORRUPT,
                        SQLITE_NOTADB,
                        SQLITE_ERROR,
                        SQLITE_SCHEMA,
                        SQLITE_CORRUPT_INDEX,
                        SQLITE_CORRUPT_VTAB,
                        SQLITE_CORRUPT_SEQUENCE,
                        SQLITE_IOERR_SHORT_READ -> wayOut = "; 'annals rebuild' derives it again from the WARC files";
                // a write-ahead log without room for its index fails so
                case SQLITE_FULL, SQLITE_IOERR_SHMSIZE, SQLITE_IOERR_WRITE, SQLITE_IOERR_FSYNC, SQLITE_IOERR_TRUNCATE ->
                    wayOut = "; the disk is full or cannot be written: make room and repeat the command";
                case SQLITE_BUSY, SQLITE_BUSY_RECOVERY, SQLITE_BUSY_SNAPSHOT, SQLITE_LOCKED ->
                    wayOut = "; another program is writing to it, wait for it to end";
                case SQLITE_READONLY,
                        SQLITE_CANTOPEN,
                        SQLITE_PERM,
                        SQLITE_READONLY_DIRECTORY,
                        SQLITE_READONLY_CANTINIT ->
                    wayOut = "; see whether the file and its folder may be read and written";
                default -> wayOut = "";
            }
        }
        return new CatalogException("catalogue " + file + " " + what + ": " + e.getMessage() + wayOut, e);
    }
}
