package org.annals.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.annals.archive.Samples;
import org.annals.farm.Crowd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A crawl of fifty portals that is killed again and again ends as one that was left alone. {@code -Dannals.kills=20} kills it so often. */
class KillTest {
    private static final int HOSTS = 50;
    private static final int PAGES = 7;
    private static final int KILLS = Integer.getInteger("annals.kills", 6);
    /** On a slow machine it is killed less often, unless somebody asks for a number. */
    private static final Duration ENOUGH =
            System.getProperty("annals.kills") == null ? Duration.ofSeconds(30) : Duration.ofHours(1);

    /** What must be the same; ids, times and places in files are another crawl's. */
    private static final Map<String, String> VIEWS = new LinkedHashMap<>(Map.of(
            "v_capture",
                    "SELECT government_code, url, http_status, media_type, payload_sha256, is_revisit FROM v_capture",
            "v_report",
                    "SELECT government_code, publisher, fiscal_year, generation, title, published_on, url, version_no, is_latest, payload_sha256 FROM v_report",
            "v_value",
                    "SELECT r.publisher, field, value, state, raw, locator FROM v_value JOIN v_report r USING (report_id)",
            "v_section", "SELECT r.publisher, section, text FROM v_section JOIN v_report r USING (report_id)",
            "v_check",
                    "SELECT r.publisher, check_code, scope, status, expected, actual FROM v_check JOIN v_report r USING (report_id)",
            "v_capture_report",
                    "SELECT c.url, r.publisher, r.version_no FROM v_capture_report JOIN v_capture c USING (capture_id) JOIN v_report r USING (report_id)",
            "v_revision", "SELECT publisher, fiscal_year, kind FROM v_revision",
            "v_coverage", "SELECT government_code, name, fiscal_year, status FROM v_coverage",
            "v_fetch", "SELECT government_code, url, http_status, outcome FROM v_fetch"));

    @Test
    void killsAtRandomMomentsChangeNothing(@TempDir Path folder) throws Exception {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        try (Crowd portals = new Crowd(HOSTS, PAGES)) {
            Path seeds = portals.seeds(folder);
            String[] undisturbed = command(seeds, folder.resolve("undisturbed"));
            try (AnnalsProcess annals = AnnalsProcess.run(folder, undisturbed)) {
                assertThat(annals.exitCode()).as(annals.err()).isZero();
            }
            int requests = portals.requests();
            assertThat(requests).isEqualTo(HOSTS * (PAGES + 1));

            String[] disturbed = command(seeds, folder.resolve("disturbed"));
            int kills = killed(disturbed, folder, portals, random);
            try (AnnalsProcess annals = AnnalsProcess.run(folder, disturbed)) {
                assertThat(annals.exitCode())
                        .as("seed %d: %s", seed, annals.err())
                        .isZero();
            }

            assertThat(portals.requests() - requests)
                    .as("seed %d: asked twice is at most what was in flight, one a host, when it was killed", seed)
                    .isLessThanOrEqualTo(requests + kills * HOSTS);
            Map<String, List<String>> expected = dump(folder.resolve("undisturbed"));
            Map<String, List<String>> actual = dump(folder.resolve("disturbed"));
            expected.forEach((view, rows) ->
                    assertThat(actual.get(view)).as("seed %d: %s", seed, view).isEqualTo(rows));
            assertThat(expected.get("v_report")).hasSize(HOSTS * (PAGES - 2)).doesNotHaveDuplicates();
            System.out.printf(
                    "killed %d times, %d of %d requests made again%n",
                    kills, portals.requests() - 2 * requests, requests);
            readEveryMember(folder.resolve("disturbed"));
            try (AnnalsProcess verify = AnnalsProcess.run(
                    folder, "verify", "--archive", folder.resolve("disturbed").toString())) {
                assertThat(verify.exitCode())
                        .as("seed %d: %s", seed, verify.err())
                        .isZero();
            }
        }
    }

    /** Kills the program again and again, each time after it has done a part of the work. */
    private static int killed(String[] command, Path folder, Crowd portals, Random random) throws Exception {
        long end = System.nanoTime() + ENOUGH.toNanos();
        int kills = 0;
        while (kills < KILLS && (kills < 2 || System.nanoTime() < end)) {
            try (AnnalsProcess annals = AnnalsProcess.start(folder, command)) {
                int until = portals.requests() + 1 + random.nextInt(Math.max(2, 2 * HOSTS * PAGES / (KILLS + 1) - 1));
                while (annals.isAlive() && portals.requests() < until) {
                    Thread.onSpinWait();
                }
                spin(random.nextInt(20_000_000));
                annals.kill();
                kills++;
            }
        }
        return kills;
    }

    private static String[] command(Path seeds, Path archive) {
        return new String[] {"crawl", "--seeds", seeds.toString(), "--archive", archive.toString(), "--delay", "60ms"};
    }

    /** A random moment between two events, without a sleep that a scheduler would round. */
    private static void spin(long nanos) {
        long end = System.nanoTime() + nanos;
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    private static Map<String, List<String>> dump(Path archive) throws SQLException {
        Map<String, List<String>> views = new LinkedHashMap<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + archive.resolve("catalog.sqlite"));
                Statement statement = connection.createStatement()) {
            for (Map.Entry<String, String> view : VIEWS.entrySet()) {
                List<String> rows = new ArrayList<>();
                try (ResultSet result = statement.executeQuery(view.getValue())) {
                    while (result.next()) {
                        StringBuilder row = new StringBuilder();
                        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                            row.append(result.getString(i)).append('\u001f');
                        }
                        rows.add(row.toString());
                    }
                }
                rows.sort(null);
                views.put(view.getKey(), rows);
            }
        }
        return views;
    }

    private static void readEveryMember(Path archive) throws IOException, InterruptedException {
        try (Stream<Path> walk = Files.walk(archive.resolve("warc"))) {
            List<Path> files = walk.filter(Files::isRegularFile).toList();
            for (Path file : files) {
                try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
                    assertThat(in.transferTo(OutputStream.nullOutputStream()))
                            .as(file.toString())
                            .isPositive();
                }
            }
            assertThat(Samples.jwarcSays(files)).isEmpty();
        }
    }
}
