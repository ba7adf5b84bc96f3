package org.annals.frontier;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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
import java.util.Objects;
import java.util.Optional;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;

/** The frontier's file: opening, transactions and the tables that are not {@link EntryRows}. Not safe for threads; {@link HostFrontier} has the lock. */
final class FrontierStore implements AutoCloseable {
    static final int VERSION = 6;
    /** How long another program may hold the file, say to look into it. */
    private static final int PATIENCE_MILLIS = 5_000;

    private static final List<String> TABLES =
            List.of("meta", "government", "entry", "host", "robots", "scope", "body", "session");
    private static final String COUNT_TABLES = "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name IN ('"
            + String.join("', '", TABLES) + "')";

    private final Path file;
    private final Connection connection;
    private final Optional<String> replaced;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    private FrontierStore(Path file, Connection connection, Optional<String> replaced) {
        this.file = file;
        this.replaced = replaced;
        this.connection = connection;
    }

    /**
     * Opens the file, or begins it anew where it is missing, damaged or of another version: whatever it held is in the archive too.
     *
     * @throws FrontierException if it can neither be opened nor be begun anew; one that another program holds is left alone
     */
    static FrontierStore open(Path file) throws IOException {
        try {
            return openExisting(file, Optional.empty());
        } catch (SQLException e) {
            if (!isDamage(e)) {
                throw fault("open", file, e);
            }
            delete(file);
            try {
                return openExisting(file, Optional.of(e.getMessage()));
            } catch (SQLException second) {
                throw fault("open", file, second);
            }
        }
    }

    /** What was wrong with the file that was there, and was thrown away. */
    Optional<String> replaced() {
        return replaced;
    }

    /** Ours have no code of SQLite. */
    private static boolean isDamage(SQLException e) {
        int code = primary(e);
        return code == 0
                || code == SQLiteErrorCode.SQLITE_CORRUPT.code
                || code == SQLiteErrorCode.SQLITE_NOTADB.code
                || code == SQLiteErrorCode.SQLITE_ERROR.code;
    }

    private static int primary(SQLException e) {
        return e.getErrorCode() & 0xff;
    }

    /** Something done with the file as a whole. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws SQLException;
    }

    /** Does the work and commits it; undoes all of it where it fails. */
    <T> T transaction(String operation, Work<T> work) throws FrontierException {
        try {
            T result = work.run();
            connection.commit();
            return result;
        } catch (SQLException e) {
            FrontierException fault = fault(operation, file, e);
            try {
                connection.rollback();
            } catch (SQLException second) {
                fault.addSuppressed(second);
            }
            throw fault;
        }
    }

    private static FrontierException fault(String operation, Path file, SQLException e) {
        int code = primary(e);
        boolean held = code == SQLiteErrorCode.SQLITE_BUSY.code || code == SQLiteErrorCode.SQLITE_LOCKED.code;
        String wayOut = held
                ? "another program holds the file: close it"
                : e.getMessage() + "; free disk space or delete the file (all it says is in the archive too)";
        return new FrontierException(
                "cannot " + operation + " " + file + ": " + wayOut + ", then give the same command again", e);
    }

    private static void delete(Path file) throws IOException {
        for (String suffix : List.of("", "-wal", "-shm", "-journal")) {
            Files.deleteIfExists(file.resolveSibling(file.getFileName() + suffix));
        }
    }

    private static FrontierStore openExisting(Path file, Optional<String> replaced) throws SQLException, IOException {
        SQLiteConfig config = new SQLiteConfig();
        // else the driver asks for the key of the last row after each insert
        config.setGetGeneratedKeys(false);
        Connection connection = config.createConnection("jdbc:sqlite:" + file);
        try {
            FrontierStore store = new FrontierStore(file, connection, replaced);
            store.prepareFile();
            return store;
        } catch (SQLException | IOException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private void prepareFile() throws SQLException, IOException {
        try (Statement s = connection.createStatement()) {
            // The archive is synced before a state change is written here and the start compares both, so a change that
            // a power cut takes back is made
            // again from the archive: NORMAL (no sync for each commit) loses nothing.
            s.execute("PRAGMA journal_mode = WAL");
            s.execute("PRAGMA synchronous = NORMAL");
            s.execute("PRAGMA temp_store = MEMORY");
            s.execute("PRAGMA busy_timeout = " + PATIENCE_MILLIS);
            int version = number(s, "PRAGMA user_version");
            if (version != 0 && version != VERSION) {
                throw new SQLException("version " + version + " of frontier file");
            }
            try (ResultSet check = s.executeQuery("PRAGMA quick_check(1)")) {
                if (!check.next() || !"ok".equals(check.getString(1))) {
                    throw new SQLException("damaged frontier file");
                }
            }
            if (version == VERSION && number(s, COUNT_TABLES) != TABLES.size()) {
                throw new SQLException("incomplete frontier file");
            }
            if (version == 0) {
                for (String statement : schema().split(";\\s*\n")) {
                    s.executeUpdate(statement);
                }
            }
        }
        connection.setAutoCommit(false);
    }

    private static String schema() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(FrontierStore.class.getResourceAsStream("schema.sql"), "schema.sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static int number(Statement s, String sql) throws SQLException {
        try (ResultSet row = s.executeQuery(sql)) {
            return row.next() ? row.getInt(1) : 0;
        }
    }

    /** A statement that is kept for the life of the file. */
    PreparedStatement statement(String sql, Object... values) throws SQLException {
        PreparedStatement s = prepared.get(sql);
        if (s == null) {
            s = connection.prepareStatement(sql);
            prepared.put(sql, s);
        }
        for (int i = 0; i < values.length; i++) {
            s.setObject(i + 1, values[i]);
        }
        return s;
    }

    int update(String sql, Object... values) throws SQLException {
        return statement(sql, values).executeUpdate();
    }

    /** Forgets everything but the hosts' next times: politeness does not end with a run. */
    void clear() throws SQLException {
        for (String table : List.of("meta", "government", "entry", "robots", "scope", "body", "session")) {
            update("DELETE FROM " + table);
        }
    }

    Optional<String> meta(String name) throws SQLException {
        try (ResultSet row =
                statement("SELECT value FROM meta WHERE name = ?", name).executeQuery()) {
            return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
        }
    }

    void meta(String name, String value) throws SQLException {
        update("INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)", name, value);
    }

    /**
     * When a host or address may be asked again; 0 where it was never asked. A clock that was set back since it was written down makes nobody wait longer than was meant then.
     *
     * @param now milliseconds since 1970, as the result
     */
    long nextAt(String key, long now) throws SQLException {
        try (ResultSet row = statement("SELECT next_at, set_at FROM host WHERE origin = ?", key)
                .executeQuery()) {
            if (!row.next()) {
                return 0;
            }
            long nextAt = row.getLong(1);
            long setAt = row.getLong(2);
            return setAt <= now ? nextAt : now + Math.max(0, nextAt - setAt);
        }
    }

    void nextAt(String key, long nextAt, long now) throws SQLException {
        update("INSERT OR REPLACE INTO host (origin, next_at, set_at) VALUES (?, ?, ?)", key, nextAt, now);
    }

    void scope(long government, String url) throws SQLException {
        update("INSERT OR IGNORE INTO scope (government, url) VALUES (?, ?)", government, url);
    }

    List<String> scope(long government) throws SQLException {
        List<String> urls = new ArrayList<>();
        try (ResultSet rows = statement("SELECT url FROM scope WHERE government = ? ORDER BY url", government)
                .executeQuery()) {
            while (rows.next()) {
                urls.add(rows.getString(1));
            }
        }
        return urls;
    }

    @Override
    public void close() throws FrontierException {
        try {
            // an unfinished transaction is rolled back by closing
            connection.close();
        } catch (SQLException e) {
            throw fault("close", file, e);
        }
    }
}
