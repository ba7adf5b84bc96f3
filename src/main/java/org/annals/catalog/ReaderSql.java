package org.annals.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.annals.catalog.SqlRefusedException.Reason;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.sqlite.SQLiteLimits;

/**
 * Questions of readers to the catalogue in SQL. Each has a connection of its own that cannot write, and is bounded in time, rows and memory; what is run is chosen by
 * {@link SqlRules}, and the program that SQLite makes of it is looked at once more before it runs.
 */
public final class ReaderSql {
    private static final int LONGEST = 20_000;
    private static final int STEPS_BETWEEN_LOOKS = 2_000;
    private static final int AT_ONCE = 2;
    private static final long MOST_SIGNS = 8_000_000;
    private static final int LONGEST_BLOB = 64;

    /** Sections are shorter; a longer text is not made. */
    private static final int LONGEST_VALUE = 4_000_000;

    private static final Map<SQLiteLimits, Integer> LIMITS = Map.of(
            SQLiteLimits.SQLITE_LIMIT_LENGTH, LONGEST_VALUE,
            SQLiteLimits.SQLITE_LIMIT_SQL_LENGTH, 2 * LONGEST,
            SQLiteLimits.SQLITE_LIMIT_COLUMN, 200,
            SQLiteLimits.SQLITE_LIMIT_EXPR_DEPTH, 100,
            SQLiteLimits.SQLITE_LIMIT_COMPOUND_SELECT, 50,
            SQLiteLimits.SQLITE_LIMIT_VDBE_OP, 25_000,
            SQLiteLimits.SQLITE_LIMIT_FUNCTION_ARG, 64,
            SQLiteLimits.SQLITE_LIMIT_ATTACHED, 0,
            SQLiteLimits.SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 200,
            SQLiteLimits.SQLITE_LIMIT_VARIABLE_NUMBER, 8);

    private static final Set<String> WRITING = Set.of(
            "OpenWrite",
            "VUpdate",
            "VCreate",
            "VDestroy",
            "Destroy",
            "CreateBtree",
            "ParseSchema",
            "Vacuum",
            "IncrVacuum",
            "JournalMode",
            "Checkpoint",
            "SetCookie",
            "DropTable",
            "DropIndex",
            "DropTrigger",
            "SqlExec",
            "Savepoint",
            "AutoCommit",
            "TableLock");

    private final Path folder;
    private final Duration longest;
    private final Semaphore free = new Semaphore(AT_ONCE, true);

    /** @param longest time that one question may take */
    public ReaderSql(Path folder, Duration longest) {
        this.folder = folder;
        this.longest = longest;
    }

    /**
     * @param most rows
     * @throws SqlRefusedException if it may not be run, is wrong, or takes too long
     */
    public SqlAnswer ask(String sql, int most) throws IOException, SqlRefusedException {
        if (sql.length() > LONGEST) {
            throw new SqlRefusedException(Reason.WRONG, "longer than " + LONGEST + " characters");
        }
        enter();
        long begun = System.nanoTime();
        try (Connection connection = open()) {
            boolean plan = new SqlRules(
                            names(connection, "SELECT DISTINCT name FROM pragma_function_list"),
                            names(connection, "SELECT name FROM pragma_module_list"))
                    .check(sql);
            bound(connection, begun);
            if (!plan) {
                look(connection, sql);
            }
            try (PreparedStatement statement = connection.prepareStatement(sql);
                    ResultSet rows = statement.executeQuery()) {
                return read(rows, most, begun);
            }
        } catch (SQLException e) {
            throw refused(e);
        } finally {
            free.release();
        }
    }

    private void enter() throws SqlRefusedException {
        try {
            if (!free.tryAcquire(2 * longest.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new SqlRefusedException(Reason.BUSY, "");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SqlRefusedException(Reason.BUSY, "");
        }
    }

    /** The views with their columns, as they are declared. */
    public Map<String, List<String>> views() throws IOException {
        Map<String, List<String>> views = new LinkedHashMap<>();
        try (Connection connection = open()) {
            for (String view : Schema.VIEWS) {
                views.put(view, names(connection, "SELECT name FROM pragma_table_info('" + view + "')"));
            }
            return views;
        } catch (SQLException e) {
            throw Database.fault(folder.resolve(Indexer.FILE), "cannot be read", e);
        }
    }

    private Connection open() throws IOException, SQLException {
        Path file = folder.resolve(Indexer.FILE);
        if (!Files.exists(file)) {
            throw new CatalogException(
                    "no catalogue in " + folder + "; 'annals rebuild' derives it from the WARC files");
        }
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setCacheSize(-16_000);
        config.setBusyTimeout((int) longest.toMillis());
        Connection connection = config.createConnection("jdbc:sqlite:"
                + file.toAbsolutePath().toUri().toASCIIString() + (Files.isWritable(folder) ? "" : "?immutable=1"));
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA query_only = ON");
            statement.execute("PRAGMA trusted_schema = OFF");
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private void bound(Connection connection, long begun) throws SQLException {
        for (Map.Entry<SQLiteLimits, Integer> limit : LIMITS.entrySet()) {
            connection.unwrap(SQLiteConnection.class).setLimit(limit.getKey(), limit.getValue());
        }
        ProgressHandler.setHandler(connection, STEPS_BETWEEN_LOOKS, new ProgressHandler() {
            @Override
            protected int progress() {
                return System.nanoTime() - begun > longest.toNanos() ? 1 : 0;
            }
        });
    }

    /** The second look: at the program that SQLite made of the statement. */
    private static void look(Connection connection, String sql) throws SQLException, SqlRefusedException {
        try (PreparedStatement explained = connection.prepareStatement("EXPLAIN " + sql);
                ResultSet steps = explained.executeQuery()) {
            while (steps.next()) {
                String step = steps.getString("opcode");
                if (WRITING.contains(step) || step.equals("Transaction") && steps.getInt("p2") != 0) {
                    throw new SqlRefusedException(Reason.WRITES, step);
                }
            }
        }
    }

    private static SqlAnswer read(ResultSet rows, int most, long begun) throws SQLException {
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
            columns.add(rows.getMetaData().getColumnLabel(i));
        }
        List<List<Object>> read = new ArrayList<>();
        long signs = 0;
        while (rows.next()) {
            if (read.size() == most || signs > MOST_SIGNS) {
                return new SqlAnswer(columns, read, true, since(begun));
            }
            Object[] row = new Object[columns.size()];
            for (int i = 0; i < row.length; i++) {
                Object value = rows.getObject(i + 1);
                row[i] = value instanceof byte[] bytes ? hex(bytes) : value;
                signs += row[i] instanceof String text ? text.length() : 1;
            }
            read.add(Arrays.asList(row));
        }
        return new SqlAnswer(columns, read, false, since(begun));
    }

    private static String hex(byte[] bytes) {
        boolean cut = bytes.length > LONGEST_BLOB;
        return "x'" + HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, LONGEST_BLOB)) + (cut ? "…'" : "'");
    }

    private static long since(long begun) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    }

    private static List<String> names(Connection connection, String sql) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    private static SqlRefusedException refused(SQLException e) {
        if (e instanceof SQLiteException sqlite && sqlite.getResultCode() == SQLiteErrorCode.SQLITE_INTERRUPT) {
            return new SqlRefusedException(Reason.TOO_SLOW, "");
        }
        return new SqlRefusedException(Reason.WRONG, e.getMessage().replaceFirst("^\\[SQLITE_[A-Z_]+\\]\\s*", ""));
    }
}
