package org.annals.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.annals.archive.Archive;
import org.annals.archive.ArchivedRecord;
import org.annals.capture.Outcome;
import org.annals.capture.Purpose;
import org.annals.frontier.Unasked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrawlTest {
    @TempDir
    Path folder;

    private PortalServer portal;
    private CrawlBench bench;

    @BeforeEach
    void start() {
        portal = CountyPortal.fill(new PortalServer(), "示范县");
        bench = new CrawlBench(folder).government("990001", portal);
        bench.delay = Duration.ofMillis(5);
    }

    @AfterEach
    void stop() {
        portal.close();
    }

    @Test
    void findsEveryReportFromTheHomePageAndLittleElse() throws IOException {
        CrawlSummary summary = bench.crawl();

        assertThat(summary.interrupted()).isFalse();
        assertThat(summary.resumed()).isFalse();
        assertThat(summary.reports()).isEqualTo(3);
        assertThat(summary.pages()).isEqualTo(7);
        assertThat(portal.paths())
                .startsWith("/robots.txt", "/")
                .doesNotHaveDuplicates()
                .contains(CountyPortal.path(2020), CountyPortal.path(2021), CountyPortal.path(2022))
                .doesNotContain("/news/1.html", "/news/2.html", "/inner/zfxxgknb/");
    }

    @Test
    void theArchiveSaysWhyEachPageWasAskedFor() throws IOException {
        bench.crawl();

        assertThat(bench.attempts())
                .filteredOn(a -> a.url().equals(portal.url(CountyPortal.path(2020))))
                .singleElement()
                .satisfies(a -> {
                    assertThat(a.purpose()).isEqualTo(Purpose.REPORT);
                    assertThat(a.outcome()).isEqualTo(Outcome.ARCHIVED);
                    assertThat(a.visit().government()).isEqualTo("990001");
                    assertThat(a.visit().via().url()).isEqualTo(portal.url(CountyPortal.COLUMN + "?page=2"));
                    assertThat(a.visit().via().anchorText()).contains("2020年政府信息公开工作年度报告");
                    assertThat(a.visit().via().hops()).isEqualTo(4);
                });
    }

    @Test
    void howEachGovernmentEndedIsArchived() throws IOException {
        try (PortalServer broken = CountyPortal.fill(new PortalServer(), "断县");
                PortalServer empty = new PortalServer()) {
            broken.status(CountyPortal.path(2021), 500);
            empty.html("/", "<html><body>无</body></html>");
            bench.government("990002", broken).government("990003", empty);

            bench.crawl();

            Map<String, String> ends = new TreeMap<>();
            try (Archive archive = Archive.openForReading(folder)) {
                archive.read(
                        archive.files().get(0),
                        0,
                        record -> record.fields().forEach((name, value) -> {
                            if (name.startsWith("finish.")) {
                                ends.put(name, value);
                            }
                        }));
            }
            assertThat(ends.get("finish.990001"))
                    .as("a second column lies where robots.txt forbids it")
                    .startsWith("denied ")
                    .contains(" reports=3 columns=2 ")
                    .contains(" denied=1 ");
            assertThat(ends.get("finish.990002")).startsWith("report_failed ").contains(" reportsFailed=1 ");
            assertThat(ends.get("finish.990003")).startsWith("no_column ").contains(" reports=0 ");
        }
    }

    @Test
    void seedsAreArchivedAndTheRunIsCommitted() throws IOException {
        CrawlSummary summary = bench.crawl();

        try (Archive archive = Archive.openForReading(folder)) {
            assertThat(archive.unfinished()).isEmpty();
            assertThat(archive.commits())
                    .singleElement()
                    .satisfies(c -> assertThat(c.run()).isEqualTo(summary.run()));
            byte[][] seeds = new byte[1][];
            archive.read(archive.files().get(0), 0, record -> {
                if (record.type() == ArchivedRecord.Type.RESOURCE) {
                    seeds[0] = record.payload().orElseThrow().bytes();
                }
            });
            assertThat(seeds[0]).isEqualTo(bench.seeds().get(0).csv());
        }
    }

    @Test
    void redirectsAreExchangesOfTheirOwnAndLeadOn() throws IOException {
        portal.redirect("/", "/web/index.html");
        portal.redirect("/web/index.html", "/home/");
        portal.html("/home/", "<html><body><a href=\"/zwgk/\">政府信息公开</a></body></html>");

        CrawlSummary summary = bench.crawl();

        assertThat(summary.reports()).isEqualTo(3);
        assertThat(portal.paths()).containsSubsequence("/", "/web/index.html", "/home/", "/zwgk/");
        assertThat(bench.attempts())
                .filteredOn(a -> a.url().equals(portal.url("/")))
                .singleElement()
                .satisfies(
                        a -> assertThat(a.visit().detail()).isEqualTo("redirects to " + portal.url("/web/index.html")));
    }

    @Test
    void redirectLoopsAndEndlessChainsEnd() throws IOException {
        portal.redirect("/zwgk/", "/loop");
        portal.redirect("/loop", "/zwgk/");
        IntStream.range(0, 20).forEach(i -> portal.redirect("/c" + i, "/c" + (i + 1)));
        portal.html("/", "<html><body><a href=\"/zwgk/\">政府信息公开</a><a href=\"/c0\">政府信息公开年报</a></body></html>");

        CrawlSummary summary = bench.crawl();

        assertThat(summary.interrupted()).isFalse();
        assertThat(portal.paths()).doesNotHaveDuplicates().contains("/c10").doesNotContain("/c11");
        assertThat(bench.attempts())
                .filteredOn(a -> a.url().equals(portal.url("/c10")) || a.url().equals(portal.url("/loop")))
                .hasSize(2)
                .allSatisfy(a -> assertThat(a.outcome()).isEqualTo(Outcome.SERVER_ERROR));
    }

    @Test
    void hostThatASeedRedirectsToCountsAsTheGovernmentsOwn() throws IOException {
        try (PortalServer elsewhere = CountyPortal.fill(new PortalServer(), "示范县")) {
            portal.redirect("/", elsewhere.url("/"));
            bench.government("990002", elsewhere.url("/nothing"), null);

            bench.crawl();

            assertThat(elsewhere.paths()).contains("/zwgk/", CountyPortal.path(2022));
        }
    }

    @Test
    void privateAddressBehindARedirectIsRefused() throws IOException {
        try (PortalServer inside = CountyPortal.fill(new PortalServer(), "内网")) {
            portal.redirect("/", inside.url("/"));

            bench.crawl();

            assertThat(inside.paths()).isEmpty();
            assertThat(bench.attempts())
                    .filteredOn(a -> a.url().equals(inside.url("/")))
                    .singleElement()
                    .satisfies(a -> assertThat(a.outcome()).isEqualTo(Outcome.OUT_OF_SCOPE));
        }
    }

    @Test
    void theWayOnThatAHomePagePointsToIsRecordedThoughItIsOutOfScope() throws IOException {
        portal.html("/", "<meta http-equiv=\"refresh\" content=\"0;url=http://www.example.org/\">");

        bench.crawl();

        assertThat(bench.attempts())
                .filteredOn(a -> a.url().equals("http://www.example.org/"))
                .singleElement()
                .satisfies(a -> assertThat(a.outcome()).isEqualTo(Outcome.OUT_OF_SCOPE));
    }

    @Test
    void reportOnAForeignHostIsRecordedOnceAndNotAskedFor() throws IOException {
        String foreign = "http://www.example.org/2019.html";
        String link = "<ul><li><a href=\"" + foreign + "\">示范县2019年政府信息公开工作年度报告</a></li></ul>";
        String next = "<a href=\"/zwgk/zfxxgknb/?page=2\">下一页</a>";
        portal.html(CountyPortal.COLUMN, "<html><body>政府信息公开年报" + link + next + "</body></html>");
        portal.html(CountyPortal.COLUMN + "?page=2", "<html><body>政府信息公开年报" + link + "</body></html>");

        bench.crawl();

        assertThat(bench.attempts())
                .filteredOn(a -> a.url().equals(foreign))
                .singleElement()
                .satisfies(a -> {
                    assertThat(a.outcome()).isEqualTo(Outcome.OUT_OF_SCOPE);
                    assertThat(a.visit().detail()).startsWith("not asked: ");
                });
    }

    @Test
    void whatMayPassIsTriedAgainAndEachAttemptIsArchived() throws IOException {
        portal.status(CountyPortal.path(2022), 502);
        portal.onRequest(() -> {
            if (portal.paths().stream().filter(CountyPortal.path(2022)::equals).count() == 2) {
                CountyPortal.report(portal, "示范县", 2022);
            }
        });

        CrawlSummary summary = bench.crawl();

        assertThat(summary.reports()).isEqualTo(3);
        assertThat(bench.attempts())
                .filteredOn(a -> a.url().equals(portal.url(CountyPortal.path(2022))))
                .extracting(CrawlBench.Attempt::outcome)
                .containsExactly(Outcome.SERVER_ERROR, Outcome.SERVER_ERROR, Outcome.ARCHIVED);
    }

    @Test
    void serverErrorsAreGivenUpAfterThreeAttempts() throws IOException {
        portal.status(CountyPortal.path(2022), 500);

        CrawlSummary summary = bench.crawl();

        assertThat(summary.interrupted()).isFalse();
        assertThat(summary.reports()).isEqualTo(2);
        assertThat(portal.paths().stream().filter(CountyPortal.path(2022)::equals))
                .hasSize(3);
    }

    @Test
    void pageBudgetEndsAGovernment() throws IOException {
        bench.maxPages = 3;

        CrawlSummary summary = bench.crawl();

        assertThat(summary.interrupted()).isFalse();
        // home page, section, column; the two reports that it lists are not charged
        assertThat(summary.pages()).isEqualTo(5);
        assertThat(summary.reports()).isEqualTo(2);
        assertThat(summary.unasked()).containsExactly(new Unasked("990001", 2, 0));
        assertThat(bench.notes)
                .contains("government 990001 is not exhausted: its budget of 3 pages ended with 2 reports and columns"
                        + " not asked for");
    }

    @Test
    void reportsAreNotChargedToThePageBudget() throws IOException {
        bench.maxPages = 5;
        StringBuilder items = new StringBuilder("<html><head><title>政府信息公开年报</title></head><body><ul>");
        IntStream.range(1990, 2025).forEach(year -> {
            items.append("<li><a href=\"" + CountyPortal.path(year) + "\">示范县" + year + "年政府信息公开工作年度报告</a></li>");
            CountyPortal.report(portal, "示范县", year);
        });
        portal.html(CountyPortal.COLUMN, items + "</ul></body></html>");

        CrawlSummary summary = bench.crawl();

        assertThat(summary.reports()).isEqualTo(35);
        assertThat(summary.unasked()).isEmpty();
    }

    private static final String LIST = "<html><head><title>政府信息公开年报</title></head><body>"
            + "<li><a href=\"/zwgk/zfxxgknb/t20220131_2022.html\">示范县2022年政府信息公开工作年度报告</a></li>";

    @Test
    void aPagerWithoutEndIsLeft() throws IOException {
        portal.html(CountyPortal.COLUMN, LIST + "<a href=\"?page=2\">下一页</a>");
        IntStream.range(2, 60)
                .forEach(k -> portal.html(
                        CountyPortal.COLUMN + "?page=" + k, LIST + "<a href=\"?page=" + (k + 1) + "\">下一页</a>"));

        bench.crawl();

        assertThat(portal.paths())
                .contains(CountyPortal.COLUMN + "?page=4")
                .doesNotContain(CountyPortal.COLUMN + "?page=5");
    }

    @Test
    void aPagerThatPromisesManyEmptyPagesIsLeft() throws IOException {
        portal.html(CountyPortal.COLUMN, LIST + "<script>createPageHTML(90, 0, 'index', 'html')</script>");
        IntStream.range(1, 90).forEach(k -> portal.html(CountyPortal.COLUMN + "index_" + k + ".html", LIST));

        bench.crawl();

        assertThat(portal.paths().stream().filter(path -> path.contains("/index_")))
                .hasSize(3);
    }

    @Test
    void yearFoldersInsideYearFoldersAreLeft() throws IOException {
        portal.html(CountyPortal.COLUMN, LIST + years(CountyPortal.COLUMN));
        portal.onRequest(() -> {
            for (String path : portal.paths()) {
                for (int year = 2015; year < 2024; year++) {
                    String folder = path + year + "n/";
                    portal.html(folder, "<html><title>政府信息公开年报</title>" + years(folder));
                }
            }
        });

        CrawlSummary summary = bench.crawl();

        assertThat(summary.reports()).isEqualTo(1);
        assertThat(summary.pages()).isLessThan(90);
        assertThat(summary.unasked()).isEmpty();
    }

    private static String years(String folder) {
        StringBuilder links = new StringBuilder();
        IntStream.range(2015, 2024)
                .forEach(year -> links.append("<a href=\"" + folder + year + "n/\">" + year + "年</a>"));
        return links.toString();
    }

    @Test
    void columnsFourFoldersDownAreFound() throws IOException {
        String title = "<html><title>政府信息公开年报</title><ul><li>";
        portal.html(CountyPortal.COLUMN, title + "<a href=\"2023n/\">2023年</a>");
        portal.html(CountyPortal.COLUMN + "2023n/", title + "<a href=\"bm/\">县政府部门</a>");
        portal.html(CountyPortal.COLUMN + "2023n/bm/", title + "<a href=\"/c9/\">财政局</a>");
        portal.html("/c9/", title + "<a href=\"/c10/\">年度报告</a>");
        portal.html("/c10/", LIST);

        assertThat(bench.crawl().reports()).isEqualTo(1);
    }

    @Test
    void aListOfDeadLinksIsLeftAfterTwentyOfThem() throws IOException {
        StringBuilder dead = new StringBuilder();
        IntStream.range(0, 100)
                .forEach(
                        k -> dead.append("<li><a href=\"/dead/" + k + ".html\">第" + k + "局2022年政府信息公开工作年度报告</a></li>"));
        portal.html(CountyPortal.COLUMN, LIST + dead);

        CrawlSummary summary = bench.crawl();

        assertThat(portal.paths().stream().filter(path -> path.startsWith("/dead/")))
                .hasSize(20);
        assertThat(summary.unasked()).containsExactly(new Unasked("990001", 0, 80));
    }

    @Test
    void sessionIdsInEveryLinkAreSeenThrough() throws IOException {
        AtomicInteger session = new AtomicInteger(0x10000000);
        String report = "/zwgk/zfxxgknb/r.jsp";
        portal.onRequest(() -> {
            // each request finds links with a session id that it has not seen
            String asked = Integer.toHexString(session.get());
            String next = Integer.toHexString(session.incrementAndGet());
            portal.html(
                    CountyPortal.COLUMN + (portal.paths().size() < 4 ? "" : "?s=" + asked),
                    LIST + "<a href=\"/zwgk/zfxxgknb/?s=" + next + "\">政府信息公开年报</a><a href=\"" + report + "?s=" + next
                            + "\">县教育局2022年政府信息公开工作年度报告</a>");
            CountyPortal.report(portal, "县教育局", 2022, report + "?s=" + next);
        });

        CrawlSummary summary = bench.crawl();

        assertThat(summary.pages()).isLessThan(20);
    }

    @Test
    void portalWithoutReportsIsLeftAfterAFewPages() throws IOException {
        StringBuilder links = new StringBuilder("<html><body>");
        IntStream.range(0, 300).forEach(i -> links.append("<a href=\"/n/" + i + ".html\">消息" + i + "</a>"));
        portal.html("/", links + "</body></html>");

        CrawlSummary summary = bench.crawl();

        assertThat(summary.interrupted()).isFalse();
        assertThat(summary.pages()).isEqualTo(1 + DiscoveryRule.MAX_OTHERS);
    }

    @Test
    void deadHostIsRecordedAndTheOthersGoOn() throws IOException {
        PortalServer dead = new PortalServer();
        String url = dead.url("/");
        dead.close();
        bench.government("990002", url, null);

        CrawlSummary summary = bench.crawl();

        assertThat(summary.reports()).isEqualTo(3);
        assertThat(bench.attempts())
                .filteredOn(a -> a.url().startsWith(url))
                .extracting(CrawlBench.Attempt::outcome)
                .containsOnly(Outcome.CONNECTION_ERROR)
                .hasSize(4);
    }

    @Test
    void portalThatGoesDownIsLeftAlone() throws IOException {
        bench.delay = Duration.ofNanos(1);
        StringBuilder items = new StringBuilder("<html><head><title>政府信息公开年报</title></head><body><ul>");
        IntStream.range(0, 30).forEach(i -> {
            items.append("<li><a href=\"/r" + i + ".html\">某局" + i + "2022年政府信息公开工作年度报告</a></li>");
            portal.status("/r" + i + ".html", 503);
        });
        portal.html(CountyPortal.COLUMN, items + "</ul></body></html>");

        CrawlSummary summary = bench.crawl();

        assertThat(summary.interrupted()).isFalse();
        assertThat(portal.paths().stream().filter(path -> path.startsWith("/r") && path.endsWith(".html")))
                .hasSize(8);
        List<CrawlBench.Attempt> leftAlone = bench.attempts().stream()
                .filter(a -> a.visit().detail().contains("failed 8 times in a row"))
                .toList();
        assertThat(leftAlone).extracting(CrawlBench.Attempt::url).contains(portal.url("/r20.html"));
        assertThat(leftAlone).extracting(CrawlBench.Attempt::outcome).containsOnly(Outcome.SERVER_ERROR);
    }

    @Test
    void strangeStatusIsNoFaultOfTheProgram() throws IOException {
        portal.status("/zwgk/", 999);

        CrawlSummary summary = bench.crawl();

        assertThat(summary.interrupted()).isFalse();
        assertThat(bench.attempts()).extracting(CrawlBench.Attempt::url).contains(portal.url("/zwgk/"));
    }

    @Test
    void hostilePageDoesNotEndTheCrawl() throws IOException {
        portal.html("/zwgk/", "<div>".repeat(100_000) + "<a href='http://[::1'>政府信息公开年报</a><a href='http://'>x</a>");
        portal.html(
                "/",
                "<html><body><a href=\"/zwgk/\">政府信息公开</a>" + "<a href=\"/zwgk/zfxxgknb/\">政府信息公开年报</a></body></html>");

        assertThat(bench.crawl().reports()).isEqualTo(3);
    }

    @Test
    void emptyListOfGovernmentsIsDoneAtOnce() throws IOException {
        bench.governments.clear();

        CrawlSummary summary = bench.crawl();

        assertThat(summary.interrupted()).isFalse();
        assertThat(summary.requests()).isZero();
    }

    @Test
    void manyPortalsAreCrawledSideBySide() throws IOException {
        List<PortalServer> more = IntStream.range(0, 8)
                .mapToObj(i -> CountyPortal.fill(new PortalServer(), "县" + i))
                .toList();
        try {
            bench.delay = Duration.ofMillis(100);
            IntStream.range(0, 8).forEach(i -> bench.government("99100" + i, more.get(i)));

            CrawlSummary summary = bench.crawl();

            assertThat(summary.reports()).isEqualTo(27);
            long lastToBegin = more.stream()
                    .mapToLong(p -> p.log().get(0).startNanos())
                    .max()
                    .orElseThrow();
            assertThat(more)
                    .allSatisfy(p -> assertThat(p.log().get(p.log().size() - 1).startNanos())
                            .as("a portal was done before another was begun")
                            .isGreaterThan(lastToBegin));
        } finally {
            more.forEach(PortalServer::close);
        }
    }
}
