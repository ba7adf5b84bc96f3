package org.annals.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.annals.catalog.Catalog;
import org.annals.catalog.Folding;
import org.annals.catalog.LatestReport;
import org.annals.report.CellValue;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Search, charts, SQL and runs over the demo archive: what they say is what the catalogue holds. */
class ExploringTest {
    private static WebServer server;
    private static Visitor visitor;

    @BeforeAll
    static void start() throws Exception {
        Path folder = DemoArchive.folder();
        server = WebServer.start(new WebSettings(folder, "127.0.0.1", 0, 0, fault -> {}));
        visitor = new Visitor(server.address());
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    private static List<LatestReport> latest() throws Exception {
        try (Catalog catalog = Catalog.open(DemoArchive.folder())) {
            return catalog.exploration().latest();
        }
    }

    private static String text(LatestReport report) throws Exception {
        try (Catalog catalog = Catalog.open(DemoArchive.folder())) {
            return String.join(
                    "\n", catalog.exploration().sections(report.contentKey()).values());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"公", "公开", "政府信息公开", "三门县", "2022", "年", "窗口 公开"})
    void everyReportThatHoldsTheWordsIsFoundAndNoOther(String words) throws Exception {
        Document page = visitor.page("/search?q=" + View.encodedPart(words));
        List<String> found = page.select("ol.hits h2 a").stream()
                .map(link -> link.attr("href").replace("/report/", ""))
                .toList();
        List<String> expected = latest().stream()
                .filter(report -> {
                    try {
                        String all = Folding.folded(report.title().orElse("") + "\n" + report.publisher() + "\n"
                                + text(report) + "\n" + government(report));
                        return List.of(words.split(" ")).stream().allMatch(all::contains);
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                })
                .map(LatestReport::reportId)
                .toList();
        assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
    }

    private static String government(LatestReport report) throws Exception {
        try (Catalog catalog = Catalog.open(DemoArchive.folder())) {
            return catalog.governments().stream()
                    .filter(government -> government.code().equals(report.government()))
                    .findFirst()
                    .map(government -> government.name())
                    .orElse("");
        }
    }

    @Test
    void searchedWordsAreMarkedAndOnlyThey() throws Exception {
        Document page = visitor.page("/search?q=" + View.encodedPart("公开"));
        assertThat(page.select("mark"))
                .isNotEmpty()
                .allSatisfy(mark -> assertThat(mark.text()).isEqualTo("公开"));
    }

    @Test
    void wordsAreEscaped() throws Exception {
        String body = visitor.get("/search?q=" + View.encodedPart("\"><script>alert(1)</script>"))
                .body();
        assertThat(body).doesNotContain("<script>alert");
    }

    @Test
    void sumIsThatOfTheCellsWithANumber() throws Exception {
        BigDecimal sum = BigDecimal.ZERO;
        try (Catalog catalog = Catalog.open(DemoArchive.folder())) {
            var column = catalog.exploration().column("t3.new.total");
            for (LatestReport report : catalog.exploration().latest()) {
                if (report.own() && !report.withdrawn() && report.fiscalYear().equals(Optional.of(2022))) {
                    CellValue cell = column.get(report.contentKey());
                    sum = sum.add(cell.number().orElse(BigDecimal.ZERO));
                }
            }
        }
        Document page = visitor.page("/explore?field=t3.new.total");
        Element row = page.select("tbody tr").stream()
                .filter(line -> line.child(0).text().equals("2022"))
                .findFirst()
                .orElseThrow();
        assertThat(row.child(2).text()).isEqualTo(sum.toPlainString());
    }

    @Test
    void numberOfARankingLeadsToItsCell() throws Exception {
        Document page = visitor.page("/explore?field=t3.new.total&view=ranking");
        assertThat(page.select("td.number a"))
                .isNotEmpty()
                .allSatisfy(link ->
                        assertThat(link.attr("href")).startsWith("/report/").endsWith("/cell/t3.new.total"));
    }

    @Test
    void textThatLooksLikeAFormulaIsNone() {
        assertThat(new String(
                        Csv.of(List.of(List.of("=1+1", "@a", "-2", "a,b", new BigDecimal("-2.50"), 3))),
                        StandardCharsets.UTF_8))
                .isEqualTo("\uFEFF'=1+1,'@a,'-2,\"a,b\",-2.50,3\r\n");
    }

    @Test
    void histogramLosesNoNumber() {
        List<BigDecimal> numbers = List.of("-3", "0", "0", "0.5", "1", "4", "5", "99", "1000000").stream()
                .map(BigDecimal::new)
                .toList();
        assertThat(Histogram.of(numbers).stream().mapToInt(Histogram.Bin::count).sum())
                .isEqualTo(numbers.size());
        assertThat(Histogram.of(numbers).get(1).count()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/explore?view=pie",
                "/explore?field=t9.none",
                "/explore?year=abc",
                "/explore?top=0",
                "/explore?province=Nowhere",
                "/search?section=none",
                "/search?from=-1",
                "/search?generation=2030",
                "/sql?sql=DELETE+FROM+content",
                "/sql.csv",
                "/api/v1/sql?sql=select+1&limit=0",
                "/crawl/20260101T000000000Z?outcome=none"
            })
    void parameterWithoutMeaningIsAnsweredWith400(String path) throws Exception {
        HttpResponse<String> answer = visitor.get(path);
        assertThat(answer.statusCode()).isIn(400, 404);
        assertThat(answer.body()).doesNotContain("\tat ").doesNotContain("Exception");
    }

    @Test
    void runIsShownWithItsSettingsAndOutcomes() throws Exception {
        Document list = visitor.page("/crawl");
        String first = list.select("tbody th a").attr("href");
        Document run = visitor.page(first);
        assertThat(run.text()).contains("robots.txt").contains("user-agent");
        assertThat(run.select("#live table").first().select("td.number").stream()
                        .mapToInt(cell -> Integer.parseInt(cell.text()))
                        .sum())
                .isEqualTo(Integer.parseInt(list.select("tbody tr")
                        .first()
                        .select("td.number")
                        .first()
                        .text()));
        assertThat(visitor.get("/crawl/nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void answerInSqlIsThatOfTheCatalogue() throws Exception {
        Document page =
                visitor.page("/sql?sql=" + View.encodedPart("SELECT count(*) AS n FROM v_report WHERE is_latest"));
        assertThat(page.select("tbody td").first().text()).isEqualTo(String.valueOf(latest().size()));
        for (String example : SqlPages.EXAMPLES) {
            assertThat(visitor.get("/sql?sql=" + View.encodedPart(SqlPages.example(example)))
                            .statusCode())
                    .as(example)
                    .isEqualTo(200);
        }
    }
}
