package org.annals.frontier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.annals.capture.Outcome;
import org.annals.capture.Purpose;
import org.annals.capture.RunId;
import org.annals.policy.Origin;

/**
 * What the file of an unfinished run holds, read without changing it, be another program at work on it or not.
 *
 * @param governments by code
 * @param hosts that are being asked, or for which something waits
 */
public record FrontierView(Map<String, Queue> governments, List<Host> hosts) {
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

    /**
     * A host and when it may be asked again.
     *
     * @param wanted reports, columns and their pages that wait
     * @param others other addresses that wait
     * @param asked whether a request is under way
     * @param nextAt the end of its pause; long ago where it has none
     * @param attempts most that were made in vain at one address that waits for another, its robots.txt included
     * @param retryAt when the first of them is asked again
     * @param unreachable why nothing may be asked, where robots.txt gave no answer
     */
    public record Host(
            Origin origin,
            int wanted,
            int others,
            boolean asked,
            Instant nextAt,
            int attempts,
            Instant retryAt,
            Optional<Refusal> unreachable) {}

    public FrontierView {
        governments = Map.copyOf(governments);
        hosts = List.copyOf(hosts);
    }

    /**
     * @return empty where the file is missing, damaged, of another version or of another run: the crawl then reads its state from the archive
     * @throws IOException if the files of another program cannot be copied aside
     */
    public static Optional<FrontierView> read(Path file, RunId run) throws IOException {
        try {
            return readThere(file, run);
        } catch (NoSuchFileException e) {
            return Optional.empty(); // the crawl came to its end, or the file was thrown away, just now
        }
    }

    private static Optional<FrontierView> readThere(Path file, RunId run) throws IOException {
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
                    ? Optional.of(view(statement))
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

    private static final class HostCount {
        private int wanted;
        private int others;
        private boolean asked;
        private int attempts;
        private long retryAt = Long.MAX_VALUE;

        private void failed(int times, long notBefore) {
            if (times > 0) {
                attempts = Math.max(attempts, times);
                retryAt = Math.min(retryAt, notBefore);
            }
        }
    }

    private static FrontierView view(Statement statement) throws SQLException {
        Map<Long, Count> counts = new HashMap<>();
        Map<Origin, HostCount> hosts = new HashMap<>();
        try (ResultSet row =
                statement.executeQuery("SELECT government, url, rank, state, attempts, not_before FROM entry"
                        + " WHERE refusal IS NULL AND state IN (" + EntryState.READY.ordinal() + ", "
                        + EntryState.LEASED.ordinal() + ", " + EntryState.HELD_SEED.ordinal() + ", "
                        + EntryState.HELD_KNOWN.ordinal() + ")")) {
            while (row.next()) {
                Count count = counts.computeIfAbsent(row.getLong(1), id -> new Count());
                int state = row.getInt(4);
                if (state != EntryState.READY.ordinal() && state != EntryState.LEASED.ordinal()) {
                    count.held++;
                    continue;
                }
                Origin origin = Origin.of(row.getString(2));
                HostCount host = hosts.computeIfAbsent(origin, one -> new HostCount());
                host.asked |= state == EntryState.LEASED.ordinal();
                host.failed(row.getInt(5), row.getLong(6));
                if (row.getInt(3) >= Purpose.COLUMN.ordinal()) {
                    count.wanted.merge(origin, 1, Integer::sum);
                    host.wanted++;
                } else {
                    count.others++;
                    host.others++;
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
        return new FrontierView(queues, hosts(statement, hosts));
    }

    private static List<Host> hosts(Statement statement, Map<Origin, HostCount> counts) throws SQLException {
        Map<String, Refusal> unreachable = new HashMap<>();
        try (ResultSet row =
                statement.executeQuery("SELECT url, status, attempts, retry_at, failure, rule FROM robots")) {
            while (row.next()) {
                HostCount count = counts.get(Origin.of(row.getString(1)));
                if (count != null && row.getString(2) == null) {
                    count.failed(row.getInt(3), row.getLong(4));
                }
                String url = row.getString(1);
                String rule = row.getString(6);
                Outcome.ofCode(String.valueOf(row.getString(5)))
                        .ifPresent(outcome -> unreachable.put(url, new Refusal(outcome, rule)));
            }
        }
        Map<String, Long> nextAt = new HashMap<>();
        try (ResultSet row = statement.executeQuery("SELECT origin, next_at FROM host")) {
            while (row.next()) {
                nextAt.put(row.getString(1), row.getLong(2));
            }
        }
        List<Host> hosts = new ArrayList<>();
        counts.forEach((origin, count) -> hosts.add(new Host(
                origin,
                count.wanted,
                count.others,
                count.asked,
                Instant.ofEpochMilli(nextAt.getOrDefault(origin.toString(), 0L)),
                count.attempts,
                Instant.ofEpochMilli(count.attempts == 0 ? 0 : count.retryAt),
                Optional.ofNullable(unreachable.get(RobotsBook.address(origin))))));
        return hosts;
    }
}
