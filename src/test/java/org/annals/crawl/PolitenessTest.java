package org.annals.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.annals.capture.Outcome;
import org.annals.capture.Purpose;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Judged from the servers' own logs. */
class PolitenessTest {
    @TempDir
    Path folder;

    private final List<PortalServer> portals = new ArrayList<>();

    private PortalServer portal() {
        PortalServer portal = CountyPortal.fill(new PortalServer(), "示范县");
        portals.add(portal);
        return portal;
    }

    @AfterEach
    void stop() {
        portals.forEach(PortalServer::close);
    }

    /** From the end of one answer to the start of the next request; below zero where they overlap. */
    private static List<Duration> gaps(PortalServer portal) {
        List<LoggedRequest> log = new ArrayList<>(portal.log());
        log.sort(Comparator.comparingLong(LoggedRequest::startNanos));
        List<Duration> gaps = new ArrayList<>();
        for (int i = 1; i < log.size(); i++) {
            gaps.add(Duration.ofNanos(log.get(i).startNanos() - log.get(i - 1).endNanos()));
        }
        return gaps;
    }

    @Test
    void noHostIsAskedTwiceAtOnceOrWithoutTheDelay() throws IOException {
        CrawlBench bench = new CrawlBench(folder);
        bench.delay = Duration.ofMillis(80);
        for (int i = 0; i < 6; i++) {
            PortalServer portal = portal();
            portal.answerAfter(20);
            bench.government("99000" + i, portal);
        }

        CrawlSummary summary = bench.crawl();

        assertThat(summary.reports()).isEqualTo(18);
        for (PortalServer portal : portals) {
            assertThat(portal.paths()).hasSize(8).startsWith("/robots.txt");
            assertThat(gaps(portal)).allSatisfy(gap -> assertThat(gap).isGreaterThanOrEqualTo(bench.delay));
        }
    }

    @Test
    void governmentsThatShareAHostShareItsPace() throws IOException {
        CrawlBench bench = new CrawlBench(folder);
        bench.delay = Duration.ofMillis(50);
        PortalServer portal = portal();
        for (int i = 0; i < 4; i++) {
            bench.government("99000" + i, portal);
        }

        bench.crawl();

        assertThat(portal.paths().stream().filter("/robots.txt"::equals)).hasSize(1);
        assertThat(portal.paths()).hasSize(1 + 4 * 7);
        assertThat(gaps(portal)).allSatisfy(gap -> assertThat(gap).isGreaterThanOrEqualTo(bench.delay));
    }

    @Test
    void crawlDelayOfThePortalIsKept() throws IOException {
        CrawlBench bench = new CrawlBench(folder);
        PortalServer portal = portal();
        portal.text("/robots.txt", "User-agent: annals\nCrawl-delay: 0.15\n");
        bench.government("990001", portal);

        bench.crawl();

        assertThat(gaps(portal))
                .hasSizeGreaterThan(5)
                .allSatisfy(gap -> assertThat(gap).isGreaterThanOrEqualTo(Duration.ofMillis(150)));
    }

    @Test
    void paceHoldsFromOneRunToTheNext() throws IOException {
        CrawlBench bench = new CrawlBench(folder);
        bench.delay = Duration.ofMillis(400);
        bench.maxPages = 1;
        PortalServer portal = portal();
        bench.government("990001", portal);

        bench.crawl();
        bench.crawl();

        assertThat(portal.paths()).containsExactly("/robots.txt", "/", "/robots.txt", "/");
        assertThat(gaps(portal)).allSatisfy(gap -> assertThat(gap).isGreaterThanOrEqualTo(bench.delay));
    }

    @Test
    void forbiddenPagesAreNotAskedForAndTheRuleIsArchived() throws IOException {
        CrawlBench bench = new CrawlBench(folder);
        PortalServer portal = portal();
        portal.text("/robots.txt", "User-agent: *\nDisallow: /zwgk/zfxxgknb/t2021\n");
        bench.government("990001", portal);

        CrawlSummary summary = bench.crawl();

        assertThat(portal.paths()).doesNotContain(CountyPortal.path(2021)).contains(CountyPortal.path(2020));
        assertThat(summary.reports()).isEqualTo(2);
        assertThat(bench.attempts())
                .filteredOn(a -> a.outcome() == Outcome.ROBOTS_DENIED && a.purpose() == Purpose.REPORT)
                .singleElement()
                .satisfies(a -> assertThat(a.visit().detail()).contains("Disallow: /zwgk/zfxxgknb/t2021"));
    }

    @Test
    void robotsThatCannotBeServedForbidsEverything() throws IOException {
        CrawlBench bench = new CrawlBench(folder);
        bench.delay = Duration.ofMillis(5);
        PortalServer portal = portal();
        portal.status("/robots.txt", 503);
        bench.government("990001", portal);

        CrawlSummary summary = bench.crawl();

        assertThat(portal.paths()).containsOnly("/robots.txt").hasSize(3);
        assertThat(summary.interrupted()).isFalse();
        assertThat(bench.attempts())
                .filteredOn(a -> a.purpose() == Purpose.SEED)
                .singleElement()
                .satisfies(a -> assertThat(a.outcome()).isEqualTo(Outcome.ROBOTS_DENIED));
    }

    @Test
    void robotsThatIsNotThereForbidsNothing() throws IOException {
        CrawlBench bench = new CrawlBench(folder);
        PortalServer portal = portal();
        portal.remove("/robots.txt");
        bench.government("990001", portal);

        assertThat(bench.crawl().reports()).isEqualTo(3);
    }

    @Test
    void robotsIsFollowedOverHostsAndPacedThere() throws IOException {
        CrawlBench bench = new CrawlBench(folder);
        bench.delay = Duration.ofMillis(60);
        PortalServer portal = portal();
        PortalServer other = portal();
        portal.redirect("/robots.txt", other.url("/rules.txt"));
        other.text("/rules.txt", "User-agent: *\nDisallow: /zwgk/zfxxgknb/\n");
        bench.government("990001", portal).government("990002", other);

        bench.crawl();

        assertThat(portal.paths()).contains("/zwgk/").doesNotContain(CountyPortal.COLUMN);
        assertThat(other.paths()).contains("/robots.txt", "/rules.txt", CountyPortal.COLUMN);
        assertThat(gaps(other)).allSatisfy(gap -> assertThat(gap).isGreaterThanOrEqualTo(bench.delay));
    }

    @Test
    void robotsThatRedirectsForEverCountsAsNotThere() throws IOException {
        CrawlBench bench = new CrawlBench(folder);
        PortalServer portal = portal();
        portal.redirect("/robots.txt", "/r1");
        for (int i = 1; i <= 9; i++) {
            portal.redirect("/r" + i, "/r" + (i + 1));
        }
        bench.government("990001", portal);

        CrawlSummary summary = bench.crawl();

        assertThat(portal.paths()).startsWith("/robots.txt", "/r1", "/r2", "/r3", "/r4", "/r5", "/");
        assertThat(summary.reports()).isEqualTo(3);
    }

    @Test
    void retryAfterIsWaitedFor() throws IOException {
        CrawlBench bench = new CrawlBench(folder);
        bench.delay = Duration.ofMillis(10);
        PortalServer portal = portal();
        portal.status("/zwgk/", 429, Map.of("Retry-After", "1"));
        portal.onRequest(() -> {
            if (portal.paths().contains("/zwgk/")) {
                CountyPortal.fill(portal, "示范县");
            }
        });
        bench.government("990001", portal);

        CrawlSummary summary = bench.crawl();

        assertThat(summary.reports()).isEqualTo(3);
        int refused = portal.paths().indexOf("/zwgk/");
        assertThat(gaps(portal).get(refused)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void slowPortalsAreAskedLessOften() throws IOException {
        CrawlBench bench = new CrawlBench(folder);
        bench.delay = Duration.ofMillis(10);
        bench.maxPages = 2;
        PortalServer portal = portal();
        portal.answerAfter(260);
        bench.government("990001", portal);

        bench.crawl();

        assertThat(gaps(portal)).hasSize(2).allSatisfy(gap -> assertThat(gap).isGreaterThan(Duration.ofMillis(1_300)));
    }

    @Test
    void crawlDelayAboveTheCapIsReported() throws IOException {
        CrawlBench bench = new CrawlBench(folder);
        bench.maxTime = Optional.of(Duration.ofMillis(300));
        PortalServer portal = portal();
        portal.text("/robots.txt", "User-agent: *\nCrawl-delay: 3600\n");
        bench.government("990001", portal);

        bench.crawl();

        assertThat(portal.paths()).containsExactly("/robots.txt");
        assertThat(bench.notes)
                .anySatisfy(note -> assertThat(note).contains(portal.url(""), "Crawl-delay of 3600 s kept as 300 s"));
    }

    @Test
    void retryAfterOfADayEndsTheAskingOfThatHostAlone() throws IOException {
        CrawlBench bench = new CrawlBench(folder);
        PortalServer portal = portal();
        portal.status("/zwgk/", 429, Map.of("Retry-After", "86400"));
        bench.government("990000", portal);
        bench.government("990001", portal());

        CrawlSummary summary = bench.crawl();

        assertThat(summary.interrupted()).isFalse();
        assertThat(summary.reports()).isEqualTo(3);
        assertThat(portal.paths()).endsWith("/zwgk/").containsOnlyOnce("/zwgk/");
        assertThat(bench.notes)
                .anyMatch(line -> line.contains("asked to be left alone for 1440 minutes (Retry-After)"));
    }

    @Test
    void retryAfterMayBeADate() throws IOException {
        CrawlBench bench = new CrawlBench(folder);
        bench.delay = Duration.ofMillis(10);
        PortalServer portal = portal();
        portal.onRequest(() -> {
            if (portal.paths().size() == 2) {
                String inTwoSeconds = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                        ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(3));
                portal.status("/zwgk/", 503, Map.of("Retry-After", inTwoSeconds));
            } else {
                CountyPortal.fill(portal, "示范县");
            }
        });
        bench.government("990001", portal);

        CrawlSummary summary = bench.crawl();

        assertThat(summary.reports()).isEqualTo(3);
        int refused = portal.paths().indexOf("/zwgk/");
        // the date has no parts of a second
        assertThat(gaps(portal).get(refused)).isGreaterThanOrEqualTo(Duration.ofMillis(1_800));
    }

    @Test
    void portalThatFailsForAWhileIsAskedLessAndLessOftenAndThenAsBefore() throws IOException {
        CrawlBench bench = new CrawlBench(folder);
        bench.delay = Duration.ofMillis(20);
        PortalServer portal = portal();
        // with nothing else to ask for meanwhile
        portal.html("/", "<html><body><a href=\"/zwgk/\">政府信息公开</a></body></html>");
        portal.status("/zwgk/", 503);
        portal.onRequest(() -> {
            if (portal.paths().stream().filter("/zwgk/"::equals).count() == 2) {
                CountyPortal.fill(portal, "示范县");
            }
        });
        bench.government("990001", portal);

        CrawlSummary summary = bench.crawl();

        assertThat(summary.reports()).isEqualTo(3);
        int first = portal.paths().indexOf("/zwgk/");
        assertThat(gaps(portal).get(first)).isGreaterThanOrEqualTo(Duration.ofMillis(80));
        assertThat(gaps(portal).get(first + 1)).isGreaterThanOrEqualTo(Duration.ofMillis(320));
        assertThat(gaps(portal).subList(first + 2, gaps(portal).size()))
                .hasSizeGreaterThan(3)
                .anySatisfy(gap -> assertThat(gap).isLessThan(Duration.ofMillis(320)));
    }
}
