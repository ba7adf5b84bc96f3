package org.annals.discover;

import static org.annals.discover.Pages.COLUMN;
import static org.annals.discover.Pages.HOME;
import static org.annals.discover.Pages.read;
import static org.annals.discover.Pages.urls;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.annals.capture.Outlink;
import org.annals.capture.Purpose;
import org.junit.jupiter.api.Test;

/** Lists of the content management systems: one fixture each, with the further pages and years that it leads to. */
class FamiliesTest {
    @Test
    void kaipuCountsItsPagesFromOne() {
        String list = HOME + "c100/list.shtml";
        String call = "<script>createPageHTML('page_div',3, %d,'list','shtml',45);</script>";
        assertThat(urls(read(list, Purpose.COLUMN, call.formatted(1)), Purpose.PAGER))
                .containsExactly(HOME + "c100/list_2.shtml", HOME + "c100/list_3.shtml");
        assertThat(urls(read(HOME + "c100/list_2.shtml", Purpose.PAGER, call.formatted(2)), Purpose.PAGER))
                .isEmpty();
    }

    @Test
    void trsCountsItsPagesFromNought() {
        String call = "<script>createPageHTML(3, %d, 'index', 'html');</script>";
        assertThat(urls(read(COLUMN, Purpose.COLUMN, call.formatted(0)), Purpose.PAGER))
                .containsExactly(COLUMN + "index_1.html", COLUMN + "index_2.html");
        assertThat(urls(read(COLUMN + "index_1.html", Purpose.PAGER, call.formatted(1)), Purpose.PAGER))
                .isEmpty();
    }

    @Test
    void aFirstPageWithItsNumberInItsNameIsCountedOn() {
        assertThat(urls(
                        read(
                                HOME + "cd/column-index-1.shtml",
                                Purpose.COLUMN,
                                "<script>var totalPage=3;var curPage=1;</script>"),
                        Purpose.PAGER))
                .containsExactly(HOME + "cd/column-index-2.shtml", HOME + "cd/column-index-3.shtml");
    }

    @Test
    void founderListsAreNodesWithTheNumberBehind() {
        assertThat(urls(
                        read(
                                HOME + "node_88.htm",
                                Purpose.COLUMN,
                                "<script>var maxpage = 3; var currentPage = 0;</script>"),
                        Purpose.PAGER))
                .containsExactly(HOME + "node_88_2.htm", HOME + "node_88_3.htm");
    }

    @Test
    void whereNothingTellsHowPagesAreCountedBothWaysAreAsked() {
        String pager = "<div>共2页</div><script>var totalPage=2;</script>";
        assertThat(urls(read(HOME + "nb/list.shtml", Purpose.COLUMN, pager), Purpose.PAGER))
                .containsExactlyInAnyOrder(HOME + "nb/list_1.shtml", HOME + "nb/list_2.shtml");
    }

    @Test
    void anEmptyGroupOfAHanwebListHidesNoRows() {
        String list = "<script type='text/xml'><datastore>%s<recordset><record>"
                + "<![CDATA[<li><a href='/art/2024/1/3/art_9_1.html'>东河县2023年政府信息公开工作年度报告</a></li>]]></record></recordset></datastore>"
                + "</script><script>$('#8').jpage({proxyUrl:'/module/jpage/dataproxy.jsp',perPage:1,totalRecord:4,ajaxParam:{col:1}});</script>";
        for (String group : List.of(
                "", "<nextgroup></nextgroup>", "<nextgroup> </nextgroup>", "<nextgroup><![CDATA[]]></nextgroup>")) {
            PageReading reading = read(HOME + "col/col9/index.html", Purpose.COLUMN, list.formatted(group));
            assertThat(urls(reading, Purpose.REPORT)).as(group).containsExactly(HOME + "art/2024/1/3/art_9_1.html");
            assertThat(urls(reading, Purpose.PAGER))
                    .as(group)
                    .containsExactly(
                            HOME + "module/jpage/dataproxy.jsp?startrecord=1&endrecord=3&perpage=1&col=1",
                            HOME + "module/jpage/dataproxy.jsp?startrecord=4&endrecord=4&perpage=1&col=1");
        }
    }

    @Test
    void aGroupThatAnswersNothingLosesNoRowsThatTheHanwebPagerAnnounces() {
        String list =
                "<script type='text/xml'><datastore><nextgroup><![CDATA[<a href='/dataproxy.jsp?page=1'></a>]]></nextgroup>"
                        + "<recordset><record><![CDATA[<a href='/art/2024/1/3/art_9_1.html'>东河县2023年政府信息公开工作年度报告</a>]]></record></recordset>"
                        + "</datastore></script><script>$('#8').jpage({proxyUrl:'/dataproxy.jsp',perPage:1,totalRecord:%d});</script>";
        String column = HOME + "col/col9/index.html";
        assertThat(urls(read(column, Purpose.COLUMN, list.formatted(2)), Purpose.PAGER))
                .containsExactlyInAnyOrder(
                        HOME + "dataproxy.jsp?page=1", HOME + "dataproxy.jsp?startrecord=1&endrecord=2&perpage=1");
        assertThat(urls(read(column, Purpose.COLUMN, list.formatted(1)), Purpose.PAGER))
                .containsExactly(HOME + "dataproxy.jsp?page=1");
    }

    @Test
    void aBodysYearlyReportIsAReportOrAColumnWhereSuchAreAtHome() {
        String module = "<ul><li><a href='/module/xxgk/xxgkAnnualReport.jsp?area=1&fbtime=2024'>东河县财政局年报</a></li></ul>";
        String report = HOME + "module/xxgk/xxgkAnnualReport.jsp?area=1&fbtime=2024";
        assertThat(urls(read(COLUMN, Purpose.COLUMN, module), Purpose.REPORT)).containsExactly(report);
        String lists = "<ul><li><a href='/showList/500/0/page_1.html'>东河县人民政府年报</a></li>"
                + "<li><a href='/showList/501/0/page_1.html'>教育局年报</a></li><li><a href='/tj/'>人口普查年报</a></li></ul>";
        assertThat(urls(read(HOME + "xxgk/", Purpose.SECTION, lists), Purpose.COLUMN))
                .containsExactlyInAnyOrder(HOME + "showList/500/0/page_1.html", HOME + "showList/501/0/page_1.html");
        assertThat(urls(read(HOME + "news/", Purpose.OTHER, lists + module), Purpose.COLUMN))
                .isEmpty();
    }

    @Test
    void noticesComeBeforeNewsAndCalendarsLast() {
        String home = "<a href='/rl?d=2024-01'>1月</a><a href='/xwdt/'>新闻动态</a><a href='/tz/'>通知公告</a>"
                + "<a href='/xwdt/202401/t20240101_5.html'>全县第五次调度会召开</a>";
        assertThat(urls(read(HOME, Purpose.SECTION, home), Purpose.OTHER))
                .containsExactly(
                        HOME + "tz/", HOME + "xwdt/", HOME + "xwdt/202401/t20240101_5.html", HOME + "rl?d=2024-01");
    }

    @Test
    void noticesAreFollowedAsLongAsTheyListReports() {
        String pager = "<script>createPageHTML(90, 0, 'index', 'html')</script>";
        String row = "<a href='/tz/2023.html'>东河县2023年政府信息公开工作年度报告</a>";
        String title = "<title>通知公告</title><a href='/tz/n1.html'>关于第1号事项的通告</a>";
        assertThat(urls(read(HOME + "tz/", Purpose.OTHER, title + row + pager), Purpose.PAGER))
                .startsWith(HOME + "tz/index_1.html")
                .hasSize(30);
        PageReading without = read(HOME + "tz/", Purpose.OTHER, title + pager);
        assertThat(urls(without, Purpose.PAGER)).isEmpty();
        assertThat(urls(without, Purpose.OTHER))
                .contains(HOME + "tz/index_4.html")
                .doesNotContain(HOME + "tz/index_5.html");
        String next = "<a href='index_8.html'>下一页</a>";
        assertThat(urls(read(HOME + "tz/index_7.html", Purpose.PAGER, title + row + next), Purpose.PAGER))
                .containsExactly(HOME + "tz/index_8.html");
        assertThat(urls(read(HOME + "tz/index_7.html", Purpose.PAGER, title + next), Purpose.PAGER))
                .isEmpty();
    }

    @Test
    void vsbPagesCountDown() {
        assertThat(urls(
                        read(
                                HOME + "nb.htm",
                                Purpose.COLUMN,
                                "<span class='p_next'><a href='nb/2.htm'>下页</a></span><span class='p_last'><a href='nb/1.htm'>尾页</a></span>"),
                        Purpose.PAGER))
                .containsExactly(HOME + "nb/2.htm", HOME + "nb/1.htm");
    }

    @Test
    void jpaasPagesAreAskedByTheParametersOfTheirPager() {
        String pager =
                "<div count='8' rows='3' unitUrl='/api-gateway/front/page/build/unit' queryData=\"{'webId':'ab','tagId':'列表'}\"></div>";
        String page = HOME + "api-gateway/front/page/build/unit?webId=ab&tagId=%E5%88%97%E8%A1%A8&rows=3&pageNo=";
        String rows = "<ul><li><a href='/art/2023/art_1.html'>东河县2022年政府信息公开工作年度报告</a></li></ul>";
        assertThat(urls(read(HOME + "col/col9/index.html", Purpose.COLUMN, rows + pager), Purpose.PAGER))
                .containsExactly(page + 2, page + 3);
        assertThat(urls(read(HOME + "col/col9/index.html", Purpose.COLUMN, pager), Purpose.PAGER))
                .containsExactly(page + 1, page + 2, page + 3);
        PageReading answer = read(page + 2, Purpose.PAGER, "{\"success\":true,\"data\":{\"html\":\"" + rows + "\"}}");
        assertThat(urls(answer, Purpose.REPORT)).containsExactly(HOME + "art/2023/art_1.html");
    }

    @Test
    void annualReportModulesLeadToTheirOtherYears() {
        String module = HOME + "module/xxgk/xxgkAnnualReport.jsp?area=11&fbtime=";
        String report = "<title>东河县2022年政府信息公开工作年度报告</title>" + Pages.SIX_HEADINGS;
        assertThat(urls(read(module + 2022, Purpose.COLUMN, report), Purpose.REPORT))
                .containsExactlyInAnyOrder(module + 2021, module + 2023);
        assertThat(urls(read(module + 2008, Purpose.REPORT, report), Purpose.REPORT))
                .containsExactly(module + 2009);
        String select =
                "<select name='fbtime'><option value='2022'>2022年</option><option value='2020'>2020年</option></select>";
        assertThat(urls(read(module + 2022, Purpose.COLUMN, report + select), Purpose.REPORT))
                .containsExactly(module + 2020);
        assertThat(urls(read(module + 1999, Purpose.REPORT, "<p>暂无</p>"), Purpose.REPORT))
                .isEmpty();
    }

    @Test
    void yearsBesideAReportOfAModuleAreReports() {
        String year = HOME + "OpennessAnnualReport/year/show/31/";
        String links = "<a href='2021.html'>2021年</a><a href='/news/2021.html'>2021年</a>";
        assertThat(urls(
                        read(
                                year + "2022.html",
                                Purpose.COLUMN,
                                "<title>东河县2022年政府信息公开工作年度报告</title>" + Pages.SIX_HEADINGS + links),
                        Purpose.REPORT))
                .containsExactly(year + "2021.html");
    }

    @Test
    void yearsToChooseFromAreAskedAsTheirFormOrScriptWould() {
        String options = "<option value=2022>2022年</option><option value=2021>2021年</option>";
        String form = "<form action='/nb.php'><input type=hidden name=cid value=7><select name=y>" + options
                + "</select><input type=submit name=go></form>";
        assertThat(urls(read(HOME + "nb.php?cid=7", Purpose.COLUMN, form), Purpose.COLUMN))
                .containsExactly(HOME + "nb.php?cid=7&y=2022", HOME + "nb.php?cid=7&y=2021");
        String script = "<select onchange=\"location.href='/nb/y'+this.value+'/'\">" + options + "</select>";
        assertThat(urls(read(COLUMN, Purpose.COLUMN, script), Purpose.COLUMN))
                .containsExactlyInAnyOrder(HOME + "nb/y2022/", HOME + "nb/y2021/");
        String called = "<select onchange='go(this.value)'>" + options
                + "</select><script>function go(y){ window.location.href = '/nb/y' + y + '/'; }</script>";
        assertThat(urls(read(COLUMN, Purpose.COLUMN, called), Purpose.COLUMN))
                .containsExactlyInAnyOrder(HOME + "nb/y2022/", HOME + "nb/y2021/");
        assertThat(urls(read(HOME, Purpose.SEED, form), Purpose.COLUMN)).isEmpty();
    }

    @Test
    void pagersThatFillInAFormAreAskedAsTheFormWould() {
        String page = "<a href='javascript:void(0)' onclick=\"go('2')\">下一页</a>"
                + "<form name=f action='list.jsp?x=1'><input type=hidden name=cid value=9><input type=hidden name=pageNo value=1></form>"
                + "<script>function go(n){ document.f.pageNo.value = n; document.f.submit(); }</script>";
        assertThat(urls(read(HOME + "list.jsp?cid=9", Purpose.COLUMN, page), Purpose.PAGER))
                .containsExactly(HOME + "list.jsp?cid=9&pageNo=2");
    }

    @Test
    void pagersMayUseTheScriptsOwnVariables() {
        String page = "<a onclick='return goPage(2);'>2</a><script>var base = '/nb/list';"
                + "function goPage(p){ var u = base + '_' + p + '.html'; window.location.href = u; }</script>";
        assertThat(urls(read(COLUMN, Purpose.COLUMN, page), Purpose.PAGER)).containsExactly(HOME + "nb/list_2.html");
        String round =
                "<a onclick='goPage(2)'>2</a><script>var a = b; var b = a; function goPage(p){ location = a + p; }</script>";
        assertThat(urls(read(COLUMN, Purpose.COLUMN, round), Purpose.PAGER)).isEmpty();
    }

    @Test
    void aReportNamesItsOwnColumn() {
        String report = "<title>东河县2022年政府信息公开工作年度报告</title>" + Pages.SIX_HEADINGS
                + "<p>本报告电子版可在网站（http://www.east.gov.cn/c77/list.html）下载，首页http://www.east.gov.cn/，"
                + "另见http://www.west.gov.cn/zfxxgknb/</p>";
        assertThat(urls(read(HOME + "c5/t20230101_1.html", Purpose.REPORT, report), Purpose.COLUMN))
                .containsExactly(HOME + "c77/list.html");
        assertThat(urls(read(HOME + "c5/t20230101_1.html", Purpose.OTHER, report.replace("报告", "通知")), Purpose.COLUMN))
                .isEmpty();
    }

    @Test
    void partsOfASitemapAreAskedBeforeAnythingElseThatSaysNothing() {
        PageReading index = read(
                HOME + "sitemap.xml",
                Purpose.OTHER,
                "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><sitemapindex><sitemap><loc>"
                        + HOME + "sm/1.xml.gz</loc></sitemap><sitemap><loc>&e;</loc></sitemap></sitemapindex>");
        assertThat(index.outlinks().get(0).url()).isEqualTo(HOME + "sm/1.xml.gz");
        assertThat(index.outlinks().get(0).score()).isEqualTo(PageReader.SITEMAP);
        // the entity stays a word
        assertThat(index.outlinks()).extracting(Outlink::url).allMatch(url -> url.startsWith(HOME));
    }

    @Test
    void searchesBesideAColumnAreNoYears() {
        List<String> years = IntStream.range(2008, 2024)
                .mapToObj(y -> "<a href='/search?y=" + y + "'>" + y + "</a>")
                .toList();
        assertThat(urls(read(COLUMN, Purpose.COLUMN, String.join(" ", years)), Purpose.COLUMN))
                .isEmpty();
    }

    @Test
    void aListThatAScriptDrawsIsReadFromTheScript() {
        String page = "<title>政府信息公开年报</title><div id=list></div><script>var data=["
                + "{\"title\": \"东河县2022年政府信息公开工作年度报告\", \"url\": \"/a/1.shtml\", \"date\": \"2023-01-20\"},"
                + "{title:'东河县2021年政府信息公开工作年度报告',link:'/a/2.shtml'}, {broken: ]};"
                + "for(var i in data){document.write(data[i].title)}</script>";
        assertThat(urls(read(COLUMN, Purpose.COLUMN, page), Purpose.REPORT))
                .containsExactlyInAnyOrder(HOME + "a/1.shtml", HOME + "a/2.shtml");
    }

    @Test
    void aListThatAScriptAsksForIsAsked() {
        String page = "<title>政府信息公开年报</title><div id=l></div><script>"
                + "$.ajax({url:\"/api/article/list?channelId=88&pageNo=1&pageSize=2\",success:function(r){}});"
                + "$.ajax({url:'/api/page/list',data:{channel:7,pageNo:1},success:f});"
                + "$.ajax({url:'/api/article/save',type:'POST'});$.get('http://other.example/list?a=1');</script>";
        assertThat(urls(read(COLUMN, Purpose.COLUMN, page), Purpose.PAGER))
                .containsExactlyInAnyOrder(
                        HOME + "api/article/list?channelId=88&pageNo=1&pageSize=2",
                        HOME + "api/page/list?channel=7&pageNo=1");
        assertThat(urls(read(HOME, Purpose.SEED, page.replace("年报", "")), Purpose.PAGER))
                .isEmpty();
    }

    @Test
    void theAnswerToAScriptIsAList() {
        String asked = HOME + "api/article/list?pageNo=1&pageSize=2";
        String rows = "[{\"title\":\"东河县2022年政府信息公开工作年度报告\",\"url\":\"/a/1.shtml\"},"
                + "{\"title\":\"东河县2021年政府信息公开工作年度报告\",\"url\":\"/a/2.shtml\"}]";
        for (String json : new String[] {"{\"data\":{\"list\":" + rows + "}}", rows}) {
            PageReading reading = read(asked, Purpose.PAGER, json);
            assertThat(reading.kind()).isEqualTo(PageKind.LIST);
            assertThat(urls(reading, Purpose.REPORT)).containsExactlyInAnyOrder(HOME + "a/1.shtml", HOME + "a/2.shtml");
            assertThat(urls(reading, Purpose.PAGER)).containsExactly(HOME + "api/article/list?pageNo=2&pageSize=2");
        }
        assertThat(urls(read(asked.replace("Size=2", "Size=20"), Purpose.PAGER, rows), Purpose.PAGER))
                .isEmpty();
    }
}
