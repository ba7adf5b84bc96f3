package org.annals.crawl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.annals.archive.Archive;
import org.annals.archive.Commit;
import org.annals.capture.KnownAddress;
import org.annals.capture.Purpose;
import org.annals.fetch.FetchLimits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResumeTest {
    /** Requests of an undisturbed crawl of the portal, robots.txt among them. */
    private static final int REQUESTS = 9;

    @TempDir
    Path folder;

    private PortalServer portal;

    @BeforeEach
    void start() {
        portal = CountyPortal.fill(new PortalServer(), "示范县");
        portal.redirect("/", "/web/");
        portal.html("/web/", "<html><body><a href=\"/zwgk/\">政府信息公开</a></body></html>");
    }

    @AfterEach
    void stop() {
        portal.close();
    }

    private CrawlBench bench(String name) {
        CrawlBench bench = new CrawlBench(folder.resolve(name)).government("990001", portal);
        bench.delay = Duration.ofMillis(2);
        return bench;
    }

    private TreeSet<String> undisturbed() throws IOException {
        CrawlBench bench = bench("undisturbed");
        bench.crawl();
        assertThat(portal.paths()).hasSize(REQUESTS);
        portal.clearLog();
        return bench.captures();
    }

    /** Crawls, and stops when the portal gets its k-th request. */
    private CrawlSummary stopAt(int k, CrawlBench bench) throws IOException {
        try (Archive archive = Archive.openForWriting(bench.folder)) {
            Crawler crawler = bench.crawler(archive);
            AtomicInteger requests = new AtomicInteger();
            portal.onRequest(() -> {
                if (requests.incrementAndGet() == k) {
                    crawler.stop();
                }
            });
            return bench.run(crawler);
        } finally {
            portal.onRequest(() -> {});
        }
    }

    static Stream<Integer> everyRequest() {
        return IntStream.rangeClosed(1, REQUESTS).boxed();
    }

    @ParameterizedTest
    @MethodSource("everyRequest")
    void stoppedAtAnyRequestItGoesOnToTheSameEnd(int k) throws IOException {
        TreeSet<String> undisturbed = undisturbed();
        CrawlBench bench = bench("stopped");

        CrawlSummary first = stopAt(k, bench);
        CrawlSummary second = bench.crawl();

        assertThat(first.interrupted()).isTrue();
        assertThat(second.resumed()).isTrue();
        assertThat(second.interrupted()).isFalse();
        assertThat(second.run()).isEqualTo(first.run());
        assertThat(second.requests()).isEqualTo(REQUESTS);
        assertThat(second.reports()).isEqualTo(3);
        assertThat(bench.captures()).isEqualTo(undisturbed);
        assertThat(portal.paths()).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("everyRequest")
    void withoutItsFrontierFileNothingIsAskedAgain(int k) throws IOException {
        TreeSet<String> undisturbed = undisturbed();
        CrawlBench bench = bench("stopped");

        stopAt(k, bench);
        Files.delete(bench.frontierFile());
        CrawlSummary second = bench.crawl();

        assertThat(second.interrupted()).isFalse();
        assertThat(second.requests()).isEqualTo(REQUESTS);
        assertThat(second.reports()).isEqualTo(3);
        assertThat(bench.captures()).isEqualTo(undisturbed);
        assertThat(portal.paths()).doesNotHaveDuplicates();
    }

    @Test
    void anOlderFrontierFileIsBroughtUpToDateFromTheArchive() throws IOException {
        TreeSet<String> undisturbed = undisturbed();
        CrawlBench bench = bench("stopped");
        stopAt(3, bench);
        Path older = Files.copy(bench.frontierFile(), folder.resolve("older"));
        stopAt(4, bench);
        Files.copy(older, bench.frontierFile(), StandardCopyOption.REPLACE_EXISTING);

        bench.crawl();

        assertThat(bench.captures()).isEqualTo(undisturbed);
        assertThat(portal.paths()).doesNotHaveDuplicates();
    }

    @Test
    void aDamagedFrontierFileIsMadeAgain() throws IOException {
        TreeSet<String> undisturbed = undisturbed();
        CrawlBench bench = bench("stopped");
        stopAt(4, bench);
        Files.writeString(bench.frontierFile(), "this is no database, and long enough to look at\n".repeat(50));

        bench.crawl();

        assertThat(bench.captures()).isEqualTo(undisturbed);
        assertThat(portal.paths()).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 16, 29, 36})
    void deadEndsAreLeftAlikeAfterAStop(int k) throws IOException {
        StringBuilder list = new StringBuilder("<html><head><title>政府信息公开年报</title></head><body><ul>");
        for (String session : List.of("10000001", "10000002", "10000003")) {
            String report = "/nb/r.jsp?s=" + session;
            CountyPortal.report(portal, "示范县", 2022, report);
            list.append("<li><a href=\"" + report + "\">示范县2022年政府信息公开工作年度报告</a></li>");
        }
        IntStream.range(0, 40)
                .forEach(
                        i -> list.append("<li><a href=\"/dead/" + i + ".html\">第" + i + "局2022年政府信息公开工作年度报告</a></li>"));
        portal.html(CountyPortal.COLUMN, list + "</ul><a href=\"?page=2\">下一页</a>");
        IntStream.range(2, 20)
                .forEach(i ->
                        portal.html(CountyPortal.COLUMN + "?page=" + i, "<a href=\"?page=" + (i + 1) + "\">下一页</a>"));
        CrawlBench whole = bench("whole");
        CrawlSummary undisturbed = whole.crawl();
        assertThat(undisturbed.unasked()).hasSize(1);
        int requests = portal.paths().size();
        assertThat(requests).isEqualTo(30);
        portal.clearLog();
        CrawlBench bench = bench("stopped");

        stopAt(Math.min(k, requests), bench);
        Files.delete(bench.frontierFile());
        CrawlSummary second = bench.crawl();

        assertThat(bench.captures()).isEqualTo(whole.captures());
        assertThat(portal.paths()).doesNotHaveDuplicates();
        assertThat(second.unasked()).isEqualTo(undisturbed.unasked());
    }

    @Test
    void whatTheCatalogueLearntInBetweenDoesNotChangeTheRun() throws IOException {
        TreeSet<String> undisturbed = undisturbed();
        CrawlBench bench = bench("stopped");
        stopAt(7, bench);
        Files.delete(bench.frontierFile());
        bench.known.add(new KnownAddress("990001", portal.url(CountyPortal.COLUMN), Purpose.COLUMN));
        bench.known.add(new KnownAddress("990001", portal.url(CountyPortal.path(2022)), Purpose.REPORT));

        bench.crawl();

        assertThat(bench.captures()).isEqualTo(undisturbed);
        assertThat(portal.paths()).doesNotHaveDuplicates();
    }

    @Test
    void failedAttemptsBeforeTheStopAreCounted() throws IOException {
        CrawlBench bench = bench("failing");
        portal.status(CountyPortal.path(2022), 503);
        List<Integer> attempts = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            portal.clearLog();
            CrawlSummary summary = stopAt(7, bench);
            Files.deleteIfExists(bench.frontierFile());
            attempts.add((int) portal.paths().stream()
                    .filter(CountyPortal.path(2022)::equals)
                    .count());
            if (!summary.interrupted()) {
                break;
            }
        }

        assertThat(attempts.stream().mapToInt(a -> a).sum()).isEqualTo(3);
    }

    @Test
    void anotherSeedsFileBeginsAnotherRun() throws IOException {
        CrawlBench bench = bench("seeds");
        CrawlSummary first = stopAt(4, bench);
        portal.clearLog();
        bench.government("990002", portal);

        CrawlSummary second = bench.crawl();

        assertThat(second.resumed()).isFalse();
        assertThat(second.run()).isNotEqualTo(first.run());
        assertThat(portal.paths()).startsWith("/robots.txt", "/");
        try (Archive archive = Archive.openForReading(bench.folder)) {
            assertThat(archive.commits()).extracting(Commit::run).containsExactly(first.run(), second.run());
            assertThat(archive.commits().get(0).counts()).containsEntry("interrupted", 1L);
        }
    }

    @Test
    void timeThatIsUpIsAnInterruption() throws IOException {
        CrawlBench bench = bench("time");
        bench.delay = Duration.ofMillis(300);
        bench.maxTime = Optional.of(Duration.ofMillis(700));

        CrawlSummary first = bench.crawl();

        assertThat(first.interrupted()).isTrue();
        assertThat(first.governmentsLeft()).isEqualTo(1);
        assertThat(portal.paths()).hasSizeLessThan(REQUESTS);
    }

    @Test
    void aStopDoesNotWaitForPortalsThatHangAndForgetsTheirAnswers() throws Exception {
        CrawlBench bench = bench("hanging");
        List<PortalServer> hanging =
                IntStream.range(0, 5).mapToObj(i -> new PortalServer()).toList();
        try (Archive archive = Archive.openForWriting(bench.folder)) {
            hanging.forEach(PortalServer::hang);
            IntStream.range(0, 5).forEach(i -> bench.government("99100" + i, hanging.get(i)));
            Crawler crawler = bench.crawler(archive);
            AtomicInteger waiting = new AtomicInteger();
            hanging.forEach(p -> p.onRequest(() -> {
                if (waiting.incrementAndGet() == 5) {
                    crawler.stop();
                }
            }));

            CrawlSummary summary = bench.run(crawler);

            assertThat(summary.interrupted()).isTrue();
            // the limits of a fetch are 20 and 30 seconds, so without breaking off it would last that long
            assertThat(summary.took()).isLessThan(Duration.ofSeconds(5));
        } finally {
            hanging.forEach(PortalServer::close);
        }
        assertThat(bench.attempts()).noneMatch(a -> a.visit().government().startsWith("9910"));
    }

    @Test
    void aStopDoesNotWaitForNamesThatNobodyAnswersFor() throws Exception {
        CrawlBench bench = bench("nameless");
        Duration minute = Duration.ofMinutes(1);
        bench.limits = new FetchLimits(minute, minute, minute, 1 << 20, 4 << 20, 64 << 10);
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        bench.network = host -> {
            if (host.equals("127.0.0.1")) {
                return InetAddress.getAllByName(host);
            }
            asked.countDown();
            try {
                never.await();
            } catch (InterruptedException e) {
                // the system's look-up does not even know of interrupts
                Thread.currentThread().interrupt();
            }
            throw new UnknownHostException(host);
        };
        bench.government("991000", "http://www.example.gov.cn/", null);
        try (Archive archive = Archive.openForWriting(bench.folder)) {
            Crawler crawler = bench.crawler(archive);
            Thread stop = new Thread(() -> {
                try {
                    asked.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                crawler.stop();
            });
            stop.start();

            CrawlSummary summary = bench.run(crawler);

            assertThat(summary.interrupted()).isTrue();
            // without breaking off the look-up would have its minute
            assertThat(summary.took()).isLessThan(Duration.ofSeconds(30));
        } finally {
            never.countDown();
        }
        assertThat(bench.attempts()).noneMatch(a -> a.visit().government().equals("991000"));
    }

    @Test
    void anArchiveThatFailsEndsTheRunAndNothingIsLost() throws IOException {
        TreeSet<String> undisturbed = undisturbed();
        CrawlBench bench = bench("failing-archive");
        try (Archive archive = Archive.openForWriting(bench.folder)) {
            Crawler crawler = bench.crawler(archive);
            AtomicInteger requests = new AtomicInteger();
            portal.onRequest(() -> {
                if (requests.incrementAndGet() == 5) {
                    close(archive);
                }
            });
            assertThatThrownBy(() -> bench.run(crawler)).hasMessageContaining("closed");
        } finally {
            portal.onRequest(() -> {});
        }

        bench.crawl();

        assertThat(bench.captures()).isEqualTo(undisturbed);
    }

    @Test
    void aFrontierThatFailsEndsTheRunInOneLineAndNothingIsLost() throws IOException {
        TreeSet<String> undisturbed = undisturbed();
        CrawlBench bench = bench("failing-frontier");
        try (Archive archive = Archive.openForWriting(bench.folder)) {
            Crawler crawler = bench.crawler(archive);
            AtomicInteger requests = new AtomicInteger();
            portal.onRequest(() -> {
                if (requests.incrementAndGet() == 5) {
                    drop("entry", bench.frontierFile());
                }
            });
            assertThatThrownBy(() -> bench.run(crawler))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("frontier.sqlite")
                    .hasMessageContaining("same command again");
        } finally {
            portal.onRequest(() -> {});
        }

        bench.crawl();

        assertThat(bench.captures()).isEqualTo(undisturbed);
        assertThat(portal.paths()).doesNotHaveDuplicates();
    }

    private static void drop(String table, Path file) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("DROP TABLE " + table);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void close(Archive archive) {
        try {
            archive.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
