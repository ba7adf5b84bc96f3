package org.annals.discover;

import static org.annals.discover.Pages.HOME;
import static org.annals.discover.Pages.read;
import static org.annals.discover.Pages.urls;
import static org.assertj.core.api.Assertions.assertThat;

import org.annals.capture.Purpose;
import org.junit.jupiter.api.Test;

class PartsTest {
    private static final String PAGE = HOME + "nb/t20230101_1001.html";
    private static final String TITLE = "<title>东河县2022年政府信息公开工作年度报告</title><p>一、总体情况</p>";

    @Test
    void theFurtherPagesOfAReportAreAskedAsReports() {
        String links = "<a>1</a><a href='t20230101_1001_1.html'>2</a><a href='t20230101_1001_1.html'>下一页</a>";
        assertThat(urls(read(PAGE, Purpose.REPORT, TITLE + links), Purpose.REPORT))
                .containsExactly(HOME + "nb/t20230101_1001_1.html");
        String call = "<script>createPageHTML(3, 0, 't20230101_1001', 'html');</script>";
        assertThat(urls(read(PAGE, Purpose.REPORT, TITLE + call), Purpose.REPORT))
                .containsExactly(HOME + "nb/t20230101_1001_1.html", HOME + "nb/t20230101_1001_2.html");
        String query = "<a href='show.jsp?id=7&page=2'>下一页</a>";
        assertThat(urls(read(HOME + "nb/show.jsp?id=7", Purpose.REPORT, TITLE + query), Purpose.REPORT))
                .containsExactly(HOME + "nb/show.jsp?id=7&page=2");
    }

    @Test
    void otherArticlesAndListsAreNoPartsOfAReport() {
        String links = "<a href='t20230101_1002.html'>下一页</a><a href='/news/index_2.html'>2</a>"
                + "<a href='show.jsp?id=8&page=2'>下一页</a><script>createPageHTML(9, 0, 'index', 'html');</script>";
        assertThat(urls(read(PAGE, Purpose.REPORT, TITLE + links), Purpose.REPORT))
                .isEmpty();
    }
}
