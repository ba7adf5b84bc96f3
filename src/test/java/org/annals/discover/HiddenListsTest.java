package org.annals.discover;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.annals.discover.Pages.COLUMN;
import static org.annals.discover.Pages.HOME;
import static org.annals.discover.Pages.read;
import static org.annals.discover.Pages.urls;
import static org.assertj.core.api.Assertions.assertThat;

import org.annals.capture.Payload;
import org.annals.capture.Purpose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of reports that stand on the page, but not as rows of plain links. */
class HiddenListsTest {
    private static final String TITLE = "<html><head><meta charset='utf-8'><title>政府信息公开年报</title></head>";
    private static final String ROWS = "<ul><li><a href='/r/1.html'>东河县2022年政府信息公开工作年度报告</a></li>"
            + "<li><a href='/r/2.html'>东河县2021年政府信息公开工作年度报告</a></li></ul>";

    private static PageReading column(String body) {
        return read(COLUMN, Purpose.COLUMN, TITLE + "<body>" + body + "</body></html>");
    }

    private static String escaped(String html) {
        return html.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    @Test
    void bodiesAmongOptionsOfAYearAreReports() {
        String list = "<select><option value=''>请选择</option>"
                + "<optgroup label='2022年'><option value='/r/1.html'>东河县财政局</option><option value='/r/2.html'>东河县民政局</option></optgroup>"
                + "<optgroup label='2021年'><option value='/r/3.html'>东河县财政局</option></optgroup></select>";
        assertThat(urls(column(list), Purpose.REPORT))
                .containsExactlyInAnyOrder(HOME + "r/1.html", HOME + "r/2.html", HOME + "r/3.html");
    }

    @Test
    void theHeadOfATableSaysTheYearOfALinkThatSaysNothing() {
        String table = "<table><tr><th>单位</th><th>2021年</th><th>2022年</th></tr>"
                + "<tr><td>东河县财政局</td><td><a href='/r/1.html'>查看</a></td><td><a href='/r/2.html'>查看</a></td></tr>"
                + "<tr><td>东河县民政局</td><td><a href='/r/3.html'>查看</a></td><td></td></tr></table>";
        PageReading reading = column(table);
        assertThat(urls(reading, Purpose.REPORT))
                .containsExactlyInAnyOrder(HOME + "r/1.html", HOME + "r/2.html", HOME + "r/3.html");
        assertThat(reading.outlinks())
                .filteredOn(link -> link.url().equals(HOME + "r/2.html"))
                .singleElement()
                .extracting(link -> link.anchorText())
                .isEqualTo("东河县财政局 2022年");
    }

    @Test
    void listsInTextAreasAreRead() {
        assertThat(urls(column("<textarea style='display:none'>" + escaped(ROWS) + "</textarea>"), Purpose.REPORT))
                .containsExactly(HOME + "r/1.html", HOME + "r/2.html");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void listsInsideAnAnswerInJsonAreRead(boolean twice) {
        String html = (twice ? escaped(ROWS) : ROWS).replace("\"", "\\\"");
        byte[] json = ("{\"code\":0,\"html\":\"" + html + "\"}").getBytes(UTF_8);
        PageReading reading =
                PageReader.read(Payload.of(json, "application/json", HOME + "api/list.json?cid=9"), Purpose.PAGER);
        assertThat(urls(reading, Purpose.REPORT)).containsExactly(HOME + "r/1.html", HOME + "r/2.html");
    }

    @Test
    void addressesThatAScriptAsksForByGetAreFollowed() {
        String script = "<script>$.get('/api/list.json?cid=9', function (d) { $('#l').html(d.html); })</script>";
        assertThat(urls(column(script), Purpose.PAGER)).containsExactly(HOME + "api/list.json?cid=9");
    }

    @Test
    void handlersThatNameAKeyLeadWhereTheScriptSaysForIt() {
        String list = "<ul><li><a href='javascript:go(1)'>东河县2022年政府信息公开工作年度报告</a></li>"
                + "<li><a href='#' onclick=\"go('b'); return false\">东河县2021年政府信息公开工作年度报告</a></li></ul>"
                + "<script>var urls = {1: '/r/1.html', 'b': '/r/2.html'}; function go(k) { location.href = urls[k]; }</script>";
        assertThat(urls(column(list), Purpose.REPORT)).containsExactly(HOME + "r/1.html", HOME + "r/2.html");
    }

    @Test
    void keysThatMeanTwoAddressesLeadNowhere() {
        String list = "<ul><li><a href='javascript:go(1)'>东河县2022年政府信息公开工作年度报告</a></li></ul>"
                + "<script>var urls = {1: '/r/1.html'}; var pictures = {1: '/p/1.html'};</script>";
        assertThat(urls(column(list), Purpose.REPORT)).isEmpty();
    }

    @Test
    void statesThatAScriptHoldsAreRead() {
        String script = "<script>window.__INITIAL_STATE__ = {\"list\": ["
                + "{\"title\": \"东河县2022年政府信息公开工作年度报告\", \"path\": \"/r/1.html\"}]};</script>";
        assertThat(urls(column(script), Purpose.REPORT)).containsExactly(HOME + "r/1.html");
    }

    @Test
    void feedsOfAColumnThatListsNothingAreRead() {
        String page =
                TITLE.replace("</head>", "<link rel='alternate' type='application/rss+xml' href='rss.xml'></head>");
        assertThat(urls(read(COLUMN, Purpose.COLUMN, page + "<body>请订阅</body>"), Purpose.PAGER))
                .containsExactly(COLUMN + "rss.xml");
        assertThat(urls(read(COLUMN, Purpose.COLUMN, page + "<body>" + ROWS + "</body>"), Purpose.PAGER))
                .isEmpty();
        String feed = "<?xml version='1.0' encoding='UTF-8'?><rss version='2.0'><channel><title>政府信息公开年报</title>"
                + "<item><title>东河县2022年政府信息公开工作年度报告</title><link>" + HOME + "r/1.html</link></item>"
                + "<item><title><![CDATA[东河县2021年政府信息公开工作年度报告]]></title><link><![CDATA[/r/2.html]]></link></item>"
                + "</channel></rss>";
        assertThat(urls(read(COLUMN + "rss.xml", Purpose.PAGER, feed), Purpose.REPORT))
                .containsExactlyInAnyOrder(HOME + "r/1.html", HOME + "r/2.html");
    }

    @Test
    void buttonsThatLoadMoreArePagers() {
        assertThat(urls(column(ROWS + "<button data-url='/nb/more?start=6'>加载更多</button>"), Purpose.PAGER))
                .containsExactly(HOME + "nb/more?start=6");
    }

    private static final String MORE =
            "<a href='javascript:;' onclick=\"window.location='/list/8001/page_1.html'\">更多&gt;&gt;</a>";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<dl><dt>政府信息公开年报</dt><dd>MORE</dd></dl>",
                "<dl><dt>政府信息公开年报</dt><dd><a href='/list/8001/page_1.html'>更多&gt;&gt;</a></dd></dl>",
                "<div><div class='hd'><h3>政府信息公开年报</h3></div><div><ul><li>无</li></ul>MORE</div></div>",
                "<div class='panel-title'><span>政府信息公开年报</span>MORE</div>",
                "<table><caption>政府信息公开年报</caption><tr><td>MORE</td></tr></table>"
            })
    void aLinkToMoreLeadsToTheColumnThatItsHeadingNames(String panel) {
        String facets = "<a href='/a/1.html'>法定主动公开内容</a><a href='/a/2.html'>政府信息公开制度</a>";
        PageReading reading = read(
                HOME + "public/6627",
                Purpose.SECTION,
                "<html><title>信息公开</title><body>" + facets + panel.replace("MORE", MORE) + "</body></html>");
        assertThat(reading.outlinks().get(0).url()).isEqualTo(HOME + "list/8001/page_1.html");
        assertThat(reading.outlinks().get(0).purpose()).isEqualTo(Purpose.COLUMN);
    }

    @Test
    void aLinkToMoreIsOfTheNearestHeadingOnly() {
        PageReading reading = read(
                HOME + "public/6627",
                Purpose.SECTION,
                "<html><title>信息公开</title><body><h3>政府信息公开年报</h3><ul></ul><h3>政府信息公开指南</h3>" + MORE + "</body></html>");
        assertThat(urls(reading, Purpose.COLUMN)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<select><option value='../y/2024n/'>2024年</option><option value='../y/2023n/'>2023年</option></select>",
                "<a href='../y/2024n/'>2024年</a> <a href='../y/2023n/'>2023年</a>"
            })
    void yearsUnderTheHeadingOfTheColumnAreItsFolders(String years) {
        PageReading reading = read(
                HOME + "xxgk/index.htm",
                Purpose.SECTION,
                "<html><title>政府信息公开</title><body><h3>政府信息公开年报</h3>" + years + "</body></html>");
        assertThat(urls(reading, Purpose.COLUMN)).containsExactly(HOME + "y/2024n/", HOME + "y/2023n/");
    }

    @Test
    void markUpBehindATitleHidesNoReport() {
        String row = "<a href='/c/9.jsp'>东河县人民政府2023年政府信息公开工作年度报告&lt;script&gt;a()&lt;/script&gt;</a>";
        assertThat(urls(read(HOME, Purpose.SEED, "<html><body>" + row + "</body></html>"), Purpose.REPORT))
                .containsExactly(HOME + "c/9.jsp");
    }
}
