package org.annals.frontier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.annals.capture.Purpose;
import org.annals.capture.RunId;
import org.annals.policy.Origin;

/**
 * What the file of an unfinished run holds, read without changing it, be another program at work on it or not.
 *
 * @param governments by code
 */
public record FrontierView(Map<String, Queue> governments) {
    /**
     * What is left of one government's crawl.
     *
     * @param pages charged to its budget so far
     * @param wanted reports, columns and their pages that wait, by host
     * @param others other addresses that wait, of which some may never be asked
     * @param held known reports and seeds that may have to be asked
     */
    public record Queue(boolean finished, int pages, Map<Origin, Integer> wanted, int others, int held) {
        public Queue {
            wanted = Map.copyOf(wanted);
        }
    }

    public FrontierView {
        governments = Map.copyOf(governments);
    }

    /**
     * @return empty where the file is missing, damaged, of another version or of another run: the crawl then reads its state from the archive
     * @throws IOException if the files of another program cannot be copied aside
     */
    public static Optional<FrontierView> read(Path file, RunId run) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Path log = file.resolveSibling(file.getFileName() + "-wal");
        if (!Files.exists(log) || Files.size(log) == 0) {
            return query(file, "?immutable=1", run);
        }
        // the newest changes stand in the log, and reading them would write beside it
        Path aside = Files.createTempDirectory("annals-frontier");
        try {
            Path copy = aside.resolve(file.getFileName().toString());
            Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            Files.copy(log, aside.resolve(log.getFileName().toString()), StandardCopyOption.REPLACE_EXISTING);
            return query(copy, "", run);
        } finally {
            delete(aside);
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> inside;
        try (Stream<Path> files = Files.list(folder)) {
            inside = files.toList();
        }
        for (Path file : inside) {
            Files.delete(file);
        }
        Files.delete(folder);
    }

    private static Optional<FrontierView> query(Path file, String parameters, RunId run) {
        String url = "jdbc:sqlite:" + file.toAbsolutePath().toUri().toASCIIString() + parameters;
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            String held = text(statement, "SELECT value FROM meta WHERE name = 'run'");
            String version = text(statement, "PRAGMA user_version");
            return run.value().equals(held)
                            && String.valueOf(FrontierStore.VERSION).equals(version)
                    ? Optional.of(new FrontierView(queues(statement)))
                    : Optional.empty();
        } catch (SQLException e) {
            return Optional.empty(); // damaged, or another program was writing just now
        }
    }

    private static String text(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getString(1) : "";
        }
    }

    private static final class Count {
        private final Map<Origin, Integer> wanted = new HashMap<>();
        private int others;
        private int held;
    }

    private static Map<String, Queue> queues(Statement statement) throws SQLException {
        Map<Long, Count> counts = new HashMap<>();
        try (ResultSet row = statement.executeQuery("SELECT government, url, rank, state FROM entry"
                + " WHERE refusal IS NULL AND state IN (" + EntryState.READY.ordinal() + ", "
                + EntryState.LEASED.ordinal() + ", " + EntryState.HELD_SEED.ordinal() + ", "
                + EntryState.HELD_KNOWN.ordinal() + ")")) {
            while (row.next()) {
                Count count = counts.computeIfAbsent(row.getLong(1), id -> new Count());
                int state = row.getInt(4);
                if (state != EntryState.READY.ordinal() && state != EntryState.LEASED.ordinal()) {
                    count.held++;
                } else if (row.getInt(3) >= Purpose.COLUMN.ordinal()) {
                    count.wanted.merge(Origin.of(row.getString(2)), 1, Integer::sum);
                } else {
                    count.others++;
                }
            }
        }
        Map<String, Queue> queues = new HashMap<>();
        try (ResultSet row = statement.executeQuery("SELECT id, code, pages, finished FROM government")) {
            while (row.next()) {
                Count count = counts.getOrDefault(row.getLong(1), new Count());
                queues.put(
                        row.getString(2),
                        new Queue(row.getInt(4) != 0, row.getInt(3), count.wanted, count.others, count.held));
            }
        }
        return queues;
    }
}
