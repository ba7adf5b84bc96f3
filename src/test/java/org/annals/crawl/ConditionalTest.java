package org.annals.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.annals.archive.Archive;
import org.annals.archive.ArchivedRecord;
import org.annals.archive.Finding;
import org.annals.archive.Verifier;
import org.annals.capture.KnownAddress;
import org.annals.capture.Outcome;
import org.annals.capture.Purpose;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConditionalTest {
    private static final String LIST = "<html><head><title>政府信息公开年报</title></head><body><ul>"
            + "<li><a href=\"/2022.html\">示范县2022年政府信息公开工作年度报告</a></li>"
            + "<li><a href=\"/2021.html\">示范县2021年政府信息公开工作年度报告</a></li></ul></body></html>";
    private static final String REPORT = "<html><head><title>示范县%s年政府信息公开工作年度报告</title></head><body>"
            + "<h1>示范县%s年政府信息公开工作年度报告</h1><h2>一、总体情况</h2><p>做了工作。</p><h2>二、主动公开政府信息情况</h2><p>无。</p>"
            + "<h2>三、收到和处理政府信息公开申请情况</h2><p>共收到 3 件。</p><h2>四、行政复议、行政诉讼情况</h2><p>没有发生。</p>"
            + "<h2>五、存在的主要问题及改进情况</h2><p>继续改进。</p></body></html>";
    private static final String OLD = "Tue, 01 Feb 2022 08:00:00 GMT";

    @TempDir
    Path folder;

    private PortalServer portal;
    private CrawlBench bench;

    @BeforeEach
    void firstCrawl() throws IOException {
        portal = new PortalServer();
        portal.answer(
                "/robots.txt",
                new PortalServer.Answer(200, "text/plain", "User-agent: *\nDisallow: /x\n", Map.of("ETag", "\"r\"")));
        portal.tagged("/nb/", "\"list-1\"", LIST);
        report("/2022.html", "2022", OLD);
        report("/2021.html", "2021", OLD);
        bench = new CrawlBench(folder).government("990001", portal.url("/"), portal.url("/nb/"));
        bench.delay = Duration.ofMillis(2);
        bench.crawl();
        bench.known.add(new KnownAddress("990001", portal.url("/nb/"), Purpose.COLUMN));
        bench.known.add(new KnownAddress("990001", portal.url("/2022.html"), Purpose.REPORT));
        bench.known.add(new KnownAddress("990001", portal.url("/2021.html"), Purpose.REPORT));
        bench.revisit = true;
        portal.clearLog();
    }

    @AfterEach
    void stop() {
        portal.close();
    }

    private void report(String path, String year, String lastModified) {
        portal.answer(
                path,
                new PortalServer.Answer(
                        200,
                        "text/html; charset=utf-8",
                        REPORT.formatted(year, year),
                        Map.of("Last-Modified", lastModified)));
    }

    private List<ArchivedRecord> revisits(CrawlSummary summary) throws IOException {
        List<ArchivedRecord> revisits = new ArrayList<>();
        try (Archive archive = Archive.openForReading(folder)) {
            for (String file : archive.files()) {
                archive.read(file, 0, record -> {
                    if (record.type() == ArchivedRecord.Type.REVISIT
                            && record.run().orElseThrow().equals(summary.run())) {
                        revisits.add(record);
                    }
                });
            }
        }
        return revisits;
    }

    private List<Outcome> outcomes(CrawlSummary summary, String path) throws IOException {
        return bench.attempts(summary).stream()
                .filter(a -> a.url().equals(portal.url(path)))
                .map(CrawlBench.Attempt::outcome)
                .toList();
    }

    private void assertArchiveIsSound() throws IOException {
        List<Finding> findings = new ArrayList<>();
        Verifier.verify(folder, findings::add);
        assertThat(findings).isEmpty();
    }

    @Test
    void whatWasArchivedIsAskedForConditionally() throws IOException {
        CrawlSummary summary = bench.crawl();

        assertThat(portal.conditions("/nb/")).containsExactly("If-None-Match: \"list-1\"");
        assertThat(portal.conditions("/2022.html")).containsExactly("If-Modified-Since: " + OLD);
        assertThat(portal.log())
                .filteredOn(r -> !r.path().equals("/robots.txt"))
                .extracting(LoggedRequest::status)
                .containsOnly(304)
                .hasSize(3);
        assertThat(summary.outcome(Outcome.UNCHANGED)).isEqualTo(4);
        assertThat(summary.reports()).isEqualTo(2);
        assertArchiveIsSound();
    }

    @Test
    void theFirstCrawlAsksForNothingConditionally() throws IOException {
        try (PortalServer other = new PortalServer()) {
            other.tagged("/", "\"a\"", LIST);
            CrawlBench fresh = new CrawlBench(folder.resolve("other")).government("990002", other);
            fresh.delay = Duration.ofMillis(2);
            fresh.crawl();
            assertThat(other.paths()).contains("/");
            assertThat(other.conditions("/")).isEmpty();
        }
    }

    @Test
    void robotsTxtIsAlwaysAskedForWhole() throws IOException {
        bench.crawl();

        assertThat(portal.conditions("/robots.txt")).isEmpty();
        assertThat(portal.log()).extracting(LoggedRequest::path).contains("/robots.txt");
    }

    @Test
    void notModifiedIsARevisitThatHasThePayloadOfTheFirst() throws IOException {
        CrawlSummary summary = bench.crawl();

        List<ArchivedRecord> revisits = revisits(summary);
        assertThat(revisits)
                .filteredOn(r -> r.status().equals(Optional.of(304)))
                .hasSize(3)
                .allSatisfy(r -> {
                    assertThat(r.payload().orElseThrow().contentType()).contains("text/html; charset=utf-8");
                    assertThat(r.payload().orElseThrow().length()).isGreaterThan(100);
                });
    }

    @Test
    void discoveryGoesOnFromTheArchivedBody() throws IOException {
        // listed, but left out of what is known
        bench.known.removeIf(k -> k.purpose() == Purpose.REPORT);
        bench.revisit = false;

        bench.crawl();

        assertThat(portal.paths()).containsExactlyInAnyOrder("/robots.txt", "/nb/", "/2022.html", "/2021.html");
    }

    @Test
    void aChangedPageComesWhole() throws IOException {
        report("/2022.html", "2022年（修订）", "Wed, 02 Feb 2022 08:00:00 GMT");

        CrawlSummary summary = bench.crawl();

        assertThat(outcomes(summary, "/2022.html")).containsExactly(Outcome.ARCHIVED);
        assertThat(outcomes(summary, "/2021.html")).containsExactly(Outcome.UNCHANGED);
        bench.crawl();
        assertThat(portal.conditions("/2022.html")).containsExactly("If-Modified-Since: Wed, 02 Feb 2022 08:00:00 GMT");
        assertArchiveIsSound();
    }

    @Test
    void theSameBodyWithAnotherTagIsARevisitAndItsTagIsAskedWithNext() throws IOException {
        portal.tagged("/nb/", "\"list-2\"", LIST);

        CrawlSummary second = bench.crawl();
        assertThat(outcomes(second, "/nb/")).containsExactly(Outcome.UNCHANGED);
        bench.crawl();

        assertThat(portal.conditions("/nb/")).containsExactly("If-None-Match: \"list-2\"");
        CrawlSummary fourth = bench.crawl();
        assertThat(outcomes(fourth, "/nb/")).containsExactly(Outcome.UNCHANGED);
        assertArchiveIsSound();
    }

    @Test
    void theSameBodySentAgainAfterA304IsStillARevisit() throws IOException {
        bench.crawl();
        report("/2022.html", "2022", "Wed, 02 Feb 2022 08:00:00 GMT");

        CrawlSummary third = bench.crawl();

        assertThat(outcomes(third, "/2022.html")).containsExactly(Outcome.UNCHANGED);
        assertThat(revisits(third))
                .filteredOn(r -> r.targetUri().orElseThrow().endsWith("/2022.html"))
                .singleElement()
                .satisfies(r -> assertThat(r.status()).contains(200));
        assertArchiveIsSound();
    }

    @Test
    void notModifiedThatNamesAnotherTagIsNotBelieved() throws IOException {
        portal.tagged("/nb/", "\"list-9\"", LIST.replace("2021", "2020"));
        portal.claimsNothingEverChanges("/nb/");

        CrawlSummary summary = bench.crawl();

        assertThat(outcomes(summary, "/nb/")).containsExactly(Outcome.SERVER_ERROR, Outcome.ARCHIVED);
        assertThat(portal.paths()).contains("/2020.html");
        assertThat(portal.conditions("/nb/")).isEmpty();
        assertArchiveIsSound();
    }

    @Test
    void notModifiedForWhatWasNeverArchivedIsAServerError() throws IOException {
        portal.tagged("/nb/", "\"list-2\"", LIST.replace("/2021.html", "/2019.html"));
        portal.status("/2019.html", 304);

        CrawlSummary summary = bench.crawl();

        assertThat(outcomes(summary, "/2019.html")).containsExactly(Outcome.SERVER_ERROR, Outcome.SERVER_ERROR);
        assertThat(summary.interrupted()).isFalse();
        assertThat(revisits(summary)).noneMatch(r -> r.targetUri().orElseThrow().endsWith("/2019.html"));
        assertArchiveIsSound();
    }

    @Test
    void aServerErrorInBetweenLosesNothing() throws IOException {
        portal.status("/2022.html", 500);
        bench.crawl();
        report("/2022.html", "2022", OLD);

        CrawlSummary third = bench.crawl();

        assertThat(outcomes(third, "/2022.html")).containsExactly(Outcome.UNCHANGED);
        assertThat(revisits(third))
                .filteredOn(r -> r.targetUri().orElseThrow().endsWith("/2022.html"))
                .extracting(r -> r.status().orElseThrow())
                .containsExactly(304);
    }

    @Test
    void anotherHostsValidatorsAreNotSent() throws IOException {
        try (PortalServer other = new PortalServer()) {
            other.tagged("/nb/", "\"list-1\"", LIST);
            bench.government("990002", other.url("/"), other.url("/nb/"));

            bench.crawl();

            assertThat(other.conditions("/nb/")).isEmpty();
            assertThat(portal.conditions("/nb/")).isNotEmpty();
        }
    }

    @Test
    void aRunThatIsTakenUpReadsNotModifiedAsTheCrawlDid() throws IOException {
        bench.known.removeIf(k -> k.purpose() == Purpose.REPORT);
        bench.revisit = false;
        try (Archive archive = Archive.openForWriting(folder)) {
            Crawler crawler = bench.crawler(archive);
            portal.onRequest(() -> {
                if (portal.paths().contains("/nb/")) {
                    crawler.stop();
                }
            });
            assertThat(bench.run(crawler).interrupted()).isTrue();
        }
        portal.onRequest(() -> {});
        Files.delete(bench.frontierFile());

        CrawlSummary summary = bench.crawl();

        assertThat(summary.resumed()).isTrue();
        assertThat(summary.interrupted()).isFalse();
        assertThat(portal.paths()).filteredOn("/nb/"::equals).hasSize(1);
        assertThat(portal.paths()).contains("/2022.html", "/2021.html");
    }
}
