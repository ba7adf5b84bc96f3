package org.annals.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.annals.archive.Archive;
import org.annals.capture.KnownAddress;
import org.annals.capture.Purpose;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SelectionTest {
    @TempDir
    Path folder;

    private PortalServer one;
    private PortalServer other;
    private CrawlBench bench;

    @BeforeEach
    void firstCrawl() throws IOException {
        one = CountyPortal.fill(new PortalServer(), "甲县");
        other = CountyPortal.fill(new PortalServer(), "乙县");
        bench = new CrawlBench(folder).government("990001", one).government("990002", other);
        bench.delay = Duration.ofMillis(2);
        bench.crawl();
        know("990001", one);
        know("990002", other);
        one.clearLog();
        other.clearLog();
    }

    private void know(String code, PortalServer portal) {
        bench.known.add(new KnownAddress(code, portal.url(CountyPortal.COLUMN), Purpose.COLUMN));
        for (int year = 2020; year <= 2022; year++) {
            bench.known.add(report(code, portal, year));
        }
    }

    private static KnownAddress report(String code, PortalServer portal, int year) {
        return new KnownAddress(code, portal.url(CountyPortal.path(year)), Purpose.REPORT);
    }

    @AfterEach
    void stop() {
        one.close();
        other.close();
    }

    @Test
    void onlyWhatIsDueIsAskedWithTheColumnsOfItsGovernment() throws IOException {
        bench.due = Optional.of(new Selection(Set.of("990001"), Set.of(report("990001", one, 2021))));

        CrawlSummary summary = bench.crawl();

        assertThat(one.paths())
                .containsExactlyInAnyOrder(
                        "/robots.txt", CountyPortal.COLUMN, CountyPortal.COLUMN + "?page=2", CountyPortal.path(2021));
        assertThat(other.paths()).isEmpty();
        assertThat(summary.interrupted()).isFalse();
    }

    @Test
    void aRunOfWhatIsDueIsTakenUpThoughItIsNotDueAnyMore() throws IOException {
        bench.due = Optional.of(new Selection(
                Set.of("990001", "990002"), Set.of(report("990001", one, 2021), report("990002", other, 2021))));
        try (Archive archive = Archive.openForWriting(folder)) {
            Crawler crawler = bench.crawler(archive);
            one.onRequest(() -> {
                if (one.paths().contains(CountyPortal.path(2021))) {
                    crawler.stop();
                }
            });
            assertThat(bench.run(crawler).interrupted()).isTrue();
        }
        one.onRequest(() -> {});
        Files.delete(bench.frontierFile());
        bench.due = Optional.of(new Selection(Set.of(), Set.of()));

        CrawlSummary summary = bench.crawl();

        assertThat(summary.resumed()).isTrue();
        assertThat(summary.interrupted()).isFalse();
        assertThat(one.paths()).contains(CountyPortal.COLUMN + "?page=2").doesNotHaveDuplicates();
    }

    @Test
    void aPlainCrawlDoesNotGoOnWithARunOfWhatIsDue() throws IOException {
        bench.due = Optional.of(new Selection(Set.of("990001"), Set.of()));
        try (Archive archive = Archive.openForWriting(folder)) {
            Crawler crawler = bench.crawler(archive);
            one.onRequest(crawler::stop);
            assertThat(bench.run(crawler).interrupted()).isTrue();
        }
        one.onRequest(() -> {});
        bench.due = Optional.empty();

        CrawlSummary summary = bench.crawl();

        assertThat(summary.resumed()).isFalse();
        assertThat(other.paths()).contains(CountyPortal.COLUMN);
    }
}
