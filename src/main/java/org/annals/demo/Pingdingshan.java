package org.annals.demo;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * 平顶山高新区: opaque paths, a root that sends the reader on, plain next links, and a robots.txt with a Crawl-delay that
 * forbids its search page, to which it links under a tempting name. The report of fiscal 2020 stands on page two and
 * has moved at step 2.
 */
final class Pingdingshan implements Site {
    private static final String COLUMN = "/web/c1071/list.shtml";
    private static final String CRUMBS = " > <a href=\"/web/c1070/index.shtml\">信息公开</a> > 信息公开年报";
    private static final String NAME = "平顶山高新技术产业开发区";
    private static final String OFFICE = NAME + "综合办公室";
    private static final String FORBIDDEN = "/web/search/";
    private static final Duration CRAWL_DELAY = Duration.ofMillis(300);

    @Override
    public Row government() {
        return new Row("410471", "平顶山高新区", "zone", "河南省", "平顶山市", "");
    }

    @Override
    public List<String> disallowed() {
        return List.of(FORBIDDEN, "/admin/");
    }

    @Override
    public Duration crawlDelay() {
        return CRAWL_DELAY;
    }

    @Override
    public Map<String, Answer> pages(int step) {
        SiteBuilder site = builder();
        List<Article> articles = Article.read("pingdingshan/articles.txt");
        List<Article> news = articles.subList(0, 2);
        List<Article> others = articles.subList(2, articles.size());
        Article report = report(
                step == 1 ? "/web/c1071/202101/8f3c25d1e0b64a77.shtml" : "/web/c2088/202101/8f3c25d1e0b64a77.shtml");

        site.plain("/robots.txt", """
                User-agent: *
                Disallow: /web/search/
                Disallow: /admin/
                Crawl-delay: 0.3
                """);
        site.redirect("/", "/web/index.html");
        site.page("/web/index.html", "首页", "", "<h3>园区动态</h3>" + SiteBuilder.rows(news, "") + """
                <p><a href="/web/c1070/index.shtml">信息公开</a> <a href="/web/search/nb.shtml">政府信息公开年报查询</a></p>""");
        site.page("/web/search/nb.shtml", "政府信息公开年报查询", " > 检索", "<form><input name=\"q\"><button>检索</button></form>");
        site.page("/web/c1001/list.shtml", "园区动态", " > 园区动态", SiteBuilder.rows(news, ""));
        site.page("/web/c1090/list.shtml", "招商引资", " > 招商引资", "<p>重点产业、用地指标和联系办法。</p>");
        site.page("/web/c1070/index.shtml", "信息公开", " > 信息公开", """
                <ul class="list"><li><a href="/web/c1072/list.shtml">信息公开指南</a></li><li><a href="/web/c1071/list.shtml">信息公开年报</a></li></ul>""");
        site.page("/web/c1072/list.shtml", "信息公开指南", " > 信息公开指南", "<p>公开的范围、形式、时限和申请办法。</p>");
        List<List<Article>> pages = ListPages.of(others, report, 6);
        for (int k = 1; k <= pages.size(); k++) {
            String path = k == 1 ? COLUMN : "/web/c1071/list_" + k + ".shtml";
            site.page(path, "信息公开年报", CRUMBS, SiteBuilder.rows(pages.get(k - 1), "") + pager(k, pages.size()));
        }
        news.forEach(article -> site.article(article, "园区动态", NAME, " > 园区动态"));
        others.forEach(article -> site.article(article, "信息公开年报", OFFICE, CRUMBS));
        site.article(report, "信息公开年报", OFFICE, CRUMBS);
        return site.build();
    }

    private static String pager(int current, int total) {
        String before = current == 1 ? "上一页" : "<a href=\"list.shtml\">上一页</a>";
        String after = current == total ? "下一页" : "<a href=\"list_" + (current + 1) + ".shtml\">下一页</a>";
        return "<div class=\"pages\">" + before + " " + after + "</div>";
    }

    private static Article report(String path) {
        String body = Grid.expand(Resources.text("pingdingshan/report.html"), "<table class=\"tabler\">", "%s");
        return new Article(
                path,
                "2021-01-20",
                OFFICE + "2020年政府信息公开工作年度报告",
                "<div class=\"content\" id=\"UCAP-CONTENT\">\n" + body + "</div>");
    }

    @Override
    public Answer missing() {
        return builder().missing();
    }

    private static SiteBuilder builder() {
        return new SiteBuilder("pingdingshan/page.html", NAME, "4104710001");
    }
}
