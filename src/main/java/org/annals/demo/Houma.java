package org.annals.demo;

import java.util.List;
import java.util.Map;

/**
 * 侯马经济开发区: a VSB site whose list counts its pages downwards; at step 2 it changes its template and not a word of its
 * report.
 */
final class Houma implements Site {
    private static final String COLUMN = "/zfxxgk/xxgknb.htm";
    private static final String CRUMBS = " > <a href=\"/zfxxgk.htm\">政府信息公开</a> > 政府信息公开年报";
    private static final String NAME = "侯马经济开发区";

    @Override
    public Row government() {
        return new Row("z-houma", NAME, "zone", "山西省", "侯马市", COLUMN);
    }

    @Override
    public Map<String, Answer> pages(int step) {
        SiteBuilder site = builder(step);
        List<Article> articles = Article.read("houma/articles.txt");
        List<Article> news = articles.subList(0, 2);
        List<Article> others = articles.subList(2, articles.size());
        Article report = report();

        site.plain("/robots.txt", "User-agent: *\nAllow: /\n");
        site.page("/", "首页", "", "<h3>开发区要闻</h3>" + rows(news) + "<p><a href=\"zfxxgk.htm\">政府信息公开</a></p>");
        site.page("/kfqyw.htm", "开发区要闻", " > 开发区要闻", rows(news));
        site.page("/tzzn.htm", "投资指南", " > 投资指南", "<p>产业定位、优惠政策和办事流程。</p>");
        site.page("/zfxxgk/zn.htm", "政府信息公开指南", " > 政府信息公开指南", "<p>公开的范围、形式、时限和申请办法。</p>");
        site.page("/zfxxgk.htm", "政府信息公开", " > 政府信息公开", """
                <ul><li><a href="zfxxgk/zn.htm">政府信息公开指南</a></li><li><a href="zfxxgk/xxgknb.htm">政府信息公开年报</a></li>
                <li><a href="tzzn.htm">投资指南</a></li></ul>""");
        List<List<Article>> pages = ListPages.of(others, report, 3);
        // the newest page has the column's own name, the others count down to 1
        site.page(COLUMN, "政府信息公开年报", CRUMBS, rows(pages.get(0)) + pager("xxgknb/1.htm"));
        site.page("/zfxxgk/xxgknb/1.htm", "政府信息公开年报", CRUMBS, rows(pages.get(1)) + pager(""));
        news.forEach(article -> site.article(article, "开发区要闻", NAME, " > 开发区要闻"));
        others.forEach(article -> site.article(article, "政府信息公开年报", NAME, CRUMBS));
        site.article(report, "政府信息公开年报", NAME, CRUMBS);
        return site.build();
    }

    private static String rows(List<Article> articles) {
        return "<div class=\"winstyle\">" + SiteBuilder.rows(articles, "") + "</div>";
    }

    private static String pager(String next) {
        return next.isEmpty()
                ? "<div align=\"center\">首页 上页 下页 尾页</div>"
                : "<div align=\"center\">首页 上页 <a href=\"" + next + "\">下页</a> <a href=\"" + next + "\">尾页</a></div>";
    }

    private static Article report() {
        String body = Grid.expand(
                Resources.text("houma/report.html"),
                "<table border=\"1\" cellspacing=\"0\" style=\"border-collapse:collapse\">",
                "<p style=\"text-align:center\"><span style=\"font-family:宋体;font-size:10.5pt\">%s</span></p>");
        return new Article(
                "/info/1025/3208.htm",
                "2023-01-16",
                NAME + "2022年度政府信息公开年度报告",
                "<div id=\"vsb_content\"><div class=\"v_news_content\">\n" + body + "</div></div>");
    }

    @Override
    public Answer missing() {
        return builder(1).missing();
    }

    private static SiteBuilder builder(int step) {
        return new SiteBuilder(step == 1 ? "houma/page.html" : "houma/page-2.html", NAME, "1410810021");
    }
}
