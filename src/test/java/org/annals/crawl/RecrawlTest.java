package org.annals.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.annals.capture.KnownAddress;
import org.annals.capture.Outcome;
import org.annals.capture.Purpose;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecrawlTest {
    private static final String BODY = "示范县";

    @TempDir
    Path folder;

    private PortalServer portal;
    private CrawlBench bench;

    @BeforeEach
    void firstCrawl() throws IOException {
        portal = CountyPortal.fill(new PortalServer(), BODY);
        bench = new CrawlBench(folder).government("990001", portal);
        bench.delay = Duration.ofMillis(2);
        bench.crawl();
        know(Purpose.COLUMN, CountyPortal.COLUMN);
        for (int year = 2020; year <= 2022; year++) {
            know(Purpose.REPORT, CountyPortal.path(year));
        }
        portal.clearLog();
    }

    @AfterEach
    void stop() {
        portal.close();
    }

    private void know(Purpose purpose, String path) {
        bench.known.add(new KnownAddress("990001", portal.url(path), purpose));
    }

    @Test
    void onlyTheKnownColumnIsAskedWhereNothingIsNew() throws IOException {
        CrawlSummary summary = bench.crawl();

        assertThat(summary.resumed()).isFalse();
        assertThat(portal.paths()).containsExactly("/robots.txt", CountyPortal.COLUMN, CountyPortal.COLUMN + "?page=2");
        assertThat(summary.outcome(Outcome.UNCHANGED)).isEqualTo(3);
    }

    @Test
    void newReportsOfTheColumnAreFetched() throws IOException {
        CountyPortal.report(portal, BODY, 2023);
        CountyPortal.list(portal, BODY, List.of(2023, 2022, 2021), true);

        bench.crawl();

        assertThat(portal.paths())
                .containsExactlyInAnyOrder(
                        "/robots.txt", CountyPortal.COLUMN, CountyPortal.COLUMN + "?page=2", CountyPortal.path(2023));
    }

    @Test
    void knownReportThatNoColumnListsAnyMoreIsAskedFor() throws IOException {
        CountyPortal.list(portal, BODY, List.of(2022), true);
        portal.remove(CountyPortal.path(2021));

        CrawlSummary summary = bench.crawl();

        assertThat(portal.paths())
                .containsExactly(
                        "/robots.txt", CountyPortal.COLUMN, CountyPortal.COLUMN + "?page=2", CountyPortal.path(2021));
        assertThat(bench.attempts(summary))
                .filteredOn(a -> a.purpose() == Purpose.REPORT)
                .singleElement()
                .satisfies(a -> assertThat(a.outcome()).isEqualTo(Outcome.GONE));
    }

    @Test
    void columnThatCannotBeReadToItsEndSaysNothingOfWhatItLists() throws IOException {
        portal.status(CountyPortal.COLUMN + "?page=2", 500);

        bench.crawl();

        assertThat(portal.paths()).doesNotContain(CountyPortal.path(2020));
    }

    @Test
    void columnThatIsGoneSendsTheCrawlBackToTheHomePage() throws IOException {
        portal.remove(CountyPortal.COLUMN);
        portal.remove(CountyPortal.COLUMN + "?page=2");
        portal.html("/zwgk/", "<html><body><a href=\"/new/zfxxgknb/\">政府信息公开年报</a></body></html>");
        portal.html(
                "/new/zfxxgknb/",
                "<html><head><title>政府信息公开年报</title></head><body><ul><li>"
                        + "<a href=\"" + CountyPortal.path(2022) + "\">示范县2022年政府信息公开工作年度报告</a></li><li>"
                        + "<a href=\"/new/2021.html\">示范县2021年政府信息公开工作年度报告</a></li></ul></body></html>");

        bench.crawl();

        assertThat(portal.paths())
                .startsWith("/robots.txt", CountyPortal.COLUMN, "/", "/zwgk/", "/new/zfxxgknb/")
                .contains("/new/2021.html", CountyPortal.path(2021), CountyPortal.path(2020))
                .doesNotContain(CountyPortal.path(2022));
    }

    @Test
    void revisitAsksEveryKnownReport() throws IOException {
        bench.revisit = true;
        bench.maxPages = 2;

        CrawlSummary summary = bench.crawl();

        assertThat(portal.paths())
                .containsExactlyInAnyOrder(
                        "/robots.txt",
                        CountyPortal.COLUMN,
                        CountyPortal.COLUMN + "?page=2",
                        CountyPortal.path(2020),
                        CountyPortal.path(2021),
                        CountyPortal.path(2022));
        assertThat(bench.attempts(summary))
                .filteredOn(a -> a.purpose() == Purpose.REPORT)
                .extracting(CrawlBench.Attempt::outcome)
                .containsOnly(Outcome.UNCHANGED);
    }

    @Test
    void reportThatRedirectsToTheHomePageIsASoft404AndIsNotFollowed() throws IOException {
        bench.revisit = true;
        portal.redirect(CountyPortal.path(2021), "/");
        portal.redirect(CountyPortal.path(2020), "/moved/2020.html");

        CrawlSummary summary = bench.crawl();

        assertThat(bench.attempts(summary))
                .filteredOn(a -> a.url().equals(portal.url(CountyPortal.path(2021))))
                .singleElement()
                .satisfies(a -> assertThat(a.outcome()).isEqualTo(Outcome.SOFT_404));
        assertThat(portal.paths()).doesNotContain("/").contains("/moved/2020.html");
    }

    @Test
    void governmentThatNobodyKnowsBeginsAtItsSeeds() throws IOException {
        try (PortalServer other = CountyPortal.fill(new PortalServer(), "新县")) {
            bench.government("990002", other);

            bench.crawl();

            assertThat(other.paths()).startsWith("/robots.txt", "/", "/zwgk/");
            assertThat(portal.paths()).doesNotContain("/");
        }
    }
}
