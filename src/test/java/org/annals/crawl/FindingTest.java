package org.annals.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.annals.capture.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a crawl asks for to find the reports of a portal, and what it leaves. */
class FindingTest {
    @TempDir
    Path folder;

    private PortalServer portal;
    private CrawlBench bench;

    @BeforeEach
    void start() {
        portal = CountyPortal.fill(new PortalServer(), "示范县");
        bench = new CrawlBench(folder).government("990001", portal);
        bench.delay = Duration.ofMillis(1);
    }

    @AfterEach
    void stop() {
        portal.close();
    }

    @Test
    void aPageIsAskedForOnceWhateverItsLinksAddToIt() throws IOException {
        String title = "示范县2022年政府信息公开工作年度报告";
        String path = CountyPortal.path(2022);
        String plain = path.substring(0, path.length() - 5);
        List<String> links = List.of(
                path + "?t=1700000000123",
                path + "?from=timeline",
                path + "?ddtab=true",
                path + ";jsessionid=0A1B",
                plain + "_wap.html",
                "/wap" + path,
                path,
                "/print.jsp?id=2022");
        String rows = links.stream()
                .map(link -> "<li><a href='" + link + "'>" + title + "</a></li>")
                .collect(Collectors.joining());
        portal.html(CountyPortal.COLUMN, "<title>政府信息公开年报</title><ul>" + rows + "</ul>");

        assertThat(bench.crawl().reports()).isEqualTo(1);

        assertThat(portal.paths()).filteredOn(asked -> asked.contains("2022")).containsExactly(path);
    }

    @Test
    void endlessFacetsOfAListAreLeft() throws IOException {
        String list = IntStream.range(0, 300)
                .mapToObj(i -> "<a href='/zwgk/zfxxgknb/?year=" + (2008 + i % 16) + "&sort=" + i + "'>"
                        + (2008 + i % 16) + "年</a>")
                .collect(Collectors.joining(" "));
        String item = "<li><a href='" + CountyPortal.path(2022) + "'>示范县2022年政府信息公开工作年度报告</a></li>";
        String page = "<title>政府信息公开年报</title><ul>" + item + "</ul>" + list;
        portal.html(CountyPortal.COLUMN, page);
        for (int i = 0; i < 300; i++) {
            portal.html("/zwgk/zfxxgknb/?year=" + (2008 + i % 16) + "&sort=" + i, page);
        }

        CrawlSummary summary = bench.crawl();

        assertThat(summary.reports()).isEqualTo(1);
        assertThat(summary.unasked()).isEmpty();
        assertThat(portal.paths()).filteredOn(p -> p.contains("sort=")).hasSizeLessThan(20);
    }

    @Test
    void aRefreshHeaderIsFollowed() throws IOException {
        portal.status("/", 200, Map.of("Refresh", "0; url=/home.html"));
        portal.html("/home.html", "<a href='/zwgk/'>政府信息公开</a>");

        assertThat(bench.crawl().reports()).isEqualTo(3);
    }

    @Test
    void aForbiddenFolderIsAskedForByTheNameOfItsFirstPage() throws IOException {
        portal.html("/", "<a href='/nb/'>政府信息公开年报</a>");
        portal.status("/nb/", 403);
        portal.html(
                "/nb/index.html",
                "<title>政府信息公开年报</title><a href='" + CountyPortal.path(2021) + "'>示范县2021年政府信息公开工作年度报告</a>");

        assertThat(bench.crawl().reports()).isEqualTo(1);
    }

    @Test
    void aColumnThatIsRefusedIsNotLookedForAllOverThePortal() throws IOException {
        portal.html("/", "<a href='/nb/'>政府信息公开年报</a><a href='/news/1.html'>春耕现场会召开</a><a href='/a/'>新闻</a>");
        portal.status("/nb/", 412);

        bench.crawl();

        assertThat(portal.paths()).containsExactly("/robots.txt", "/", "/nb/");
        assertThat(bench.attempts())
                .filteredOn(a -> a.url().endsWith("/nb/"))
                .singleElement()
                .satisfies(a -> assertThat(a.outcome()).isEqualTo(Outcome.CHALLENGE));
    }

    @Test
    void sitemapsElsewhereAreRefusedOnRecord() throws IOException {
        portal.text("/robots.txt", "User-agent: *\nAllow: /\nSitemap: http://127.0.0.2:9/robots-sitemap.xml\n");

        bench.crawl();

        assertThat(bench.attempts())
                .filteredOn(a -> a.url().equals("http://127.0.0.2:9/robots-sitemap.xml"))
                .singleElement()
                .satisfies(a -> assertThat(a.outcome()).isEqualTo(Outcome.OUT_OF_SCOPE));
    }

    @Test
    void placesElsewhereInASitemapAreRefusedOnRecordUpToABound() throws IOException {
        String places = IntStream.range(0, 60)
                .mapToObj(k -> "<url><loc>http://127.0.0.2:9/" + k + "</loc></url>")
                .collect(Collectors.joining());
        portal.html("/", "<title>示范县人民政府</title>");
        portal.text("/sitemap.xml", "<?xml version='1.0'?><urlset>" + places + "</urlset>");

        bench.crawl();

        assertThat(bench.attempts())
                .filteredOn(a -> a.url().startsWith("http://127.0.0.2"))
                .hasSize(20)
                .allMatch(a -> a.outcome() == Outcome.OUT_OF_SCOPE);
    }
}
