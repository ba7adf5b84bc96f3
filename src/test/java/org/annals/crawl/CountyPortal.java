package org.annals.crawl;

import java.util.List;

/** The pages of a small portal: home page, disclosure section, report column of two pages, reports, news. */
final class CountyPortal {
    static final String COLUMN = "/zwgk/zfxxgknb/";

    private CountyPortal() {}

    static PortalServer fill(PortalServer portal, String body) {
        portal.text("/robots.txt", "User-agent: *\nDisallow: /inner/\n");
        portal.html("/", page(body, """
                <a href="/zwgk/">政府信息公开</a>
                <a href="/news/1.html">春耕现场会召开</a>
                <a href="/news/2.html">图书馆开馆</a>
                """));
        portal.html("/zwgk/", page("政府信息公开", """
                <a href="/zwgk/zn.html">政府信息公开指南</a>
                <a href="/zwgk/zfxxgknb/">政府信息公开年报</a>
                <a href="/inner/zfxxgknb/">政府信息公开年报（内部）</a>
                """));
        list(portal, body, List.of(2022, 2021), true);
        portal.html(
                COLUMN + "?page=2",
                page("政府信息公开年报", "<ul>" + item(body, 2020) + "</ul>" + "<a href=\"/zwgk/zfxxgknb/\">上一页</a>"));
        for (int year = 2020; year <= 2022; year++) {
            report(portal, body, year);
        }
        portal.html("/news/1.html", page("春耕现场会召开", "<p>今日召开。</p>"));
        portal.html("/news/2.html", page("图书馆开馆", "<p>今日开馆。</p>"));
        return portal;
    }

    static void list(PortalServer portal, String body, List<Integer> years, boolean next) {
        StringBuilder items = new StringBuilder("<ul>");
        years.forEach(year -> items.append(item(body, year)));
        items.append("</ul>");
        if (next) {
            items.append("<a href=\"/zwgk/zfxxgknb/?page=2\">下一页</a>");
        }
        portal.html(COLUMN, page("政府信息公开年报", items.toString()));
    }

    static void report(PortalServer portal, String body, int year) {
        report(portal, body, year, path(year));
    }

    static void report(PortalServer portal, String body, int year, String path) {
        portal.html(path, page(body + year + "年政府信息公开工作年度报告", """
                <h1>%s%d年政府信息公开工作年度报告</h1>
                <h2>一、总体情况</h2><p>本年度按要求做了工作。</p>
                <h2>二、主动公开政府信息情况</h2><table><tr><td>规章</td><td>0</td></tr></table>
                <h2>三、收到和处理政府信息公开申请情况</h2><p>共收到 3 件。</p>
                <h2>四、政府信息公开行政复议、行政诉讼情况</h2><p>没有发生。</p>
                <h2>五、存在的主要问题及改进情况</h2><p>继续改进。</p>
                <h2>六、其他需要报告的事项</h2><p>没有。</p>
                """.formatted(body, year)));
    }

    static String path(int year) {
        return "/zwgk/zfxxgknb/t" + year + "0131_" + year + ".html";
    }

    private static String item(String body, int year) {
        return "<li><a href=\"" + path(year) + "\">" + body + year + "年政府信息公开工作年度报告</a></li>";
    }

    private static String page(String title, String content) {
        return "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>" + title + "</title></head><body>" + content
                + "</body></html>";
    }
}
