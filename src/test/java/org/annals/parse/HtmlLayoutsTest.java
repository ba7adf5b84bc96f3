package org.annals.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.annals.capture.Payload;
import org.annals.report.CellValue;
import org.annals.report.Generation;
import org.annals.report.PublisherSource;
import org.annals.report.Report;
import org.annals.report.Section;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlLayoutsTest {
    private static ParseResult read(String html, String charset, String type) {
        return ReportParser.parse(Payload.of(html.getBytes(Charset.forName(charset)), type, "http://127.0.0.1/r.html"));
    }

    private static String form(String before, String after) {
        Form form = new Form(FormLayout.HTML_SPANS, Generation.G2021, Form.figures(Generation.G2021, new Random(7)));
        return form.write().replace("<body>", before).replace("</body>", after + "</body>");
    }

    @ParameterizedTest
    @CsvSource({
        "tabs, UTF-8, utf-8",
        "tabs, GBK, gb2312",
        "tabs-cut-by-pages, UTF-8, utf-8",
        "tabs-cut-by-pages, GBK, gbk",
        "bars, UTF-8, utf-8",
        "bars, GB18030, gb2312",
        "markdown, UTF-8, utf-8",
        "markdown, GBK, GB2312",
        "one-cell-a-line, UTF-8, utf-8",
        "one-cell-a-line, GBK, gbk"
    })
    void aPageWithTheSameTablesGivesTheSameCells(String layout, String charset, String declared) throws IOException {
        ParseResult result = read(LayoutHtml.of(Expected.text(layout), declared), charset, "text/html");
        Report ofText = Expected.report(Expected.text(layout));
        Report report = result.report().orElseThrow();
        assertThat(Expected.values(report)).isEqualTo(Expected.values(layout));
        assertThat(report.title()).isEqualTo(ofText.title());
        assertThat(report.publisher()).isEqualTo(ofText.publisher());
        assertThat(report.fiscalYear()).isEqualTo(ofText.fiscalYear());
        assertThat(report.publishedOn()).isEqualTo(ofText.publishedOn());
        assertThat(report.sections().keySet()).isEqualTo(ofText.sections().keySet());
        assertThat(report.sections().get(Section.OTHER))
                .isEqualTo(ofText.sections().get(Section.OTHER));
        assertThat(result.mediaType()).isEqualTo("text/html");
        assertThat(result.charset()).contains(charset.equals("UTF-8") ? "UTF-8" : "GB18030");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tabs", "tabs-cut-by-pages", "bars", "markdown", "one-cell-a-line"})
    void theFiguresOfTheLayoutInADrawnTableAreAllRead(String layout) throws IOException {
        Map<String, String> expected = Expected.values(layout);
        Map<String, String> figures = expected.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, field -> field.getValue().equals("blank") ? "" : field.getValue()));
        Generation generation = layout.equals("markdown") ? Generation.G2019 : Generation.G2021;
        Report report = Expected.report(new Form(FormLayout.HTML_SPANS, generation, figures).write());
        assertThat(Expected.values(report)).isEqualTo(expected);
    }

    @Test
    void locatorsCountTablesRowsAndCells() {
        Report report = Expected.report(form("<body><table><tr><td>索引号</td></tr></table>", ""));
        assertThat(report.cell("t2.rules.issued").locator()).isEqualTo("table 2, row 3, cell 2");
        assertThat(report.cell("t3.new.natural").locator()).isEqualTo("table 3, row 4, cell 2");
        assertThat(report.cell("t3.granted.natural").locator()).isEqualTo("table 3, row 6, cell 3");
    }

    @Test
    void aReportInsideLayoutTablesIsReadAllTheSame() {
        String plain = form("<body>", "");
        String nested = form("<body><table><tr><td>菜单</td><td><table><tr><td>", "</td></tr></table></td></tr></table>");
        assertThat(Expected.values(Expected.report(nested))).isEqualTo(Expected.values(Expected.report(plain)));
    }

    @Test
    void aReportInsideHundredsOfElementsIsReadAllTheSame() {
        String plain = form("<body>", "");
        for (String inside : List.of("<div>".repeat(600), "<b><i><font>".repeat(600))) {
            String deep = form("<body>" + inside, "");
            assertThat(Expected.values(Expected.report(deep))).isEqualTo(Expected.values(Expected.report(plain)));
        }
    }

    @Test
    void tagsNeverClosedByTheThousandAreReadOrNamed() {
        String page = "<b><i><font>".repeat(3_000) + form("<body>", "");
        ParseResult result = read(page, "UTF-8", "text/plain");
        assertThat(result.mediaType()).isEqualTo("text/html");
        assertThat(result.warnings()).anySatisfy(warning -> assertThat(warning).contains("nests its elements"));
    }

    @Test
    void metaTagsNameWhatThePageDoesNotPrint() {
        String page = form("<body>", "")
                .replace(
                        "<head>",
                        "<head><meta name=\"ArticleTitle\" content=\"2023年政府信息公开工作年度报告\">"
                                + "<meta name=\"PubDate\" content=\"2024-01-29 10:30\">"
                                + "<meta content=\"青石县水利局\" name=\"contentsource\">")
                .replace("青石县水利局2023年政府信息公开工作年度报告", "");
        Report report = Expected.report(page);
        assertThat(report.title()).contains("2023年政府信息公开工作年度报告");
        assertThat(report.publisher()).contains("青石县水利局");
        assertThat(report.publisherSource()).contains(PublisherSource.META);
        assertThat(report.publishedOn()).contains(LocalDate.of(2024, 1, 29));
    }

    @Test
    void aHeaderTableNamesPublisherAndDay() {
        String page = form(
                        "<body><table><tr><td>索 引 号：</td><td>0001</td><td>发布机构：</td><td>青石县水利局办公室</td></tr>"
                                + "<tr><td>发文日期：</td><td>2024-01-18</td><td>有效性</td><td>有效</td></tr></table>",
                        "")
                .replace("青石县水利局2023年", "2023年");
        Report report = Expected.report(page);
        assertThat(report.publisher()).contains("青石县水利局办公室");
        assertThat(report.publisherSource()).contains(PublisherSource.BODY);
        assertThat(report.publishedOn()).contains(LocalDate.of(2024, 1, 18));
    }

    @Test
    void aTitleOverSeveralLinesIsJoined() {
        String page = form("<body>", "")
                .replace(
                        "<p>青石县水利局2023年政府信息公开工作年度报告</p>",
                        "<h1>青石县水利局<br>2023年政府信息公开<br>工作年度报告</h1><p>发布时间：2024-01-30 来源：县水利局</p>");
        Report report = Expected.report(page);
        assertThat(report.title()).contains("青石县水利局2023年政府信息公开工作年度报告");
        assertThat(report.publishedOn()).contains(LocalDate.of(2024, 1, 30));
    }

    @Test
    void whatIsHiddenOrRaisedIsNotTakenForANumber() {
        String page = form("<body>", "");
        Report sound = Expected.report(page);
        String first = "<td><p class=\"MsoNormal\"><span style=\"font-family:宋体\">"
                + sound.cell("t2.licensing.decisions").raw() + "</span></p></td>";
        assertThat(page).contains(first);
        String marked = page.replace(first, first.replace("</span>", "<sup>2</sup></span>"));
        assertThat(Expected.report(marked).cell("t2.licensing.decisions").value())
                .isInstanceOf(CellValue.Unreadable.class);
        String pictured = page.replace(first, "<td><img src=\"3850.png\"></td>");
        assertThat(Expected.report(pictured).cell("t2.licensing.decisions").value())
                .isInstanceOf(CellValue.Unreadable.class);
        String hidden = page.replace(first, "<td style=\"display: none\">77</td>" + first);
        assertThat(Expected.report(hidden).cell("t2.licensing.decisions"))
                .extracting(cell -> cell.value().number().orElseThrow().toPlainString())
                .isEqualTo(sound.cell("t2.licensing.decisions").raw());
    }

    /** The page with other contents in the cell of the permits; whose number there is 1 to 9999. */
    private static CellValue permits(String content, String head) {
        String page = form("<body>", "").replace("<head>", "<head>" + head);
        String number = Expected.report(page).cell("t2.licensing.decisions").raw();
        String cell = "<span style=\"font-family:宋体\">" + number + "</span>";
        assertThat(page).containsOnlyOnce(cell);
        return Expected.report(page.replace(cell, content))
                .cell("t2.licensing.decisions")
                .value();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12<span style=\"vertical-align:super\">1</span>",
                "12<span style='vertical-align:\t4pt'>1</span>",
                "12<span class=\"MsoFootnoteReference\">1</span>",
                "12<a href=\"#_ftn1\">1</a>",
                "12<small>1</small>",
                "<ruby>12<rt>1</rt></ruby>",
                "<span style=\"text-decoration: line-through\">9</span>12",
                "<font style=\"text-decoration:underline line-through\">9</font>12",
                "<s>12</s>",
                "<span style=\"mso-hide:all\">9</span>12",
                "<span style=\"font-size:0\">9</span>12",
                "<span style=\"FONT-SIZE: 0PX\">9</span>12",
                "<span style=\"opacity:0\">12</span>",
                "<span style=\"position:absolute;left:-9999px\">9</span>12",
                "<span style=\"color:#ffffff\">9</span>12",
                "<bdo dir=\"rtl\">21</bdo>",
                "<span style=\"unicode-bidi:bidi-override;direction:rtl\">21</span>",
                "<span style=\"float:right\">1</span>2",
                "<ol><li></li></ol>",
                "<details><summary>12</summary>3</details>",
                "<script>document.write(12)</script>",
                "<noscript>12</noscript>",
                "<v:shape>5</v:shape>7",
                "12<span class=\"raised\">1</span>",
                "12<i id=\"mark\">1</i>"
            })
    void whatStandsOffTheLineOrIsHardlySeenMakesACellUnreadable(String content) {
        assertThat(
                        permits(
                                content,
                                "<style>/* .raised { } */ @media print { .x { color: red } }\n"
                                        + "@import 'a.css'; .raised, p i#mark { font-size: 60%; vertical-align : super }</style>"))
                .isInstanceOf(CellValue.Unreadable.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<span style=\"display:\tnone\">9</span>12",
                "<span style=\"DISPLAY : NONE !important\">9</span>12",
                "<span class=\"gone\">9</span>12",
                "<span class=\"on gone-not\">12</span>",
                "<span style=\"vertical-align:middle;opacity:1;font-size:10.5pt\">12</span>",
                "<span style=\"vertical-align:0px\">1</span><span>2</span>",
                "<span style=\"font-size:0\">&nbsp;</span>12",
                "<script></script>12",
                "<b class=\"on\">12</b>"
            })
    void whatIsNotShownAtAllDoesNotCount(String content) {
        assertThat(permits(
                        content,
                        "<style>span.gone{display:none} .on{display:none} .on{display:inline}"
                                + " @media print {.on{display:none}}</style>"))
                .extracting(value -> value.number().map(Object::toString))
                .isEqualTo(Optional.of("12"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@media screen { .gone{display:none} }",
                "@media only screen and (min-width: 768px) { p .gone { display: none } }",
                "@media all { @media screen { td p > .gone{display:none} } }",
                "table tbody td span.gone{display:none} .a:hover .gone{display:inline} a[href] .gone{display:inline}"
            })
    void rulesForAWideScreenAndOfSeveralStepsHide(String rules) {
        assertThat(permits("<span class=\"gone\">9</span>12", "<style>" + rules + "</style>"))
                .extracting(value -> value.number().map(Object::toString))
                .isEqualTo(Optional.of("12"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"print", "screen and (max-width: 480px)", "screen and (min-width: 99999px)"})
    void rulesForOtherMediaHideNothing(String media) {
        assertThat(permits(
                        "<span class=\"gone\">9</span>12",
                        "<style>@media " + media + " { .gone{display:none} } .other{color:red}</style>"))
                .extracting(value -> value.number().map(Object::toString))
                .isEqualTo(Optional.of("912"));
    }

    /** The fee of a page with 123.38 in its cell, after a change to the texts around it. */
    private static Optional<String> fee(String printed, String instead, String amount) {
        Map<String, String> figures = Form.figures(Generation.G2021, new Random(7));
        figures.put("t2.fees.amount", amount);
        String page = new Form(FormLayout.HTML_SPANS, Generation.G2021, figures).write();
        assertThat(page).containsOnlyOnce(printed);
        CellValue value = Expected.report(page.replace(printed, instead))
                .cell("t2.fees.amount")
                .value();
        assertThat(value).isNotInstanceOf(CellValue.Absent.class);
        return value.number().map(number -> number.toPlainString());
    }

    @ParameterizedTest
    @CsvSource({
        "（单位：万元）, （单位：元）, 0.012338",
        "（单位：万元）, （元）, 0.012338",
        "（单位：万元）, 单位（元）, 0.012338",
        "（单位：万元）, （单位为元）, 0.012338",
        "（单位：万元）, （单位：人民币元）, 0.012338",
        "（单位：万元）, （亿元）, 1233800",
        "（单位：万元）, , 123.38",
        "（单位：万元）, （万元）, 123.38",
        "（单位：万元）, （单位：千元）, none",
        "（单位：万元）, （单位：百万元）, none",
        "（单位：万元）, （单位：美元）, none",
        "（单位：万元）, （单位：元/万元）, none",
        ">行政事业性收费<, >行政事业性收费（元）<, none",
        "第二十条第（八）项, 第二十条第（八）项（单位：元）, none",
        "二、主动公开政府信息情况</p>, 二、主动公开政府信息情况</p><p>金额单位：元</p>, none",
        "二、主动公开政府信息情况</p>, 二、主动公开政府信息情况</p><p>单位：件、万元</p>, 123.38"
    })
    void theUnitOfTheFeeIsTheOneThatThePageNames(String printed, String instead, String amount) {
        Optional<String> expected = Optional.of(amount).filter(value -> !value.equals("none"));
        String other = instead == null ? "" : instead;
        assertThat(fee(printed, other, "123.38")).isEqualTo(expected);
        assertThat(fee(printed, other, "0")).contains("0");
        assertThat(fee(printed, other, "251000元")).contains("25.1");
    }

    @ParameterizedTest
    @CsvSource({
        ">行政事业性收费<, >行政事业性收费（元）<",
        ">行政事业性收费<, >行政事业性收费（单位：元）<",
        "第二十条第（八）项, 第二十条第（八）项（单位：元）",
        "二、主动公开政府信息情况</p>, 二、主动公开政府信息情况</p><p>（金额单位：元）</p>"
    })
    void aUnitBesideTheHeadCountsWhereTheHeadNamesNone(String printed, String instead) {
        String page = form("<body>", "").replace("（单位：万元）", "").replace(printed, instead);
        BigDecimal printedFee =
                new BigDecimal(Expected.report(page).cell("t2.fees.amount").raw());
        assertThat(Expected.report(page).cell("t2.fees.amount").value().number().orElseThrow())
                .isEqualByComparingTo(printedFee.movePointLeft(4));
    }

    @Test
    void aHiddenTableIsNotRead() {
        Form other = new Form(FormLayout.HTML_SPANS, Generation.G2021, Form.figures(Generation.G2021, new Random(8)));
        String tables = other.write().replaceAll("(?s).*?(<table.*</table>).*", "$1");
        Map<String, String> shown = Expected.values(Expected.report(form("<body>", "")));
        for (String start : new String[] {
            "<div style=\"display:none\">", "<div hidden>", "<div style=\"visibility:hidden\">", "<div class=\"gone\">"
        }) {
            String page = form("<body><style>.gone{display:none}</style>" + start + tables + "</div>", "");
            assertThat(Expected.values(Expected.report(page))).isEqualTo(shown);
        }
        String only = form("<body>", "").replace("<table", "<table hidden");
        Report report = Expected.report(only.replace("这一年我们照章办事。", "这一年我们照章办事，栏目按月更新。".repeat(12)));
        assertThat(report.cells().values()).allMatch(cell -> cell.value() instanceof CellValue.Absent);
        assertThat(Expected.result(only.replace("这一年我们照章办事。", "这一年我们照章办事，栏目按月更新。".repeat(12)))
                        .warnings())
                .anyMatch(warning -> warning.contains("hides a table"));
        String body = form("<body>", "").replaceFirst("<table[^>]*>", "$0<tbody style=\"display:none\">");
        assertThat(Expected.report(body).cell("t2.licensing.decisions").value()).isInstanceOf(CellValue.Absent.class);
    }

    @Test
    void aPageThatEndsInsideANumberHasLostTheRestOfIt() {
        String page = form("<body>", "");
        Report whole = Expected.report(page);
        int numbers = 0;
        for (int at = page.indexOf("三、本年度办理结果"); at < page.lastIndexOf("</table>"); at += 37) {
            ParseResult cut = Expected.result(page.substring(0, at));
            if (cut.report().isPresent()) {
                cut.report().orElseThrow().cells().forEach((field, cell) -> {
                    if (cell.value().number().isPresent()) {
                        assertThat(cell.value()).isEqualTo(whole.cell(field).value());
                    }
                });
                assertThat(cut.warnings().toString())
                        .contains(
                                page.lastIndexOf("<table", at) > page.lastIndexOf("</table", at) ? "ends inside" : "");
                numbers++;
            }
        }
        assertThat(numbers).isGreaterThan(100);
        String number = ">" + whole.cell("t3.granted.total").raw() + "<";
        int end = page.indexOf(number, page.indexOf("予以公开")) + 2;
        String whileOpen = page.substring(0, end);
        assertThat(Expected.result(whileOpen + "</table></body></html>")
                        .warnings()
                        .toString())
                .doesNotContain("ends inside");
    }

    @Test
    void tablesAsPicturesLeaveACompleteReportWithoutCells() {
        String page = form("<body>", "")
                .replaceAll("(?s)<table.*?</table>", "<p><img src=\"t.jpg\"></p>")
                .replace("这一年我们照章办事。", "这一年我们照章办事，栏目按月更新。".repeat(12));
        Report report = Expected.report(page);
        assertThat(report.sections()).hasSize(6);
        assertThat(report.cells().values()).allMatch(cell -> cell.value() instanceof CellValue.Absent);
    }

    @Test
    void oneTallCellForSeveralRowsIsNoValueOfAnyOfThem() {
        String page = form("<body>", "");
        Report sound = Expected.report(page);
        String value = "<td><p class=\"MsoNormal\"><span style=\"font-family:宋体\">"
                + sound.cell("t3.carried_in.total").raw() + "</span></p></td></tr>";
        int row = page.indexOf("二、上年结转");
        int cell = page.indexOf(value, row);
        String tall = page.substring(0, cell)
                + value.replace("<td>", "<td rowspan=\"2\">")
                + page.substring(cell + value.length());
        Report report = Expected.report(tall);
        assertThat(report.cell("t3.carried_in.total").value()).isInstanceOf(CellValue.Unreadable.class);
        assertThat(report.cell("t3.granted.total").value()).isNotInstanceOf(CellValue.Number.class);
    }
}
