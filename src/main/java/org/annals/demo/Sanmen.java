package org.annals.demo;

import java.util.List;
import java.util.Map;

/**
 * 三门县: a Hanweb site that answers in gzip and carries its list rows as XML inside a script. The report is of a
 * bureau that names itself nowhere in it; the page's meta tag says 某局 (a certain bureau), since the real one is not
 * known.
 */
final class Sanmen implements Site {
    private static final String COLUMN = "/col/col1229320/index.html";
    private static final String CRUMBS = " > 信息公开 > 政府信息公开年报";
    private static final String NAME = "三门县人民政府";

    @Override
    public Row government() {
        return new Row("331022", "三门县", "county", "浙江省", "台州市", "");
    }

    @Override
    public Map<String, Answer> pages(int step) {
        SiteBuilder site = builder();
        List<Article> articles = Article.read("sanmen/articles.txt");
        List<Article> news = articles.subList(0, 2);
        List<Article> others = articles.subList(2, articles.size());
        Article report = report();

        site.plain("/robots.txt", "# 三门县人民政府\nUser-agent: *\nDisallow:\n");
        site.page("/", "首页", "", "<h3>看三门</h3>" + SiteBuilder.rows(news, "") + """
                <div onclick="window.open('/col/col1229001/index.html')">信息公开</div>
                <select onchange="location.href=this.value"><option value="">便民服务</option><option value="/col/col1229200/index.html">政民互动</option></select>""");
        site.page("/col/col1229100/index.html", "看三门", " > 看三门", records(news));
        site.page("/col/col1229200/index.html", "政民互动", " > 政民互动", "<p>咨询、建议和投诉的入口。</p>");
        site.page("/col/col1229310/index.html", "政府信息公开指南", " > 信息公开", "<p>公开的范围、形式、时限和申请办法。</p>");
        site.page("/col/col1229001/index.html", "信息公开", " > 信息公开", """
                <ul><li><a href="../col1229310/index.html">政府信息公开指南</a></li>
                <li><a href="../col1229320/index.html">政府信息公开年报</a></li>
                <li><a href="/col/col1229200/index.html">依申请公开</a></li></ul>""");
        List<List<Article>> pages = ListPages.of(others, report, 2);
        for (int k = 1; k <= pages.size(); k++) {
            String path = k == 1 ? COLUMN : COLUMN + "?uid=5512&pageNum=" + k;
            String next = k < pages.size() ? "<a href=\"?uid=5512&amp;pageNum=" + (k + 1) + "\">下一页</a>" : "";
            site.page(path, "政府信息公开年报", CRUMBS, records(pages.get(k - 1)) + next);
        }
        news.forEach(article -> site.article(article, "看三门", NAME, " > 看三门"));
        others.forEach(article -> site.article(article, "政府信息公开年报", NAME, CRUMBS));
        site.article(report, "政府信息公开年报", "三门县某局", CRUMBS);
        return site.build();
    }

    /** Rows as the CMS ships them; a script of the page draws them. */
    private static String records(List<Article> articles) {
        StringBuilder html = new StringBuilder(
                        "<div id=\"5512\" class=\"list\"><script type=\"text/xml\"><datastore>\n")
                .append("<totalrecord>")
                .append(articles.size())
                .append("</totalrecord><recordset>\n");
        for (Article article : articles) {
            html.append("<record><![CDATA[<li><a href=\"%s\" title=\"%s\">%s</a><span>%s</span></li>]]></record>\n"
                    .formatted(article.path(), article.title(), article.title(), article.date()));
        }
        return html.append("</recordset></datastore></script></div>\n")
                .append("""
                <script>
                var store = document.getElementById("5512"), box = document.createElement("ul"), m;
                var row = /CDATA\\[([\\s\\S]*?)\\]\\]/g, xml = store.firstChild.text;
                while ((m = row.exec(xml))) box.innerHTML += m[1];
                store.appendChild(box);
                </script>
                """)
                .toString();
    }

    private static Article report() {
        String body = Grid.expand(
                Resources.text("sanmen/report.html"),
                "<table border=\"1\" cellpadding=\"0\" cellspacing=\"0\">",
                "<p style=\"text-align:center\">%s</p>");
        return new Article(
                "/art/2023/1/18/art_1229320_3021.html", "2023-01-18", "2022年政府信息公开工作年度报告", """
                <table class="head"><tr><td>索引号</td><td>331022/2023-03021</td><td>公开方式</td><td>主动公开</td></tr>
                <tr><td>主题分类</td><td>政府信息公开年报</td><td>公开日期</td><td>2023-01-18</td></tr></table>
                <div id="zoom">
                """ + body + "</div>");
    }

    @Override
    public Answer missing() {
        return builder().missing();
    }

    private static SiteBuilder builder() {
        return new SiteBuilder("sanmen/page.html", NAME, "3310220004").gzipped();
    }
}
