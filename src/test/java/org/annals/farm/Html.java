package org.annals.farm;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Mark-up that portals have in common. */
final class Html {
    private static final List<String> COLUMNS = List.of("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计");

    private Html() {}

    static String page(String title, String site, String body, String charset) {
        return """
                <!DOCTYPE html>
                <html><head><meta charset="%s"><title>%s</title></head>
                <body><div class="crumbs"><a href="/">首页</a> &gt; %s</div>
                <div class="main">%s</div>
                <div class="foot">主办：%s人民政府办公室</div></body></html>
                """.formatted(charset, title, title, body, site);
    }

    static String link(String href, String text) {
        return "<a href=\"" + href + "\">" + text + "</a>";
    }

    static String items(String... items) {
        return items(Arrays.asList(items));
    }

    static String items(List<String> items) {
        return items.stream()
                .map(item -> "<li>" + item + "</li>\n")
                .collect(Collectors.joining("", "<ul>\n", "</ul>\n"));
    }

    /** The rows of a list of reports, a date behind each. */
    static String rows(List<Site.Report> reports) {
        return items(reports.stream()
                .map(r -> link(r.path(), r.title()) + "<span>" + (r.year() + 1) + "-01-20</span>")
                .toList());
    }

    static String menu(String... links) {
        return items(link("/", "首页"), link("/xwdt/", "新闻动态"), link("/bsfw/", "办事服务"), link("/hdjl/", "互动交流"))
                + items(links);
    }

    static String news(int count) {
        return items(IntStream.range(0, count)
                .mapToObj(i ->
                        link("/xwdt/202406/t202406%02d_%d.html".formatted(i % 28 + 1, 7000 + i), "全县第" + i + "次调度会召开"))
                .toList());
    }

    /** The statutory form in short: its headings, and of table 3 the rows that make a sum. */
    static String report(Site.Report report) {
        int figure = report.figure();
        return """
                <h1>%s</h1><p>发布日期：%d-01-20</p>
                <p>本报告按照政府信息公开条例编制，统计期限自%d年1月1日起至%d年12月31日止。</p>
                <h2>一、总体情况</h2><p>本年度各项工作按计划完成。</p>
                <h2>二、主动公开政府信息情况</h2>
                <table border="1"><tr><td colspan="4">第二十条第（一）项</td></tr>
                <tr><td>信息内容</td><td>本年制发件数</td><td>本年废止件数</td><td>现行有效件数</td></tr>
                <tr><td>规章</td><td>0</td><td>0</td><td>0</td></tr>
                <tr><td>行政规范性文件</td><td>4</td><td>1</td><td>23</td></tr></table>
                <h2>三、收到和处理政府信息公开申请情况</h2>
                <table border="1"><tr><td colspan="3" rowspan="3">（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）</td>
                <td colspan="7">申请人情况</td></tr>
                <tr><td rowspan="2">自然人</td><td colspan="5">法人或其他组织</td><td rowspan="2">总计</td></tr>
                <tr>%s</tr>
                %s%s%s%s%s</table>
                <h2>四、政府信息公开行政复议、行政诉讼情况</h2><p>本年度没有发生。</p>
                <h2>五、存在的主要问题及改进情况</h2><p>人员变动较多，将加强培训。</p>
                <h2>六、其他需要报告的事项</h2><p>没有需要报告的其他事项。</p>
                """.formatted(
                report.title(),
                report.year() + 1,
                report.year(),
                report.year(),
                COLUMNS.subList(1, 6).stream().map(c -> "<td>" + c + "</td>").collect(Collectors.joining()),
                row("<td colspan=\"3\">一、本年新收政府信息公开申请数量</td>", figure),
                row("<td colspan=\"3\">二、上年结转政府信息公开申请数量</td>", 0),
                row("<td rowspan=\"2\">三、本年度办理结果</td><td colspan=\"2\">（一）予以公开</td>", figure),
                row("<td colspan=\"2\">（七）总计</td>", figure),
                row("<td colspan=\"3\">四、结转下年度继续办理</td>", 0));
    }

    private static String row(String label, int figure) {
        return "<tr>" + label + "<td>" + figure + "</td>" + "<td>0</td>".repeat(5) + "<td>" + figure + "</td></tr>\n";
    }
}
