package org.annals.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.annals.capture.Payload;
import org.annals.report.CellValue;
import org.annals.report.Generation;
import org.annals.report.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a page holds beside the report, or instead of it in plain sight. */
class PageTrapsTest {
    private static final Map<String, String> FIGURES = Form.figures(Generation.G2021, new Random(21));
    private static final Map<String, String> OTHERS = Form.figures(Generation.G2021, new Random(22));

    private static String body(Map<String, String> figures) {
        return new Form(FormLayout.HTML_SPANS, Generation.G2021, figures)
                .write()
                .replaceFirst(".*<body>", "")
                .replace("</body></html>", "");
    }

    private static String page(String head, String body) {
        return "<!DOCTYPE html><html><head>" + head + "</head><body>" + body + "</body></html>";
    }

    @ParameterizedTest
    @ValueSource(strings = {"display:none", "visibility: hidden"})
    void aReportThatTheReaderDoesNotSeeIsNotMixedIn(String style) {
        String page = page("", body(FIGURES) + "<div style=\"" + style + "\">" + body(OTHERS) + "</div>");

        assertThat(Expected.values(Expected.report(page))).isEqualTo(FIGURES);
    }

    @Test
    void commentsAreNotRead() {
        String page = page("", "<!--[if gte mso 9]>" + body(OTHERS) + "<![endif]-->" + body(FIGURES));

        assertThat(Expected.values(Expected.report(page))).isEqualTo(FIGURES);
    }

    @Test
    void ofTwoReportsTheOneThatThePageIsNamedAfterIsRead() {
        String second = body(OTHERS).replace("青石县水利局", "青石县林业局");
        String named = "<meta name=\"ArticleTitle\" content=\"青石县林业局2023年政府信息公开工作年度报告\">";

        Report report = Expected.report(page(named, body(FIGURES) + second));

        assertThat(Expected.values(report)).isEqualTo(OTHERS);
        assertThat(report.publisher()).contains("青石县林业局");
        assertThat(Expected.values(Expected.report(page(named.replace("林业", "水利"), body(FIGURES) + second))))
                .isEqualTo(FIGURES);
    }

    @Test
    void ofTwoReportsThatNothingTellsApartNoFigureIsGiven() {
        String second = body(OTHERS).replace("青石县水利局", "青石县林业局");

        Report report = Expected.report(page("", body(FIGURES) + second));

        assertThat(report.publisher()).isEmpty();
        assertThat(report.cells().values())
                .allSatisfy(cell -> assertThat(cell.value()).isInstanceOf(CellValue.Unreadable.class));
    }

    @Test
    void aReportSentInAScriptIsReadWhereThePageHasNoOther() {
        String json = body(FIGURES)
                .replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("/", "\\/")
                .replace("\n", "\\r\\n")
                .replace("<", "\\u003c");
        String config = "window._CONFIG = {\"SID\":2, DETAIL: {\"id\":7,\"title\":\"青石县水利局2023年政府信息公开工作年度报告\","
                + "\"publisher\":\"青石县水利局\",\"display_publish_time\":\"2024-01-19 09:12\",\"content\":\"" + json
                + "\"}};";

        Report report = Expected.report(page("", "<div id=\"app\">加载中</div><script>" + config + "</script>"));

        assertThat(Expected.values(report)).isEqualTo(FIGURES);
        assertThat(report.publisher()).contains("青石县水利局");
        assertThat(report.publishedOn()).contains(LocalDate.of(2024, 1, 19));
        assertThat(Expected.values(Expected.report(page("", body(OTHERS) + "<script>" + config + "</script>"))))
                .isEqualTo(OTHERS);
    }

    @Test
    void aNumberBrokenInTwoIsPutTogetherIfTheRowThenAddsUp() {
        Map<String, String> figures = new LinkedHashMap<>(FIGURES);
        row(figures, "t3.granted.", "120", "0", "0", "3", "0", "0", "123");
        Map<String, String> broken = new LinkedHashMap<>(figures);
        broken.put("t3.granted.natural", "12<br>0");

        assertThat(Expected.values(Expected.report(page("", body(broken))))).isEqualTo(figures);
        broken.put("t3.granted.total", "130");
        Report report = Expected.report(page("", body(broken)));
        assertThat(report.cell("t3.granted.natural").value()).isInstanceOf(CellValue.Unreadable.class);
        assertThat(report.cell("t3.granted.total").value().number()).isPresent();
    }

    @Test
    void twoNumbersInOneCellAreNotPutTogether() {
        Map<String, String> broken = new HashMap<>(FIGURES);
        row(broken, "t3.granted.", "12 5", "", "0", "3", "0", "0", "20");

        Report report = Expected.report(page("", body(broken)));

        assertThat(report.cell("t3.granted.natural").value()).isInstanceOf(CellValue.Unreadable.class);
        assertThat(report.cell("t3.granted.business").value()).isInstanceOf(CellValue.Unreadable.class);
    }

    @Test
    void aLabelBrokenOverTwoRowsIsPutTogether() {
        String label = "二、上年结转政府信息公开申请数量";
        String text = new Form(FormLayout.TABS_SQUARE, Generation.G2021, FIGURES).write();
        String above = text.replace(label, "二、上年结转政府\t\t\t\t\t\t\t\t\t\n信息公开申请数量");

        assertThat(Expected.values(Expected.report(above))).isEqualTo(FIGURES);
    }

    @Test
    void aPageInTraditionalCharactersIsDecodedAsBig5() {
        String text = "<html><body><p>本機關公開政府資訊的情況：上年的資訊公開申請在國內為一百件，市縣區各有不同。</p></body></html>";

        var result = ReportParser.parse(Payload.of(text.getBytes(Charset.forName("Big5")), "text/html", null));

        assertThat(result.charset()).contains("Big5");
        assertThat(result.report()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "统计期限为2021年1月1日起至2021年12月31日止, 2021",
        "统计期限自2021.1.1至2021.12.31, 2021",
        "统计期限为202111日起至20211231日, 2021",
        "统计期限为2021年1月1日—12月31日, 2021",
        "统计期限为2021年1月1日起至2022年12月31日止, 2023"
    })
    void theYearIsThatOfTheStatisticsPeriodIfItIsOneYear(String period, int year) {
        String page = page("", body(FIGURES)).replace("这一年我们照章办事。", period + "。");

        assertThat(Expected.report(page).fiscalYear()).contains(year);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024.1.16", "2024-01-16", "2024年1月16日", "二〇二四年一月十六日", "２０２４年１月１６日"})
    void theDayUnderTheTextIsReadAndIsNoTextOfTheLastChapter(String date) {
        String page = page("", body(FIGURES) + "<p>青石县水利局</p><p>" + date + "</p>");

        Report report = Expected.report(page);

        assertThat(report.publishedOn()).contains(LocalDate.of(2024, 1, 16));
        assertThat(report.sections().values()).last().isEqualTo("无");
    }

    @Test
    void whatStandsBelowTheTextOfAnArticleIsNoTextOfTheLastChapter() {
        String page = page(
                "",
                "<article><h1>年报</h1><div class=\"content\">" + body(FIGURES)
                        + "</div><div class=\"share\">本文已被阅读 77 次</div></article>");

        assertThat(Expected.report(page).sections().values()).last().isEqualTo("无");
    }

    private static void row(Map<String, String> figures, String prefix, String... values) {
        for (int i = 0; i < values.length; i++) {
            figures.put(prefix + Form.COLUMNS.get(i), values[i]);
        }
    }
}
