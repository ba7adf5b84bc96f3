package org.annals.parse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import org.annals.capture.Payload;
import org.annals.report.Cell;
import org.annals.report.CellValue;
import org.annals.report.Generation;
import org.annals.report.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A report that a portal spreads over two pages: half of it is never given as the whole. */
class PartsTest {
    private static final Map<String, String> FIGURES = Form.figures(Generation.G2021, new Random(5));
    private static final String WHOLE = new Form(FormLayout.HTML_SPANS, Generation.G2021, FIGURES).write();
    private static final String NEXT = "<p><a href='t1_1.html'>2</a> <a href='t1_1.html'>下一页</a></p>";

    private static final int CUT = WHOLE.lastIndexOf("<p", WHOLE.indexOf("收到和处理政府信息公开申请情况"));
    private static final String FIRST = WHOLE.substring(0, CUT);
    private static final String SECOND =
            WHOLE.substring(0, WHOLE.indexOf("<body>") + 6) + "<h1>青石县水利局2023年政府信息公开工作年度报告</h1>" + WHOLE.substring(CUT);

    private static ParseResult parse(String html) {
        return ReportParser.parse(Payload.of(html.getBytes(UTF_8), "text/html; charset=utf-8", null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                NEXT,
                "<a href='javascript:goPage(2)'>下页</a>",
                "<script>createPageHTML(2, 0, \"t1\", \"html\");</script>",
                "<script>var countPage = 2; var currentPage = 0; createPageHTML(countPage, currentPage, 't1', 'html');</script>",
                "<script>createPageHTML('pager', 2, 0, 't1', 'html');</script>",
                "<div class='pages'><span>1</span><a href='t1_1.html'>2</a></div>",
                "<div class='pages'><b>1</b> <a href='./t1_2.shtml'>[2]</a> <a href='./t1_3.shtml'>[3]</a></div>",
                "<a href='show.jsp?id=7&amp;page=2'>第2页</a>"
            })
    void whatStandsOnTheNextPageIsUnreadableAndNotAbsent(String pager) {
        ParseResult result = parse(FIRST + pager + "</body></html>");

        Report report = result.report().orElseThrow();
        assertThat(result.warnings()).anyMatch(w -> w.startsWith("the report continues on another page: "));
        Map<String, String> values = Expected.values(report);
        FIGURES.forEach((field, figure) -> {
            if (field.startsWith("t2.")) {
                assertThat(values.get(field)).as(field).isEqualTo(figure);
            } else {
                Cell cell = report.cells().get(field);
                assertThat(cell.value()).as(field).isInstanceOf(CellValue.Unreadable.class);
                assertThat(cell.locator()).startsWith("another page: ");
            }
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "<script>createPageHTML(3, 0, 't1', 'html');</script> | t1_1.html",
                "<script>createPageHTML(3, 1, 't1', 'shtml');</script> | t1_2.shtml",
                "<script>var n = 3; var k = 0; createPageHTML(n, k, 't1', '.htm')</script> | t1_1.htm",
                "<p><a href='t1_1.html'>2</a> <a href='t1_2.html'>3</a></p> | t1_1.html",
            })
    void theAddressOfTheNextPageIsTheCellsPlace(String pager, String address) {
        ParseResult result = parse(FIRST + pager + "</body></html>");

        assertThat(result.warnings()).contains("the report continues on another page: " + address);
        assertThat(result.report().orElseThrow().cells().get("t3.new.total").locator())
                .isEqualTo("another page: " + address);
    }

    @Test
    void aLaterPageIsNoReportOfItsOwn() {
        ParseResult result = parse(SECOND.replace("</body>", "<a href='t1.html'>上一页</a></body>"));

        assertThat(result.report()).isEmpty();
        assertThat(result.warnings()).contains("no report: a part of one that begins on another page");
    }

    @Test
    void aWholeReportMayHavePagersBesideIt() {
        String page = WHOLE.replace("</body>", NEXT + "<a href='t0.html'>上一页</a></body>");

        assertThat(Expected.values(parse(page).report().orElseThrow())).isEqualTo(FIGURES);
        assertThat(parse(page).warnings()).noneMatch(w -> w.contains("another page"));
    }

    @Test
    void aReportWithoutItsLastChaptersIsNoPartWhereNothingLeadsOn() {
        Report report = parse(WHOLE.substring(0, WHOLE.lastIndexOf("<p", WHOLE.indexOf("存在的主要问题")))
                        + "<a href='#'>下一页</a></body></html>")
                .report()
                .orElseThrow();

        assertThat(Expected.values(report)).isEqualTo(FIGURES);
    }
}
