package org.annals.demo;

import java.util.List;
import java.util.Map;

/** 民权县: a TRS site with {@code createPageHTML}; its report of the zone is taken down at step 2. */
final class Minquan implements Site {
    private static final String COLUMN = "/zwgk/zfxxgknb/";
    private static final String NAME = "民权县人民政府";
    private static final String PAGER_SCRIPT = """
            <script>
            function createPageHTML(total, current, name, ext) {
              for (var i = 0; i < total; i++) {
                var to = name + (i == 0 ? "" : "_" + i) + "." + ext;
                document.write(i == current ? " <b>" + (i + 1) + "</b> " : " <a href='" + to + "'>" + (i + 1) + "</a> ");
              }
            }
            </script>
            """;
    private static final String ZONE = "民权县高新技术产业开发区";

    @Override
    public Row government() {
        return new Row("411421", "民权县", "county", "河南省", "商丘市", "");
    }

    @Override
    public Map<String, Answer> pages(int step) {
        SiteBuilder site = builder();
        List<Article> articles = Article.read("minquan/articles.txt");
        List<Article> news = articles.subList(0, 2);
        List<Article> others = articles.subList(2, articles.size());
        Article report = step == 1 ? report() : null;

        site.page("/", "首页", "", "<h3>新闻中心</h3>" + SiteBuilder.rows(news, "") + """
                <h3>政务公开</h3><p><a href="/zwgk/">政务公开</a> <a href="/zwgk/zn/">政府信息公开指南</a></p>
                <p><a href="/zjmq/"><img alt="走进民权" src="/images/zjmq.jpg"></a></p>""");
        site.page("/xwzx/", "新闻中心", " > 新闻中心", SiteBuilder.rows(news, "/xwzx/"));
        site.page("/zjmq/", "走进民权", " > 走进民权", "<p>民权县位于河南省东部，隶属商丘市，以制冷产业和葡萄酒知名。</p>");
        site.page("/hdjl/", "互动交流", " > 互动交流", "<p>县长信箱、民意征集和网上调查的入口。</p>");
        site.page("/zwgk/zn/", "政府信息公开指南", " > 政务公开 > 政府信息公开指南", "<p>公开的范围、形式、时限和申请办法。</p>");
        site.page("/zwgk/zd/", "政府信息公开制度", " > 政务公开 > 政府信息公开制度", "<p>公开审查、申请办理和考核的制度。</p>");
        site.page("/zwgk/", "政务公开", " > 政务公开", """
                <ul><li><a href="zn/">政府信息公开指南</a></li><li><a href="zd/">政府信息公开制度</a></li>
                <li><a href="zfxxgknb/">政府信息公开年报</a></li><li><a href="/hdjl/">依申请公开</a></li></ul>""");
        List<List<Article>> pages = ListPages.of(others, report, 1);
        for (int k = 0; k < pages.size(); k++) {
            String pager = PAGER_SCRIPT
                    + "<script>createPageHTML(%d, %d, \"index\", \"html\");</script>".formatted(pages.size(), k);
            String body = SiteBuilder.rows(pages.get(k), COLUMN) + pager;
            site.page(COLUMN + (k == 0 ? "" : "index_" + k + ".html"), "政府信息公开年报", " > 政务公开 > 政府信息公开年报", body);
        }
        site.alias(COLUMN + "index.html", COLUMN);
        news.forEach(article -> site.article(article, "新闻中心", NAME, " > 新闻中心"));
        others.forEach(article -> site.article(article, "政府信息公开年报", NAME, " > 政务公开 > 政府信息公开年报"));
        if (report != null) {
            site.article(report, "政府信息公开年报", ZONE, " > 政务公开 > 政府信息公开年报");
        }
        return site.build();
    }

    /** Pasted from a word processor: each cell is a paragraph of its own. */
    private static Article report() {
        String body = Grid.expand(
                Resources.text("minquan/report.html"),
                "<table class=\"MsoNormalTable\" border=\"1\" cellspacing=\"0\" cellpadding=\"0\">",
                "<p class=\"MsoNormal\" align=\"center\"><span style=\"font-family:仿宋\">%s</span></p>");
        return new Article(
                COLUMN + "202301/t20230113_1966.html",
                "2023-01-13",
                ZONE + "2022年政府信息公开工作年度报告",
                "<div class=\"TRS_Editor\"><div class=\"Custom_UnionStyle\">\n" + body + "</div></div>\n"
                        + "<div class=\"related\">相关链接：<a href=\"" + COLUMN + "\">政府信息公开年报</a></div>");
    }

    @Override
    public Answer missing() {
        return builder().missing();
    }

    private static SiteBuilder builder() {
        return new SiteBuilder("minquan/page.html", NAME, "4114210001");
    }
}
