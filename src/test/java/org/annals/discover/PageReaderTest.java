package org.annals.discover;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.annals.discover.Pages.COLUMN;
import static org.annals.discover.Pages.HOME;
import static org.annals.discover.Pages.SIX_HEADINGS;
import static org.annals.discover.Pages.read;
import static org.annals.discover.Pages.urls;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.List;
import org.annals.capture.Outlink;
import org.annals.capture.Payload;
import org.annals.capture.Purpose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class PageReaderTest {

    @Test
    void theColumnComesBeforeTheSectionAndTheNews() {
        PageReading reading = read(HOME, Purpose.SEED, """
                <a href="/xwzx/t20230301_5.html">全县春耕备耕工作会议在县城举行</a>
                <a href="/zwgk/">政务公开</a> <a href="/zfxxgk/">政府信息公开</a>
                <a href="/zfxxgk/nb_18/">政府信息公开年报</a>
                <a href="/zfxxgk/wzbb/">政府网站工作年度报表</a>
                <a href="mailto:a@east.gov.cn">信箱</a><a href="/i.jpg">图</a><link href="/s.css">""");
        assertThat(reading.outlinks())
                .extracting(Outlink::url)
                .containsExactly(
                        HOME + "zfxxgk/nb_18/",
                        HOME + "zfxxgk/",
                        HOME + "zwgk/",
                        HOME + "zfxxgk/wzbb/",
                        HOME + "xwzx/t20230301_5.html");
        assertThat(reading.outlinks())
                .extracting(Outlink::purpose)
                .containsExactly(Purpose.COLUMN, Purpose.SECTION, Purpose.SECTION, Purpose.OTHER, Purpose.OTHER);
    }

    @Test
    void wordsCountMoreThanThePath() {
        PageReading reading = read(
                HOME,
                Purpose.SEED,
                "<a href='/zfxxgknb/'><img src='a.gif'></a> <a href='/col/col1229/index.html'>政府信息公开年报</a>");
        assertThat(reading.outlinks())
                .extracting(Outlink::url)
                .containsExactly(HOME + "col/col1229/index.html", HOME + "zfxxgknb/");
        assertThat(reading.outlinks()).allMatch(link -> link.purpose() == Purpose.COLUMN);
    }

    @Test
    void trsListGivesItsReportsAndTheFurtherPages() {
        PageReading reading = read(COLUMN, Purpose.COLUMN, """
                <ul><li><a href="./202301/t20230112_88.html" title="东河县财政局2022年政府信息公开工作年度报告">东河县财政局2022年政府信息…</a><span>2023-01-12</span></li>
                <li><a href="./202301/t20230111_87.html">关于做好2022年政府信息公开工作年度报告编制工作的通知</a></li></ul>
                <script>createPageHTML(3, 0, "index", "html");</script>""");
        assertThat(reading.kind()).isEqualTo(PageKind.LIST);
        assertThat(urls(reading, Purpose.REPORT)).containsExactly(COLUMN + "202301/t20230112_88.html");
        assertThat(urls(reading, Purpose.PAGER)).containsExactly(COLUMN + "index_1.html", COLUMN + "index_2.html");
    }

    @Test
    void pagerVariantsWithVariablesAndANameInFront() {
        PageReading reading = read(
                COLUMN + "list.shtml",
                Purpose.COLUMN,
                "<script>var countPage = 2; var currentPage = 0;"
                        + "createPageHTML('pages', countPage, currentPage, 'list', 'shtml', 31);</script>");
        assertThat(urls(reading, Purpose.PAGER)).containsExactly(COLUMN + "list_1.shtml");
        PageReading counted = read(COLUMN + "rlist.shtml", Purpose.COLUMN, "<script>var totalPage = 3;</script>");
        assertThat(urls(counted, Purpose.PAGER))
                .containsExactly(COLUMN + "rlist_1.shtml", COLUMN + "rlist_2.shtml", COLUMN + "rlist_3.shtml");
    }

    @Test
    void anExplicitNextLinkIsTrustedMoreThanTheFormula() {
        PageReading reading = read(
                COLUMN,
                Purpose.COLUMN,
                "<a href='zfxxgknb/4.htm'>下页</a><script>createPageHTML(5, 0, 'index', 'html')</script>");
        assertThat(urls(reading, Purpose.PAGER)).containsExactly(COLUMN + "zfxxgknb/4.htm");
    }

    @Test
    void pageParametersAndNumbersAreFollowed() {
        String page = """
                <a href='?cid=8&page=1'>1</a><a href='?cid=8&amp;page=2'>2</a><a href='?cid=8&page=2'>下一页</a>
                <a href='?cid=8&page=3'>3</a><a href='/x/12.html'>12</a>""";
        assertThat(urls(read(HOME + "list.php?cid=8", Purpose.COLUMN, page), Purpose.PAGER))
                .containsExactlyInAnyOrder(HOME + "list.php?cid=8&page=2", HOME + "list.php?cid=8&page=3");
        assertThat(urls(read(HOME + "list.php?cid=8&page=3", Purpose.PAGER, page), Purpose.PAGER))
                .containsExactlyInAnyOrder(HOME + "list.php?cid=8&page=1", HOME + "list.php?cid=8&page=2");
    }

    @Test
    void hanwebRecordsInsideScriptsAreSeen() {
        String page = """
                <div><script type="text/xml"><datastore><nextgroup><![CDATA[<a href="/module/web/jpage/dataproxy.jsp?page=1&amp;columnid=7"></a>]]></nextgroup>
                <recordset><record><![CDATA[<li><a href="/art/2023/1/9/art_7_31.html" title="东河县2022年政府信息公开工作年度报告">东河县2022年</a><span>2023-01-09</span></li>]]></record>
                <record><![CDATA[<li><a href="/art/2022/1/9/art_7_11.html">东河县2021年政府信息公开工作年度报告</a></li>]]></record></recordset></datastore></script></div>""";
        PageReading reading = read(HOME + "col/col7/index.html", Purpose.COLUMN, page);
        assertThat(urls(reading, Purpose.REPORT))
                .containsExactlyInAnyOrder(HOME + "art/2023/1/9/art_7_31.html", HOME + "art/2022/1/9/art_7_11.html");
        assertThat(urls(reading, Purpose.PAGER))
                .containsExactly(HOME + "module/web/jpage/dataproxy.jsp?page=1&columnid=7");
    }

    @Test
    void hanwebColumnsWithoutGroupsAreAskedByRowNumbers() {
        String row =
                "<record><![CDATA[<li><a href='/art/2023/1/9/art_7_%d.html'>东河县%d年政府信息公开工作年度报告</a></li>]]></record>";
        StringBuilder page = new StringBuilder("<script type='text/xml'><datastore><recordset>");
        for (int i = 0; i < 9; i++) {
            page.append(row.formatted(100 + i, 2022 - i));
        }
        page.append(
                "</recordset></datastore></script><script>$('#u5').jpage({proxyUrl:'/module/web/jpage/dataproxy.jsp',"
                        + " perPage:9, totalRecord:41, ajaxParam:{col:1,webid:3255,path:'/',columnid:7,unitid:'u5',webname:'东河'}});</script>");
        String proxy = HOME + "module/web/jpage/dataproxy.jsp?startrecord=";
        String rest = "&perpage=9&col=1&webid=3255&path=%2F&columnid=7&unitid=u5&webname=%E4%B8%9C%E6%B2%B3";
        assertThat(urls(read(HOME + "col/col7/index.html", Purpose.COLUMN, page.toString()), Purpose.PAGER))
                .containsExactly(proxy + "1&endrecord=27" + rest, proxy + "28&endrecord=41" + rest);
    }

    @Test
    void gkmlptColumnsListsAndArticlesAreReadFromTheirJson() {
        PageReading index = read(HOME + "gkmlpt/index", Purpose.SECTION, """
                <div id=app></div><script>window._CONFIG={SID:"760001","TREE":[{"id":1,"name":"政府信息公开指南"},
                {"id":9,"name":"公开","children":[{"id":3210,"name":"政府信息公开年报","jump_url":""},]}]};</script>""");
        String list = HOME + "gkmlpt/api/all/3210?page=1&sid=760001";
        assertThat(urls(index, Purpose.COLUMN)).containsExactly(list);

        String json =
                "{'classify':{'post_count':3},'articles':[{'title':'东河县2023年政府信息公开工作年度报告','url':'http:\\/\\/www.east.gov.cn\\/gkmlpt\\/content\\/7\\/1\\/post_11.html'},"
                        + "{'title':'关于做好2023年政府信息公开工作年度报告编制工作的通知','url':'/gkmlpt/content/7/1/post_12.html'}]}";
        PageReading rows = read(list, Purpose.COLUMN, json.replace('\'', '"'));
        assertThat(urls(rows, Purpose.REPORT)).containsExactly(HOME + "gkmlpt/content/7/1/post_11.html");
        assertThat(urls(rows, Purpose.PAGER)).containsExactly(HOME + "gkmlpt/api/all/3210?page=2&sid=760001");
        assertThat(rows.kind()).isEqualTo(PageKind.LIST);

        String article = SIX_HEADINGS.replace("\n", "").replace("/", "\\/");
        PageReading report = read(
                HOME + "gkmlpt/content/7/1/post_11.html",
                Purpose.REPORT,
                "<title>东河县2023年政府信息公开工作年度报告</title><div id=app></div><script>window._CONFIG={\"DETAIL\":{\"content\":\""
                        + article + "\"}}</script>");
        assertThat(report.kind()).isEqualTo(PageKind.REPORT);
    }

    @Test
    void pagersInScriptsAreReadFromTheirFunction() {
        String page =
                "<a href='javascript:toPage(2)'>下一页</a><a onclick='toPage(3)'>3</a><a href='javascript:other(4)'>4</a>"
                        + "<script>function toPage(n){ if(n<1){return;} window.location.href = 'list_' + n + '.html'; }"
                        + "function other(n){ location.href = base + n; }</script>";
        assertThat(urls(read(COLUMN, Purpose.COLUMN, page), Purpose.PAGER))
                .containsExactly(COLUMN + "list_2.html", COLUMN + "list_3.html");
        String query = "<a href='javascript:toPage(2)'>2</a>"
                + "<script>function toPage(n) { if (location.href == top) return; location.href = '?cid=1&pageNo=' + n }</script>";
        assertThat(urls(read(COLUMN, Purpose.COLUMN, query), Purpose.PAGER))
                .containsExactly(COLUMN + "?cid=1&pageNo=2");
    }

    @Test
    void aHomePageThatShowsNoWayHasASitemap() {
        assertThat(read(HOME, Purpose.SEED, "<p>欢迎</p>").outlinks())
                .extracting(Outlink::url)
                .containsExactly(HOME + "sitemap.xml");
        PageReading map = read(
                HOME + "sitemap.xml",
                Purpose.OTHER,
                "<?xml version='1.0'?><urlset><url><loc>" + COLUMN + "</loc></url><url><loc>" + HOME
                        + "xwzx/1.html</loc></url></urlset>");
        assertThat(urls(map, Purpose.COLUMN)).containsExactly(COLUMN);
    }

    @Test
    void addressesHideInManyPlaces() {
        PageReading reading = read(HOME, Purpose.SEED, """
                <base href="/site/"><iframe src="hot.html"></iframe>
                <select><option value="">请选择</option><option value="/zfxxgk/nb/">政府信息公开年报</option></select>
                <div onclick="window.open('/zwgk/index.html')">政务公开</div>
                <a href="javascript:location.href='/zfxxgk/'">政府信息公开</a>
                <a href="javascript:void(0)" onclick="go('../gk/')">信息公开</a>
                <map><area href="/xxgk/" alt="信息公开目录"></map>
                <script>document.write("<a href='/wzdt/'>网站地图</a>");</script>""");
        assertThat(reading.outlinks())
                .extracting(Outlink::url)
                .containsExactlyInAnyOrder(
                        HOME + "site/hot.html",
                        HOME + "zfxxgk/nb/",
                        HOME + "zwgk/index.html",
                        HOME + "zfxxgk/",
                        HOME + "gk/",
                        HOME + "xxgk/",
                        HOME + "wzdt/");
        assertThat(urls(reading, Purpose.SECTION)).hasSize(5);
        assertThat(urls(reading, Purpose.COLUMN)).containsExactly(HOME + "zfxxgk/nb/");
    }

    @Test
    void redirectStubsAreFollowedForTheSamePurpose() {
        PageReading meta =
                read(COLUMN, Purpose.COLUMN, "<meta http-equiv='Refresh' content='0; URL=../gknb2/index.html'>");
        assertThat(urls(meta, Purpose.COLUMN)).containsExactly(HOME + "xxgk/gknb2/index.html");
        PageReading script = read(HOME, Purpose.SEED, "<script>window.location.href = \"/web/index.html\";</script>");
        assertThat(urls(script, Purpose.SECTION)).containsExactly(HOME + "web/index.html");
    }

    @Test
    void yearsAndGroupsInsideAColumnAreColumns() {
        PageReading reading = read(COLUMN, Purpose.COLUMN, """
                <a href="2022n/">2022年</a><a href="bm/">县政府部门</a><a href="xz/index.html">各乡镇</a>
                <a href="czj/">县财政局</a><a href="202301/t20230105_3.html">县教育局</a><a href="2021n/202201/P020220105.pdf">2021年</a>
                <a href="/hd/">互动交流</a>""");
        assertThat(urls(reading, Purpose.COLUMN))
                .containsExactlyInAnyOrder(
                        COLUMN + "2022n/", COLUMN + "bm/", COLUMN + "xz/index.html", COLUMN + "czj/");
        assertThat(urls(reading, Purpose.REPORT))
                .containsExactlyInAnyOrder(COLUMN + "202301/t20230105_3.html", COLUMN + "2021n/202201/P020220105.pdf");
        assertThat(urls(reading, Purpose.OTHER)).containsExactly(HOME + "hd/");
    }

    @Test
    void aFileTakesItsTitleFromTheRow() {
        PageReading reading = read(COLUMN, Purpose.COLUMN, """
                <table><tr><td>东河县水利局2022年政府信息公开工作年度报告</td><td>2023-01-10</td><td><a href="a/P1.doc">下载</a></td></tr>
                <tr><td>2022年政府网站工作年度报表</td><td>2023-01-10</td><td><a href="a/P2.xls">下载</a></td></tr></table>""");
        assertThat(reading.outlinks()).hasSize(1);
        assertThat(reading.outlinks().get(0).url()).isEqualTo(COLUMN + "a/P1.doc");
        assertThat(reading.outlinks().get(0).purpose()).isEqualTo(Purpose.REPORT);
        assertThat(reading.outlinks().get(0).anchorText()).startsWith("东河县水利局2022年");
    }

    @Test
    void buttonsOfAnyWordingTakeTheirTitleFromTheRow() {
        PageReading reading = read(COLUMN, Purpose.COLUMN, """
                <ul><li><span>东河县水利局2022年政府信息公开工作年度报告</span><span>2023-01-20</span><a href="/x/1.html">查看详情</a></li>
                <li>东河县民政局2022年政府信息公开工作年度报告 <a href="/x/2.html">[详情]</a> <a href="/x/3.html">【点击查看】</a></li>
                <li>2022年政府网站工作年度报表 <a href="/x/4.html">[详情]</a></li></ul>""");
        assertThat(urls(reading, Purpose.REPORT))
                .containsExactlyInAnyOrder(HOME + "x/1.html", HOME + "x/2.html", HOME + "x/3.html");
    }

    @Test
    void bodiesListedInAColumnAreColumnsWhereverTheirFolderLies() {
        PageReading reading = read(COLUMN, Purpose.COLUMN, """
                <div class="menu"><a href="/rd/">人大工作委员会</a><a href="/hd/">互动交流</a><a href="/fw/">办事服务</a><a href="/xw/">新闻动态</a></div>
                <ul><li><a href="/c107045/">财政局</a></li><li><a href="/c107046/">县教育局</a><span>2024-01-20</span></li>
                <li><a href="http://other.east.gov.cn/c1/">城关镇人民政府</a></li><li><a href="/c1/all/">查看全部</a></li></ul>""");
        assertThat(urls(reading, Purpose.COLUMN)).containsExactlyInAnyOrder(HOME + "c107045/", HOME + "c107046/");
        assertThat(urls(read(HOME, Purpose.SEED, "<ul><li><a href='/c1/'>财政局</a></li></ul>"), Purpose.COLUMN))
                .isEmpty();
    }

    @Test
    void theFrameOfAReportPageHoldsTheReport() {
        String title = "<title>东河县2022年政府信息公开工作年度报告</title>";
        PageReading framed = read(
                HOME + "nb/t1.html",
                Purpose.REPORT,
                title + "<iframe src='/nb/body.html'></iframe><iframe src='http://share.example.com/s.html'></iframe>");
        assertThat(urls(framed, Purpose.REPORT)).containsExactly(HOME + "nb/body.html");
        PageReading frameset = read(
                HOME + "nb/t1.html",
                Purpose.REPORT,
                "<html><frameset><frame src='http://xxgk.east.gov.cn/b.html'></frameset></html>");
        assertThat(urls(frameset, Purpose.REPORT)).containsExactly("http://xxgk.east.gov.cn/b.html");
        PageReading whole =
                read(HOME + "nb/t1.html", Purpose.REPORT, title + SIX_HEADINGS + "<iframe src='/foot.html'></iframe>");
        assertThat(urls(whole, Purpose.REPORT)).isEmpty();
    }

    @Test
    void aColumnNamedByItsMetaTagIsAListEvenWithoutReports() {
        PageReading reading = read(
                HOME + "col/col9/index.html",
                Purpose.OTHER,
                "<meta content='政府信息公开年报' name='columnname'><a href='../col8/'>政府信息公开指南</a><a href='index_1.html'>下一页</a>");
        assertThat(reading.kind()).isEqualTo(PageKind.LIST);
        assertThat(urls(reading, Purpose.PAGER)).containsExactly(HOME + "col/col9/index_1.html");
    }

    @Test
    void sixHeadingsMakeAReportAndItsFilesBelongToIt() {
        PageReading reading = read(
                COLUMN + "202301/t20230112_88.html",
                Purpose.OTHER,
                "<h1>东河县2022年政府信息公开工作年度报告</h1>" + SIX_HEADINGS
                        + "<p>附件：<a href='./P020230112.pdf'>附件</a></p><iframe src='/pdfjs/viewer.html?file=/x/P02.pdf'></iframe>");
        assertThat(reading.kind()).isEqualTo(PageKind.REPORT);
        assertThat(reading.title()).isEqualTo("东河县2022年政府信息公开工作年度报告");
        assertThat(urls(reading, Purpose.REPORT))
                .containsExactlyInAnyOrder(COLUMN + "202301/P020230112.pdf", HOME + "x/P02.pdf");
    }

    @Test
    void aNoticeThatPrintsTheFormIsNoReport() {
        PageReading reading = read(COLUMN, Purpose.OTHER, "<h1>关于规范政府信息公开工作年度报告格式的通知</h1>" + SIX_HEADINGS);
        assertThat(reading.kind()).isEqualTo(PageKind.OTHER);
    }

    @Test
    void reportsOfTheFreeFormAreReports() {
        PageReading reading = read(
                HOME + "a/1.html",
                Purpose.OTHER,
                "<h1>东河县2012年政府信息公开工作年度报告</h1><p>一、概述</p><p>二、主动公开政府信息情况</p><p>三、依申请公开</p>"
                        + "<p>四、收费及减免情况</p><p>五、行政复议和诉讼</p><p>六、存在的不足</p>" + "全年工作平稳。".repeat(40));
        assertThat(reading.kind()).isEqualTo(PageKind.REPORT);
    }

    @Test
    void filesMayHoldAReport() {
        byte[] pdf = "%PDF-1.4 ...".getBytes(UTF_8);
        assertThat(PageReader.read(Payload.of(pdf, "text/html", HOME + "a.html"), Purpose.REPORT)
                        .kind())
                .isEqualTo(PageKind.REPORT);
        assertThat(PageReader.read(Payload.of(new byte[] {1, 2}, "application/msword", HOME + "a"), Purpose.OTHER)
                        .kind())
                .isEqualTo(PageKind.REPORT);
        assertThat(PageReader.read(Payload.of(new byte[] {1, 2}, "image/png", HOME + "a"), Purpose.OTHER)
                        .kind())
                .isEqualTo(PageKind.OTHER);
    }

    @Test
    void pagesThatMeanNotFoundAreTold() {
        assertThat(read(HOME, Purpose.REPORT, "<title>404</title><p>您访问的页面不存在</p>")
                        .kind())
                .isEqualTo(PageKind.SOFT_404);
        assertThat(read(HOME, Purpose.REPORT, "<p>抱歉，该信息已删除。<a href='/'>返回首页</a></p>")
                        .kind())
                .isEqualTo(PageKind.SOFT_404);
        assertThat(read(HOME, Purpose.REPORT, "<p>" + "信息不存在的情形按规定答复。".repeat(80))
                        .kind())
                .isEqualTo(PageKind.OTHER);
    }

    @Test
    void aReportThatIsGoneIsToldThoughTheSitesMenusAreStillThere() {
        StringBuilder menus = new StringBuilder("<title>东河县教育局网站</title>");
        for (int k = 0; k < 60; k++) {
            menus.append("<a href='/c").append(k).append("/'>栏目").append(k).append("</a>");
        }
        String foot = "<p>" + "主办单位：东河县教育局 网站标识码 ".repeat(60) + "</p>";
        for (String said : List.of(
                "<h1>抱歉，您访问的页面不存在或已被删除</h1>",
                "<div>对不起，该信息已被删除！</div>",
                "<p>您要查看的文章不存在。</p>",
                "<h2>404 Not Found</h2>")) {
            assertThat(read(HOME + "t.html", Purpose.REPORT, menus + said + foot)
                            .kind())
                    .as(said)
                    .isEqualTo(PageKind.SOFT_404);
            assertThat(read(HOME + "t.html", Purpose.REPORT, menus + said + SIX_HEADINGS + foot)
                            .kind())
                    .isEqualTo(PageKind.REPORT);
        }
        assertThat(read(HOME + "t.html", Purpose.REPORT, menus + "<p>申请信息不存在的，告知申请人。</p>" + foot)
                        .kind())
                .isEqualTo(PageKind.OTHER);
        String unseen = "<div style='display: none'><p>您访问的页面不存在</p></div>";
        assertThat(read(HOME + "t.html", Purpose.REPORT, menus + unseen + foot).kind())
                .isEqualTo(PageKind.OTHER);
    }

    @Test
    void aBlankPageInPlaceOfAReportIsNone() {
        assertThat(read(HOME + "t.html", Purpose.REPORT, "<html><body> </body></html>")
                        .kind())
                .isEqualTo(PageKind.SOFT_404);
        assertThat(read(HOME + "t.html", Purpose.REPORT, "<img src='page1.jpg'>")
                        .kind())
                .isEqualTo(PageKind.OTHER);
        assertThat(read(HOME + "t.html", Purpose.REPORT, "<div id=app></div><script src='app.js'></script>")
                        .kind())
                .isEqualTo(PageKind.OTHER);
        assertThat(read(HOME, Purpose.SEED, "").kind()).isEqualTo(PageKind.OTHER);
    }

    @Test
    void aWallIsToldByWhatItCallsItselfHoweverLongItIs() {
        String text = "请输入验证码" + "为保证访问安全，请完成验证".repeat(80);
        assertThat(read(HOME, Purpose.REPORT, "<title>安全验证</title>" + text).kind())
                .isEqualTo(PageKind.CHALLENGE);
        assertThat(read(HOME, Purpose.REPORT, "<title>网络安全宣传周：安全验证知识</title>" + text)
                        .kind())
                .isEqualTo(PageKind.OTHER);
    }

    @Test
    void theQueryOfALinkIsSentInThePagesCharset() {
        String page = "<title>政府信息公开年报</title><a href='/年报/show.asp?name=年报'>东河县2022年政府信息公开工作年度报告</a>";
        Payload gbk = Payload.of(page.getBytes(Charset.forName("GBK")), "text/html; charset=gbk", COLUMN);
        assertThat(urls(PageReader.read(gbk, Purpose.COLUMN), Purpose.REPORT))
                .containsExactly(HOME + "%E5%B9%B4%E6%8A%A5/show.asp?name=%C4%EA%B1%A8");
        assertThat(urls(read(COLUMN, Purpose.COLUMN, page), Purpose.REPORT))
                .containsExactly(HOME + "%E5%B9%B4%E6%8A%A5/show.asp?name=%E5%B9%B4%E6%8A%A5");
    }

    @Test
    void digitsOfALongerNumberAreNoStatus() {
        assertThat(read(HOME, Purpose.SEED, "<title>县47404人民政府</title><a href='/zwgk/'>政务公开</a>")
                        .kind())
                .isEqualTo(PageKind.OTHER);
        assertThat(read(HOME, Purpose.SEED, "<title>404_人民政府</title><p>抱歉</p>").kind())
                .isEqualTo(PageKind.SOFT_404);
    }

    @Test
    void aPageThatAsksForJustAMomentIsAWall() {
        String words = "<noscript>Enable JavaScript and cookies to continue</noscript>";
        String script = "<script src='/cdn-cgi/challenge-platform/h/b/orchestrate/chl_page/v1'></script>";
        assertThat(read(HOME, Purpose.REPORT, "<title>Just a moment...</title>" + words + script)
                        .kind())
                .isEqualTo(PageKind.CHALLENGE);
        assertThat(read(HOME, Purpose.SEED, "<title>Just a moment…</title>" + words.repeat(30))
                        .kind())
                .isEqualTo(PageKind.CHALLENGE);
        assertThat(read(HOME, Purpose.SEED, words + script).kind()).isEqualTo(PageKind.CHALLENGE);
    }

    @Test
    void anEntityThatNobodyDeclaredIsNoAddress() {
        String sitemap =
                "<?xml version='1.0'?><!DOCTYPE u [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><urlset><url><loc>&x;</loc></url>"
                        + "<url><loc>" + HOME + "a?b=1&amp;c=2</loc></url></urlset>";
        assertThat(read(HOME + "sitemap.xml", Purpose.OTHER, sitemap).outlinks())
                .extracting(Outlink::url)
                .containsExactly(HOME + "a?b=1&c=2");
    }

    @Test
    void theReportsOfAPageWithLinksBeyondCountingAreReadFirst() {
        StringBuilder page = new StringBuilder("<title>政府信息公开年报</title>");
        for (int k = 0; k < 30_000; k++) {
            page.append("<a href='/x/").append(k).append("'>春耕</a>");
        }
        page.append("<a href='/r.html'>东河县2022年政府信息公开工作年度报告</a>");
        assertThat(urls(read(COLUMN, Purpose.COLUMN, page.toString()), Purpose.REPORT))
                .containsExactly(HOME + "r.html");
    }

    @Test
    void wallsAreTold() {
        assertThat(read(
                                HOME,
                                Purpose.SEED,
                                "<script>document.cookie='__jsl_clearance_s=1|2';location.href=location.pathname</script>")
                        .kind())
                .isEqualTo(PageKind.CHALLENGE);
        assertThat(read(HOME, Purpose.SEED, "<title>安全验证</title><p>为了您的访问安全，请完成滑动验证</p>")
                        .kind())
                .isEqualTo(PageKind.CHALLENGE);
        assertThat(read(HOME, Purpose.SEED, "<form>用户名<input name=u>密码<input type='password' name=p></form>")
                        .kind())
                .isEqualTo(PageKind.CHALLENGE);
        assertThat(read(HOME, Purpose.SEED, "<p>通知公告</p><input type='search'>").kind())
                .isEqualTo(PageKind.OTHER);
    }

    @Test
    void everyUsualCharsetIsRead() {
        String page = "<title>年报</title><a href='nb/'>政府信息公开年报</a>";
        assertThat(only(Payload.of(page.getBytes(Charset.forName("GBK")), "text/html; charset=gb2312", HOME)))
                .isEqualTo("政府信息公开年报");
        assertThat(only(Payload.of(
                        ("<meta charset=\"GBK\">" + page).getBytes(Charset.forName("GBK")), "text/html", HOME)))
                .isEqualTo("政府信息公开年报");
        assertThat(only(Payload.of(page.getBytes(Charset.forName("GB18030")), null, HOME)))
                .isEqualTo("政府信息公开年报");
        assertThat(only(Payload.of(page.getBytes(UTF_8), "text/html; charset=ISO-8859-1", HOME)))
                .isEqualTo("政府信息公开年报");
        byte[] damaged = (page + "<p>信息公开</p>".repeat(20) + "?").getBytes(UTF_8);
        damaged[damaged.length - 1] = (byte) 0xff;
        assertThat(only(Payload.of(damaged, "text/html; charset=utf-8", HOME))).isEqualTo("政府信息公开年报");
        assertThat(only(Payload.of(page.getBytes(Charset.forName("GBK")), "text/html; charset=utf-8", HOME)))
                .isEqualTo("政府信息公开年报");
        assertThat(only(Payload.of(("\ufeff" + page).getBytes(UTF_8), "text/html; charset=gbk", HOME)))
                .isEqualTo("政府信息公开年报");
    }

    @Test
    @Timeout(60)
    void hostilePagesAreBounded() {
        StringBuilder many = new StringBuilder("<div><ul><li>");
        for (int i = 0; i < 100_000; i++) {
            many.append("<a href='/f?x=").append(i).append("'>").append(i).append("</a>");
        }
        many.append("<a href='/nb/'>政府信息公开年报</a>");
        PageReading links = read(HOME, Purpose.SEED, many.toString());
        assertThat(links.outlinks()).hasSize(2_000);
        assertThat(links.outlinks().get(0).url()).isEqualTo(HOME + "nb/");

        String deep = "<div>".repeat(100_000) + "<a href='/nb/'>政府信息公开年报</a>";
        assertThat(urls(read(HOME, Purpose.SEED, deep), Purpose.COLUMN)).containsExactly(HOME + "nb/");

        String open = "<record><![CDATA[".repeat(100_000) + "<script>document.cookie=".repeat(50_000);
        assertThat(read(HOME, Purpose.OTHER, open).outlinks()).isEmpty();
    }

    @Test
    void samePageSameReading() {
        String page = "<a href='b/'>信息公开</a><a href='a/'>信息公开</a>";
        assertThat(read(HOME, Purpose.SEED, page)).isEqualTo(read(HOME, Purpose.SEED, page));
    }

    private static String only(Payload page) {
        List<Outlink> outlinks = PageReader.read(page, Purpose.SEED).outlinks();
        assertThat(outlinks).hasSize(1);
        return outlinks.get(0).anchorText();
    }
}
