package org.annals.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.annals.capture.Payload;
import org.annals.report.Generation;
import org.annals.report.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoReportTest {
    private static final String LONG = "按规定做好有关工作，主动公开、依申请公开、行政复议等事项均有专人负责，存在的问题正在改进。".repeat(12);

    private static ParseResult page(String title, String body) {
        return Expected.result("<html><head><title>" + title + "</title><meta name=\"ArticleTitle\" content=\"" + title
                + "\"></head><body><h1>" + title + "</h1>" + body + "</body></html>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "青石县政府信息公开指南",
                "青石县政府信息公开目录",
                "青石县2023年政府工作报告",
                "青石县2023年法治政府建设年度报告",
                "青石县人民政府网站工作年度报表（2023年度）",
                "关于做好2023年政府信息公开工作年度报告编制工作的通知",
                "《青石县2023年政府信息公开工作年度报告》解读",
                "青石县2023年政务公开工作要点",
                "青石县2023年度部门决算",
                "页面不存在",
                "青石县2023年政府信息公开工作情况"
            })
    void pagesOfOtherKindsAreNoReports(String title) {
        assertThat(page(title, "<p>" + LONG + "</p>").report()).isEmpty();
    }

    @Test
    void theEmptyFormThatGoesWithANoticeIsNoReport() {
        Form empty = new Form(FormLayout.HTML_SPANS, Generation.G2021, Map.of());
        String notice = empty.write().replace("青石县水利局2023年政府信息公开工作年度报告", "关于印发政府信息公开工作年度报告格式的通知");
        assertThat(Expected.result(notice).report()).isEmpty();
    }

    private static String filled(String title, String site) {
        Form form = new Form(FormLayout.HTML_SPANS, Generation.G2021, Form.figures(Generation.G2021, new Random(3)));
        return form.write()
                .replace("<p>青石县水利局2023年政府信息公开工作年度报告</p>", title)
                .replace("</head>", "<title>" + site + "</title></head>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "《青石县2023年政府信息公开工作年度报告》解读",
                "关于印发政府信息公开工作年度报告格式的通知",
                "2023年政府信息公开情况统计表",
                "2023年第一季度政府信息公开情况统计表",
                "关于更正青石县2023年政府信息公开工作年度报告的公告",
                "青石县2023年政府信息公开工作年度报告更正说明",
                "青石县2023年政府信息公开工作年度报告（更正公告）",
                "青石县2023年上半年政府信息公开工作报告",
                "青石县2023年下半年政务公开工作报告",
                "青石县2023年政府信息公开工作年度报告（征求意见稿）",
                "青石县2023年政府信息公开工作年度报告（草案）",
                "青石县2023年政府信息公开自查情况报告"
            })
    void filledTablesUnderTheTitleOfSomethingElseAreNoReport(String title) {
        String line = "<p>青石县水利局2023年政府信息公开工作年度报告</p>";
        assertThat(Expected.result(filled("<h1>" + title + "</h1>", "青石县政府网")).report())
                .isEmpty();
        assertThat(Expected.result(filled("<h1>" + title + "</h1>" + line, "青石县政府网"))
                        .report())
                .isEmpty();
        assertThat(Expected.result(filled("", title + "-青石县政府网")).report()).isEmpty();
        assertThat(Expected.result(filled("<p>" + title + "</p>", "青石县政府网")).report())
                .isEmpty();
        assertThat(Expected.result(filled("", "\"><meta name=\"ArticleTitle\" content=\"" + title + "\"><title>"))
                        .report())
                .isEmpty();
    }

    @Test
    void filledTablesAloneAreNoReport() {
        String chapters = "<p>[一二三四五六]、[^<]*</p>";
        assertThat(Expected.result(filled("<h1>我县公开工作有进展</h1>", "青石县政府网").replaceAll(chapters, ""))
                        .report())
                .isEmpty();
        assertThat(Expected.result(filled("", "青石县政府网")).report()).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "青石县审计局2023年政府信息公开工作年度报告, 青石县审计局",
        "中共青石县委政策调研室2023年政府信息公开工作年度报告, 中共青石县委政策调研室",
        "青石县绩效考核办公室2023年政府信息公开工作年度报告, 青石县绩效考核办公室",
        "青石县人民检察院2023年政务公开工作年度报告, 青石县人民检察院"
    })
    void aBodyWithSuchAWordInItsNameIsABodyAllTheSame(String title, String body) {
        Report report = Expected.report(filled("<h1>" + title + "</h1>", "政府信息公开专栏-青石县政府网站"));
        assertThat(report.title()).contains(title);
        assertThat(report.publisher()).contains(body);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2023年1月1日起至2023年6月30日止", "2023年1月1日至6月30日", "2023年7月1日—2023年9月30日"})
    void statisticsOfLessThanAYearAreNoReport(String period) {
        String page = filled("<h1>青石县2023年政府信息公开工作报告</h1>", "青石县政府网");
        assertThat(Expected.result(page).report()).isPresent();
        String said = page.replace("这一年我们照章办事。", "数据统计期限自" + period + "。");
        assertThat(Expected.result(said).report()).isEmpty();
    }

    @Test
    void aNameWithACharacterThatCouldNotBeDecodedIsNoPublisher() {
        Report report = Expected.report(filled("<h1>青石\uFFFD水利局2023年政府信息公开工作年度报告</h1>", "青石县政府网"));
        assertThat(report.publisher()).isEmpty();
        assertThat(report.fiscalYear()).contains(2023);
    }

    @Test
    void aReportWhoseCellsAreAllBlankIsOne() {
        Form empty = new Form(FormLayout.HTML_SPANS, Generation.G2021, Map.of());
        assertThat(Expected.values(Expected.report(empty.write())).values()).containsOnly("blank");
    }

    @Test
    void aListOfReportsIsNone() {
        String links = IntStream.range(2015, 2024)
                .mapToObj(year -> "<li><a href=\"" + year + ".html\">青石县水利局" + year + "年政府信息公开工作年度报告</a></li>")
                .collect(Collectors.joining());
        assertThat(page("政府信息公开年报", "<ul>" + links + "</ul>").report()).isEmpty();
    }

    @Test
    void anOldReportIsKnownByTitleAndTopics() {
        String text = "本报告的统计期限自2015年1月1日起至2015年12月31日止。" + LONG;
        ParseResult result = page(
                "青石县2015年政府信息公开工作年度报告",
                "<p>一、概述</p><p>" + text + "</p><p>二、主动公开政府信息情况</p><p>" + text + "</p><p>三、依申请公开政府信息情况</p><p>" + text
                        + "</p>");
        Report report = result.report().orElseThrow();
        assertThat(report.generation()).isEqualTo(Generation.PRE2019);
        assertThat(report.fiscalYear()).contains(2015);
        assertThat(report.publisher()).contains("青石县");
        assertThat(report.sections()).hasSize(3);
        assertThat(report.cells())
                .isNotEmpty()
                .allSatisfy((field, cell) -> assertThat(field).startsWith("t1."));
    }

    @ParameterizedTest
    @CsvSource({
        "%PDF-1.4 x, application/pdf",
        "{\\rtf1 x, application/rtf",
        "GIF89a, image/gif",
        "PK\u0003\u0004 word/document.xml,"
                + " application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "PK\u0003\u0004 a.txt, application/zip"
    })
    void otherKindsOfFilesAreNamed(String start, String kind) {
        ParseResult result = ReportParser.parse(Payload.of(start.getBytes(StandardCharsets.ISO_8859_1), null, null));
        assertThat(result.report()).isEmpty();
        assertThat(result.mediaType()).isEqualTo(kind);
        assertThat(result.charset()).isEmpty();
        assertThat(result.warnings()).singleElement().asString().contains(kind);
    }

    @Test
    void anEmptyFileIsEmptyText() {
        ParseResult result = Expected.result("");
        assertThat(result.report()).isEmpty();
        assertThat(result.mediaType()).isEqualTo("text/plain");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    @Timeout(60)
    void reportsCutOffOrScrambledNeverThrow(int seed) throws IOException {
        Random random = new Random(seed);
        String[] sources = {
            Expected.text("tabs"),
            Expected.text("one-cell-a-line"),
            LayoutHtml.of(Expected.text("bars"), "utf-8"),
            new Form(FormLayout.HTML_SPANS, Generation.G2019, Form.figures(Generation.G2019, random)).write()
        };
        for (int i = 0; i < 40; i++) {
            byte[] bytes = sources[i % sources.length].getBytes(StandardCharsets.UTF_8);
            byte[] cut = Arrays.copyOf(bytes, random.nextInt(bytes.length));
            for (int hits = random.nextInt(20); hits > 0 && cut.length > 0; hits--) {
                cut[random.nextInt(cut.length)] = (byte) random.nextInt(256);
            }
            assertThatCode(() -> ReportParser.parse(Payload.of(cut, "text/html; charset=utf-8", null)))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    @Timeout(60)
    void bombsAreReadInBoundedTime() {
        String open = "<table><tr><td>";
        assertThat(Expected.result("<html>" + "<div>".repeat(200_000) + "x").report())
                .isEmpty();
        assertThat(Expected.result("<html>" + open.repeat(20_000)).report()).isEmpty();
        assertThat(Expected.result("<html><table>"
                                + "<tr><td colspan=999999999 rowspan=999999999>1</td></tr>".repeat(5000) + "</table>")
                        .report())
                .isEmpty();
        assertThat(Expected.result("<html><table><tr>" + "<td rowspan=65534>1</td>".repeat(3000) + "</tr>"
                                + "<tr><td>2</td></tr>".repeat(20_000) + "</table>")
                        .report())
                .isEmpty();
        assertThat(Expected.result("\t".repeat(3_000_000)).report()).isEmpty();
        assertThat(Expected.result("|".repeat(3_000_000)).report()).isEmpty();
        assertThat(Expected.result("（".repeat(2_000_000)).report()).isEmpty();
        assertThat(Expected.result("\t1\n".repeat(500_000)).report()).isEmpty();
        assertThat(Expected.result("2022年1月1日".repeat(200_000)).report()).isEmpty();
        assertThat(Expected.result("政府信息公开年度报告\n".repeat(100_000)).report()).isEmpty();
        assertThat(Expected.result("一、总体情况\n".repeat(100_000)).report()).isEmpty();
    }
}
