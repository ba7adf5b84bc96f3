package org.annals.farm;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Other products: gkmlpt of Guangdong, VSB, the Anhui module, WordPress, the search WAS, opaque columns of newer platforms. */
final class ProductStyles {
    private ProductStyles() {}

    static List<Style> all() {
        return List.of(
                new Style("gkmlpt JSON", ProductStyles::gkmlpt),
                new Style("VSB counting down", ProductStyles::vsb),
                new Style("XxgkAnnualReport page_k", ProductStyles::anhui),
                new Style("WordPress", ProductStyles::wordPress),
                new Style("WAS search", ProductStyles::wasSearch),
                new Style("opaque UUID columns", ProductStyles::opaque),
                new Style("c-code list.shtml", ProductStyles::codes));
    }

    private static void gkmlpt(Site site) {
        site.home(Html.link("/gkmlpt/index", "政府信息公开"));
        site.at("/gkmlpt/index", Answers.html("""
                <html><head><meta charset="utf-8"><title>政府信息公开平台</title></head><body><div id="app"></div>
                <script>window._CONFIG = {"SID":"760001","TREE":[{"id":1,"name":"政府信息公开指南"},{"id":2,"name":"法定主动公开内容",
                "children":[{"id":21,"name":"机构职能"}]},{"id":3210,"name":"政府信息公开年报","jump_url":""}]};</script></body></html>"""));
        List<List<Site.Report>> pages = Style.cut(
                site.reports(12, year -> "/gkmlpt/content/7/" + year % 100 + "/post_" + (2050000 + year) + ".html"), 7);
        for (Site.Report report : site.reports()) {
            site.at(report.path(), Answers.html("""
                    <html><head><meta charset="utf-8"><title>%s</title></head><body><div id="app"></div>
                    <script>window._CONFIG = {"SID":"760001","DETAIL":{"id":%d,"title":"%s","content":"%s"}};</script></body></html>""".formatted(
                            report.title(), report.year(), report.title(), escaped(Html.report(report)))));
        }
        int total = site.reports().size();
        site.otherwise(path -> {
            if (!path.startsWith("/gkmlpt/api/all/3210?") || !path.contains("sid=760001")) {
                return Answers.status(404, "<h1>404</h1>");
            }
            List<String> rows = IntStream.rangeClosed(1, pages.size())
                    .filter(k -> (path + "&").contains("page=" + k + "&"))
                    .mapToObj(k -> pages.get(k - 1))
                    .flatMap(List::stream)
                    .map(r -> "{\"id\":%d,\"title\":\"%s\",\"url\":\"%s\",\"created_at\":\"%d-01-20\"}"
                            .formatted(r.year(), r.title(), site.url(r.path()), r.year() + 1))
                    .toList();
            return Answers.typed(
                    "application/json",
                    "{\"classify\":{\"post_count\":" + total + "},\"articles\":[" + String.join(",", rows) + "]}");
        });
    }

    private static String escaped(String html) {
        return html.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replace("/", "\\/");
    }

    private static void vsb(Site site) {
        site.home(Html.link("/zwgk.htm", "政务公开")).section("/zwgk.htm", Html.link("zwgk/zfxxgknb.htm", "政府信息公开年报"));
        List<List<Site.Report>> pages = Style.cut(site.reports(14, year -> "/info/1025/" + (60000 + year) + ".htm"), 5);
        int total = pages.size();
        for (int k = 0; k < total; k++) {
            String folder = k == 0 ? "zfxxgknb/" : "";
            int below = total - k - 1;
            String pager =
                    below > 0 ? Html.link(folder + below + ".htm", "下页") + Html.link(folder + "1.htm", "尾页") : "下页 尾页";
            site.page(
                    k == 0 ? "/zwgk/zfxxgknb.htm" : "/zwgk/zfxxgknb/" + (total - k) + ".htm",
                    "政府信息公开年报",
                    Html.rows(pages.get(k)) + "<div class=\"pb_sys\">" + pager + "</div>");
        }
    }

    private static void anhui(Site site) {
        String list = "/XxgkContent/showList/113/0/page_";
        site.home(Html.link("/public/column/2653851", "政府信息公开"))
                .section("/public/column/2653851", Html.link(list + "1.html", "政府信息公开年报"));
        List<List<Site.Report>> pages =
                Style.cut(site.reports(12, year -> "/XxgkAnnualReport/show/" + (6500 + year) + ".html"), 5);
        String pager = IntStream.rangeClosed(1, pages.size())
                .mapToObj(k -> Html.link(list + k + ".html", String.valueOf(k)))
                .collect(Collectors.joining(" "));
        for (int k = 1; k <= pages.size(); k++) {
            site.page(list + k + ".html", "政府信息公开年报", Html.rows(pages.get(k - 1)) + pager);
        }
    }

    private static void wordPress(Site site) {
        site.home(Html.link("/category/xxgk/", "信息公开"))
                .section("/category/xxgk/", Html.link("/category/nb/", "信息公开年报"));
        List<List<Site.Report>> pages =
                Style.cut(site.reports(9, year -> "/" + (year + 1) + "/01/20/report-" + year + "/"), 5);
        for (int k = 1; k <= pages.size(); k++) {
            String older = k < pages.size() ? Html.link("/category/nb/page/" + (k + 1) + "/", "下一页") : "";
            site.page(
                    k == 1 ? "/category/nb/" : "/category/nb/page/" + k + "/",
                    "信息公开年报",
                    Html.rows(pages.get(k - 1)) + "<nav>" + older + "</nav>" + Html.link("/feed/", "RSS")
                            + Html.link("/wp-login.php", "登录"));
        }
    }

    private static void wasSearch(Site site) {
        String search = "/was5/web/search?channelid=201&templet=nb.jsp";
        site.home(Html.link("/xxgk/", "信息公开")).section("/xxgk/", Html.link(search, "政府信息公开年度报告"));
        List<List<Site.Report>> pages =
                Style.cut(site.reports(10, year -> "/xxgk/nb/" + (year + 1) + "01/t" + (year + 1) + "0119_9.htm"), 4);
        for (int k = 1; k <= pages.size(); k++) {
            String next = k < pages.size() ? Html.link(search + "&page=" + (k + 1), "下一页") : "";
            site.page(k == 1 ? search : search + "&page=" + k, "政府信息公开年度报告", Html.rows(pages.get(k - 1)) + next);
        }
    }

    private static void opaque(Site site) {
        String section = "/columns/2f0a4c1e-0b5d-4d4f-9c56-1d0f0a6f7e11/index.html";
        String column = "/columns/720faafd-51c2-4a3a-8a44-6be2f0a1c9d2/index.html";
        site.home(
                        Html.link("/columns/aa11bb22-0b5d-4d4f-9c56-1d0f0a6f7e00/index.html", "机构"),
                        Html.link(section, "政府信息公开"))
                .section(section, Html.link(column, "政府信息公开年报"));
        List<Site.Report> reports = site.reports(
                9,
                year -> "/columns/720faafd-51c2-4a3a-8a44-6be2f0a1c9d2/%d01/20/%08x-51c2-4a3a-8a44-6be2f0a1c9d2.html"
                        .formatted(year + 1, year * 77));
        site.page(column, site.name(), Html.rows(reports));
    }

    private static void codes(Site site) {
        site.home(
                Html.link("/c100001/list.shtml", "政务"),
                "<a href=\"/c100003/list.shtml\"><img src=\"/i/gk.png\" alt=\"政府信息公开\"></a>");
        site.section(
                "/c100003/list.shtml",
                "<a href=\"/c107031/list.shtml\" title=\"政府信息公开年报\"><img src=\"/i/nb.png\"></a>");
        List<List<Site.Report>> pages = new ArrayList<>(Style.cut(
                site.reports(10, year -> "/c107031/%d01/%08xaabbccdd00112233aabbccdd.shtml".formatted(year + 1, year)),
                6));
        site.page("/c107031/list.shtml", "列表", Html.rows(pages.get(0)) + Html.link("list_2.shtml", "下一页"));
        site.page("/c107031/list_2.shtml", "列表", Html.rows(pages.get(1)) + Html.link("list.shtml", "上一页"));
    }
}
