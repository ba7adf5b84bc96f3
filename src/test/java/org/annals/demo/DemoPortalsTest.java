package org.annals.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.annals.capture.Payload;
import org.annals.capture.Purpose;
import org.annals.discover.PageReader;
import org.annals.government.Seeds;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DemoPortalsTest {
    private static final String MINQUAN = "zwgk/zfxxgknb/202301/t20230113_1966.html";
    private static final String YANSHI = "gov/show.php?id=8841";
    private static final String SANMEN = "art/2023/1/18/art_1229320_3021.html";
    private static final String PINGDINGSHAN = "web/c1071/202101/8f3c25d1e0b64a77.shtml";
    private static final String PINGDINGSHAN_MOVED = "web/c2088/202101/8f3c25d1e0b64a77.shtml";
    private static final String HOUMA = "info/1025/3208.htm";

    private final HttpClient client = HttpClient.newHttpClient();
    private DemoPortals portals;

    @BeforeEach
    void start() throws IOException {
        portals = DemoPortals.start();
    }

    @AfterEach
    void stop() {
        portals.close();
    }

    @Test
    void seedsFileNamesTheFive() {
        Seeds seeds = Seeds.parse(portals.seedsCsv());
        assertThat(seeds.problems()).isEmpty();
        assertThat(seeds.governments())
                .extracting(government -> government.name())
                .containsExactly("民权县", "偃师区", "三门县", "平顶山高新区", "侯马经济开发区");
        assertThat(seeds.governments().get(4).reportList())
                .contains(portals.portals().get(4).url() + "zfxxgk/xxgknb.htm");
    }

    @Test
    void walkingFromTheHomePagesFindsExactlyTheReports() throws Exception {
        List<String> expected = List.of(MINQUAN, YANSHI, SANMEN, PINGDINGSHAN, HOUMA);
        for (int i = 0; i < 5; i++) {
            String home = portals.portals().get(i).url();
            Walk walk = Walk.from(home, Purpose.SECTION, home + "web/search/");
            assertThat(walk.reports.keySet()).containsExactly(home + expected.get(i));
            assertThat(walk.purposes.get(home + expected.get(i))).isEqualTo(Purpose.REPORT);
            assertThat(walk.purposes.values().stream().filter(p -> p == Purpose.REPORT))
                    .hasSize(1);
            assertThat(walk.fetched).as("little else is asked for").hasSizeLessThanOrEqualTo(7);
        }
        assertThat(portals.judge(Duration.ZERO).hosts())
                .allSatisfy(host -> assertThat(host.forbidden()).isEmpty());
    }

    @Test
    void everyLinkOfEveryPageLeadsSomewhereAndNothingElseIsAReport() throws Exception {
        for (DemoPortal portal : portals.portals()) {
            Walk walk = Walk.from(portal.url(), Purpose.OTHER);
            assertThat(walk.reports).hasSize(1);
            assertThat(walk.fetched).hasSizeGreaterThan(12);
        }
        assertThat(portals.log())
                .allSatisfy(request -> assertThat(request.status())
                        .as(request.portal() + request.path())
                        .isIn(200, 302));
    }

    @Test
    void figuresStandWhereTheFormHasThem() throws Exception {
        Document yanshi = report(1, YANSHI);
        assertThat(row(yanshi, "规范性文件")).containsExactly("规范性文件", "5", "38", "47");
        assertThat(row(yanshi, "行政事业性收费")).containsExactly("行政事业性收费", "11384.8489");
        assertThat(row(yanshi, "(七) 总计")).containsExactly("(七) 总计", "56", "1", "0", "0", "0", "0", "57");
        assertThat(cells(yanshi.select("#zoom table").last().select("tr").last()))
                .containsExactly("", "", "", "", "", "0", "0", "0", "0", "0", "1", "1", "0", "0", "2");
        Document houma = report(4, HOUMA);
        assertThat(row(houma, "二、上年结转政府信息公开申请数量").subList(1, 8)).containsExactly("0", "0", "0", "0", "", "0", "0");
        Document pingdingshan = report(3, PINGDINGSHAN);
        assertThat(row(pingdingshan, "政府集中采购")).containsExactly("政府集中采购", "4", "157.0586");
        assertThat(row(pingdingshan, "2.重复申请")).containsExactly("2.重复申请", "", "0", "0", "0", "0", "0", "0");
    }

    @Test
    void stepTwoCorrectsTwoFigures() throws Exception {
        assertThat(row(report(1, YANSHI), "(一) 予以公开").subList(1, 8))
                .containsExactly("61", "0", "0", "0", "0", "0", "61");
        portals.publish(2);
        assertThat(row(report(1, YANSHI), "(一) 予以公开").subList(1, 8))
                .containsExactly("16", "0", "0", "0", "0", "0", "16");
    }

    @Test
    void stepTwoChangesOnlyTheTemplateOfOnePage() throws Exception {
        HttpResponse<byte[]> before = get(4, HOUMA);
        Document old = report(4, HOUMA);
        portals.publish(2);
        assertThat(get(4, HOUMA).body()).isNotEqualTo(before.body());
        assertThat(report(4, HOUMA).selectFirst("#vsb_content").html())
                .isEqualTo(old.selectFirst("#vsb_content").html());
    }

    @Test
    void stepTwoMovesOneReportAndTakesOneDown() throws Exception {
        assertThat(get(3, PINGDINGSHAN_MOVED).statusCode()).isEqualTo(404);
        Document old = report(3, PINGDINGSHAN);
        for (int step = 2; step <= DemoPortals.STEPS; step++) {
            portals.publish(step);
            assertThat(get(3, PINGDINGSHAN).statusCode()).isEqualTo(404);
            assertThat(report(3, PINGDINGSHAN_MOVED).selectFirst(".content").html())
                    .isEqualTo(old.selectFirst(".content").html());
            assertThat(get(0, MINQUAN).statusCode()).isEqualTo(404);
            String home = portals.portals().get(0).url();
            assertThat(Walk.from(home, Purpose.SECTION).reports).isEmpty();
            String moved = portals.portals().get(3).url();
            assertThat(Walk.from(moved, Purpose.SECTION).reports.keySet()).containsExactly(moved + PINGDINGSHAN_MOVED);
        }
    }

    @Test
    void stepThreeChangesNothing() throws Exception {
        portals.publish(2);
        Map<String, byte[]> second = everything();
        portals.publish(3);
        Map<String, byte[]> third = everything();
        assertThat(third.keySet()).isEqualTo(second.keySet());
        third.forEach((url, body) -> assertThat(body).as(url).isEqualTo(second.get(url)));
    }

    @Test
    void pagesComeInGbkGzipAndByRedirect() throws Exception {
        HttpResponse<byte[]> gbk = get(1, YANSHI);
        assertThat(gbk.headers().firstValue("Content-Type")).contains("text/html");
        assertThat(PageReader.read(Walk.payload(gbk), Purpose.REPORT).title()).isEqualTo("偃师区人民政府办公室2022年政府信息公开工作年度报告");
        assertThat(get(2, SANMEN).headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(get(3, "").statusCode()).isEqualTo(302);
        assertThat(get(3, "").headers().firstValue("Location")).contains("/web/index.html");
        assertThat(get(0, "robots.txt").statusCode()).isEqualTo(404);
        assertThat(new String(get(3, "robots.txt").body(), StandardCharsets.UTF_8))
                .contains("Disallow: /web/search/\n", "Crawl-delay: 0.3\n");
    }

    @Test
    void aRudeCrawlIsSeenInTheLog() throws Exception {
        String home = portals.portals().get(3).url();
        List<CompletableFuture<HttpResponse<byte[]>>> open = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            String path = "web/search/nb.shtml?" + i;
            open.add(CompletableFuture.supplyAsync(
                    () -> {
                        try {
                            return Walk.get(client, home + path);
                        } catch (IOException | InterruptedException e) {
                            throw new IllegalStateException(e);
                        }
                    },
                    task -> new Thread(task).start()));
        }
        open.forEach(CompletableFuture::join);
        PolitenessReport report = portals.judge(Duration.ofMillis(50));
        PolitenessReport.Host host = report.hosts().get(3);
        assertThat(host.requests()).isEqualTo(6);
        assertThat(host.mostAtOnce()).isGreaterThan(1);
        assertThat(host.wanted()).isEqualTo(Duration.ofMillis(300));
        assertThat(host.forbidden()).hasSize(6);
        assertThat(host.polite()).isFalse();
        assertThat(report.polite()).isFalse();
    }

    @Test
    void unknownStepsAreRefused() {
        assertThatThrownBy(() -> portals.publish(4)).hasMessageContaining("steps 1 to 3");
    }

    @Test
    void closedPortalsAnswerNoMore() {
        portals.close();
        assertThatThrownBy(() -> get(0, "")).isInstanceOf(IOException.class);
    }

    private Map<String, byte[]> everything() throws IOException, InterruptedException {
        Map<String, byte[]> bodies = new HashMap<>();
        for (DemoPortal portal : portals.portals()) {
            for (String url : Walk.from(portal.url(), Purpose.OTHER).fetched) {
                bodies.put(url, Walk.get(client, url).body());
            }
        }
        return bodies;
    }

    private HttpResponse<byte[]> get(int portal, String path) throws IOException, InterruptedException {
        return Walk.get(client, portals.portals().get(portal).url() + path);
    }

    private Document report(int portal, String path) throws IOException, InterruptedException {
        Payload page = Walk.payload(get(portal, path));
        String charset = portal == 1 ? "GBK" : "UTF-8";
        return Jsoup.parse(new String(page.bytes(), charset));
    }

    /** The texts of a row from the cell with this label on; hard blanks read as empty. */
    private static List<String> row(Document page, String label) {
        return page.select("tr").stream()
                .map(DemoPortalsTest::cells)
                .flatMap(cells -> IntStream.range(0, cells.size())
                        .filter(i -> cells.get(i).equals(label))
                        .mapToObj(i -> cells.subList(i, cells.size())))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> cells(Element tr) {
        return tr.children().stream()
                .map(td -> td.text().replace('\u00a0', ' ').strip())
                .toList();
    }
}
