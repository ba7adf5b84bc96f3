package org.annals.demo;

import java.util.List;
import java.util.Map;

/**
 * 偃师区: an old site in GBK with {@code ?page=}; at step 2 it corrects two figures of its report, which stands on page
 * two.
 */
final class Yanshi implements Site {
    private static final String COLUMN = "/gov/list.php?cid=1205";
    private static final String COLUMN_NAME = "政府信息公开年度报告";
    private static final String CRUMBS = " > <a href=\"/gov/list.php?cid=12\">政府信息公开</a> > 政府信息公开年度报告";
    private static final String NAME = "洛阳市偃师区人民政府";
    /** 予以公开 of natural persons, and in total. */
    private static final String MISPRINTED = "61";

    private static final String REAL = "16";

    @Override
    public Row government() {
        return new Row("410307", "偃师区", "county", "河南省", "洛阳市", "");
    }

    @Override
    public Map<String, Answer> pages(int step) {
        SiteBuilder site = builder();
        List<Article> articles = Article.read("yanshi/articles.txt");
        List<Article> news = articles.subList(0, 2);
        List<Article> others = articles.subList(2, articles.size());
        Article report = report(step == 1 ? MISPRINTED : REAL);

        site.page("/", "首页", "", "<b>偃师要闻</b>" + SiteBuilder.rows(news, "") + """
                <table width="100%"><tr><td bgcolor="#eeeeee"><a href="/gov/list.php?cid=12"><b>政府信息公开</b></a></td>
                <td bgcolor="#eeeeee"><a href="/gov/list.php?cid=30">公众参与</a></td></tr></table>""");
        site.page("/gov/list.php?cid=3", "偃师要闻", " > 偃师要闻", SiteBuilder.rows(news, ""));
        site.page("/gov/list.php?cid=30", "公众参与", " > 公众参与", "区长信箱每个工作日处理，结果在本栏公布。");
        site.page("/gov/list.php?cid=1201", "政府信息公开指南", " > 政府信息公开指南", "公开的范围、形式、时限和申请办法。");
        site.page("/gov/list.php?cid=12", "政府信息公开", " > 政府信息公开", """
                <table cellpadding="6"><tr><td><a href="list.php?cid=1201">政府信息公开指南</a></td></tr>
                <tr><td><a href="list.php?cid=1205">政府信息公开年度报告</a></td></tr>
                <tr><td><a href="/gov/list.php?cid=30">依申请公开</a></td></tr></table>""");
        List<List<Article>> pages = ListPages.of(others, report, 5);
        for (int k = 1; k <= pages.size(); k++) {
            String body = SiteBuilder.rows(pages.get(k - 1), "") + pager(k, pages.size());
            site.page(COLUMN + "&page=" + k, COLUMN_NAME, CRUMBS, body);
        }
        site.alias(COLUMN, COLUMN + "&page=1");
        news.forEach(article -> site.article(article, "偃师要闻", NAME, " > 偃师要闻"));
        others.forEach(article -> site.article(article, COLUMN_NAME, NAME, CRUMBS));
        site.article(report, COLUMN_NAME, "偃师区人民政府办公室", CRUMBS);
        return site.build();
    }

    private static String pager(int current, int total) {
        StringBuilder html =
                new StringBuilder("<div align=\"center\">共").append(total).append("页 ");
        for (int k = 1; k <= total; k++) {
            html.append(
                    k == current
                            ? "<b>" + k + "</b> "
                            : "<a href=\"list.php?cid=1205&amp;page=" + k + "\">" + k + "</a> ");
        }
        if (current < total) {
            html.append("<a href=\"list.php?cid=1205&amp;page=")
                    .append(current + 1)
                    .append("\">下一页</a>");
        }
        return html.append("</div>").toString();
    }

    private static Article report(String granted) {
        String text = Resources.fill(Resources.text("yanshi/report.html"), Map.of("granted", granted));
        String body = Grid.expand(
                text, "<table border=\"1\" width=\"100%\" cellspacing=\"0\">", "<font size=\"2\">%s</font>");
        return new Article(
                "/gov/show.php?id=8841",
                "2023-01-13",
                "偃师区人民政府办公室2022年政府信息公开工作年度报告",
                "<table width=\"100%\"><tr><td id=\"zoom\">\n" + body + "</td></tr></table>\n"
                        + "<p align=\"right\">[<a href=\"javascript:window.print()\">打印本页</a>] [<a href=\"javascript:window.close()\">关闭</a>]</p>");
    }

    @Override
    public Answer missing() {
        return builder().missing();
    }

    private static SiteBuilder builder() {
        return new SiteBuilder("yanshi/page.html", NAME, "4103070001").inGbk();
    }
}
