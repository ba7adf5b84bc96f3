package org.annals.discover;

import static org.annals.discover.Pages.HOME;
import static org.annals.discover.Pages.read;
import static org.annals.discover.Pages.urls;
import static org.assertj.core.api.Assertions.assertThat;

import org.annals.capture.Purpose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the file of a report hides on its page. */
class AttachmentsTest {
    private static final String PAGE = HOME + "nb/t20230101_1.html";
    private static final String TITLE = "<title>东河县2022年政府信息公开工作年度报告</title><p>现予公布。</p>";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a href='./P1.doc'>附件1</a>",
                "<a href=\"javascript:downloadFile('/nb/P1.doc')\">附件下载</a>",
                "<span onclick=\"window.open('P1.doc')\">点击查看附件</span>",
                "<embed src='/nb/P1.doc'>",
                "<object data='/nb/P1.doc'></object>",
                "<iframe src='/pdfjs/web/viewer.html?file=%2Fnb%2FP1.doc'></iframe>",
                "<a href='/common/show.jsp?id=3&amp;fileurl=/nb/P1.doc'>全文</a>",
                "<div id=v></div><script>var pdfUrl = '/nb/P1.doc'; show(pdfUrl, '#v');</script>",
                "<script>var d = {\"file\":\"\\/nb\\/P1.doc\"};</script>",
                "<div class=pdf data-url='/nb/P1.doc'></div>"
            })
    void theFileOfAReportIsFoundWhereverItHides(String html) {
        assertThat(urls(read(PAGE, Purpose.REPORT, TITLE + html), Purpose.REPORT))
                .containsExactly(HOME + "nb/P1.doc");
    }

    @ParameterizedTest
    @ValueSource(strings = {"doc", "docx", "wps", "pdf", "xls", "xlsx", "zip", "rar", "ofd", "rtf", "et"})
    void filesOfEveryUsualKindBelongToTheirReport(String ending) {
        String file = HOME + "nb/P1." + ending;
        assertThat(urls(read(PAGE, Purpose.REPORT, TITLE + "<a href='P1." + ending + "'>附件</a>"), Purpose.REPORT))
                .containsExactly(file);
    }

    @Test
    void programsThatSendTheFileAreAskedThemselves() {
        String down = HOME + "module/download/downfile.jsp?classid=0&filename=ab12.doc";
        assertThat(urls(
                        read(PAGE, Purpose.REPORT, TITLE + "<a href='" + down.replace("&", "&amp;") + "'>年报</a>"),
                        Purpose.REPORT))
                .containsExactly(down);
        String named = HOME + "download.do?path=/files/ab12.pdf";
        assertThat(urls(read(PAGE, Purpose.REPORT, TITLE + "<a href='" + named + "'>年报</a>"), Purpose.REPORT))
                .containsExactly(named);
    }

    @Test
    void filesInScriptsOfOtherPagesLeadNowhere() {
        PageReading home = read(HOME, Purpose.SEED, "<a href='/zwgk/'>政务公开</a><script>var guide='/help.pdf';</script>");
        assertThat(home.outlinks()).hasSize(1);
    }

    @Test
    void printingIsNoAddressOfItsOwn() {
        String page = TITLE + "<a href='/print.jsp?id=1'>打印</a><a href='/toPrint.do?id=1'>2022年政府信息公开工作年度报告</a>";
        assertThat(read(PAGE, Purpose.REPORT, page).outlinks()).isEmpty();
    }

    @Test
    void thePageForEverybodyComesBeforeThatForTelephones() {
        String title = "东河县2022年政府信息公开工作年度报告";
        PageReading list = read(
                Pages.COLUMN,
                Purpose.COLUMN,
                "<a href='/nb/t20230101_1_wap.html'>" + title + "</a><a href='/wap/nb/t20230101_1.html'>" + title
                        + "</a><a href='/nb/t20230101_1.html'>" + title + "</a>");
        assertThat(urls(list, Purpose.REPORT)).first().isEqualTo(PAGE);
    }

    @Test
    void theFrontOfTheSiteInPlaceOfAReportIsNone() {
        StringBuilder front = new StringBuilder("<title>东河县人民政府门户网站</title>");
        for (int i = 0; i < 30; i++) {
            front.append("<a href='/x").append(i).append("/'>年度报告").append(i).append("</a>");
        }
        assertThat(read(PAGE, Purpose.REPORT, front.toString()).kind()).isEqualTo(PageKind.SOFT_404);
        assertThat(read(PAGE, Purpose.REPORT, front + "<h1>2022年政府信息公开工作年度报告</h1><img src=p1.jpg>")
                        .kind())
                .isNotEqualTo(PageKind.SOFT_404);
        assertThat(read(HOME, Purpose.SEED, front.toString()).kind()).isNotEqualTo(PageKind.SOFT_404);
    }

    @Test
    void aLogInFormInPlaceOfAReportIsAWallThoughTheMenusAreThere() {
        String menus = "<a href='/a/'>新闻动态</a>".repeat(25);
        String form = "<form>用户名<input name=u>密码<input type=password></form>";
        assertThat(read(PAGE, Purpose.REPORT, "<title>用户登录</title>" + menus + form)
                        .kind())
                .isEqualTo(PageKind.CHALLENGE);
        assertThat(read(PAGE, Purpose.REPORT, TITLE + menus + form).kind()).isNotEqualTo(PageKind.CHALLENGE);
        assertThat(read(HOME, Purpose.SEED, "<title>东河县</title>" + menus + form).kind())
                .isEqualTo(PageKind.OTHER);
    }
}
