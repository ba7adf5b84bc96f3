package org.annals.farm;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Portals that somebody wrote by hand: scripts as links, parameters as pages, stubs that send on, and no way at all but the sitemap. */
final class HandmadeStyles {
    private HandmadeStyles() {}

    static List<Style> all() {
        return List.of(
                new Style("?page= parameters", HandmadeStyles::parameters),
                new Style("javascript pager", HandmadeStyles::scriptPager),
                new Style("onclick and window.open, GBK", HandmadeStyles::onclick),
                new Style("stubs that send on", HandmadeStyles::stubs),
                new Style("only in the sitemap", site -> sitemap(site, "/sitemap.xml")),
                new Style("only in a sitemap that robots.txt names", HandmadeStyles::namedSitemap),
                new Style("pages from a number alone", HandmadeStyles::pagesFromANumber),
                new Style("only among the notices", HandmadeStyles::notices),
                new Style("columns of bodies, X局年报", site -> columnsOfBodies(site, "年报")),
                new Style("columns of bodies, bare names", site -> columnsOfBodies(site, "")),
                new Style("numbered files, bare titles", HandmadeStyles::numbered));
    }

    private static void parameters(Site site) {
        site.home(Html.link("/xxgk.php?cid=1", "信息公开"))
                .section("/xxgk.php?cid=1", Html.link("/list.php?cid=12", "信息公开年度报告"));
        List<List<Site.Report>> pages =
                Style.cut(site.reports(14, year -> "/show.php?classid=12&id=" + year + "&bid=3"), 5);
        String pager = IntStream.rangeClosed(1, pages.size())
                .mapToObj(k -> Html.link("/list.php?cid=12&page=" + k, String.valueOf(k)))
                .collect(Collectors.joining(" "));
        for (int k = 1; k <= pages.size(); k++) {
            site.page("/list.php?cid=12&page=" + k, "信息公开年度报告", Html.rows(pages.get(k - 1)) + pager);
        }
        site.at("/list.php?cid=12", site.page("/list.php?cid=12&page=1"));
    }

    private static void scriptPager(Site site) {
        site.home(Html.link("/xxgk/", "信息公开")).section("/xxgk/", Html.link("/xxgk/gknb.jsp", "信息公开年报"));
        List<List<Site.Report>> pages =
                Style.cut(site.reports(12, year -> "/xxgk/content_" + (1900000 + year) + ".html"), 5);
        String script = "<script>function toPage(n) { location.href = '/xxgk/gknb.jsp?pageNo=' + n; }</script>";
        String pager = IntStream.rangeClosed(2, pages.size())
                .mapToObj(k -> Html.link("javascript:toPage(" + k + ")", String.valueOf(k)))
                .collect(Collectors.joining(" "));
        for (int k = 1; k <= pages.size(); k++) {
            site.page(
                    k == 1 ? "/xxgk/gknb.jsp" : "/xxgk/gknb.jsp?pageNo=" + k,
                    "信息公开年报",
                    script + Html.rows(pages.get(k - 1)) + pager);
        }
    }

    private static void onclick(Site site) {
        site.in(Charset.forName("GB18030"))
                .home("<a href=\"javascript:void(0)\" onclick=\"window.open('/gk/index.html')\">政务公开</a>");
        site.page("/gk/index.html", "政务公开", "<ul><li onclick=\"location.href='/gk/nb.html'\">政府信息公开年报</li></ul>");
        List<String> rows = new ArrayList<>();
        for (Site.Report report : site.reports(8, year -> "/Content-" + (2810000 + year) + ".html")) {
            rows.add("<a href=\"javascript:void(0)\" onclick=\"window.open('%s','_blank')\">%s</a>"
                    .formatted(report.path(), report.title()));
        }
        site.page("/gk/nb.html", "政府信息公开年报", Html.items(rows));
    }

    private static void stubs(Site site) {
        site.at(
                "/",
                Answers.html(
                        "<html><head><meta http-equiv=\"refresh\" content=\"0; url=/web/index.html\"></head></html>"));
        site.homeAt("/web/index.html", Html.link("/web/zw/", "政务公开"))
                .section("/web/zw/", Html.link("/zfxxgknb/", "政府信息公开年报"));
        site.at("/zfxxgknb/", Answers.html("<html><script>window.location.href='/zfxxgknb_28993/';</script></html>"));
        site.page(
                "/zfxxgknb_28993/",
                "政府信息公开年报",
                Html.rows(site.reports(8, year -> "/zfxxgknb_28993/t" + (1008000 + year) + ".shtml")));
    }

    private static void namedSitemap(Site site) {
        site.rules("Sitemap: " + site.url("/map/all.xml") + "\n");
        sitemap(site, "/map/all.xml");
    }

    private static void sitemap(Site site, String path) {
        site.at(
                "/",
                Answers.html("<html><head><meta charset=\"utf-8\"><title>门户</title></head><body><div id=\"app\"></div>"
                        + Html.link("/about.html", "关于我们") + "</body></html>"));
        List<Site.Report> reports = site.reports(6, year -> "/zwgk/zfxxgknb/t" + (year + 1) + "0120_" + year + ".html");
        site.page("/zwgk/zfxxgknb/", "政府信息公开年报", Html.rows(reports));
        site.at(path, Answers.typed("application/xml", """
                <?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
                <url><loc>%s</loc></url><url><loc>%s</loc></url><url><loc>%s</loc></url></urlset>""".formatted(
                        site.url("/xwdt/"), site.url("/zwgk/zfxxgknb/"), site.url("/bsfw/"))));
    }

    private static void notices(Site site) {
        site.home(Html.link("/tz/", "通知公告"), Html.link("/zwgk/", "政务公开")).section("/zwgk/", "");
        List<List<Site.Report>> pages = Style.cut(site.reports(11, year -> "/tz/" + year + ".html"), 3);
        for (int k = 0; k < pages.size(); k++) {
            site.page(
                    "/tz/" + (k == 0 ? "" : "index_" + k + ".html"),
                    "通知公告",
                    Html.items(Html.link("/tz/n" + k + ".html", "关于第" + k + "号事项的通告"))
                            + Html.rows(pages.get(k))
                            + "<script>createPageHTML(%d,%d,'index','html')</script>".formatted(pages.size(), k));
        }
    }

    private static void columnsOfBodies(Site site, String what) {
        List<String> bodies = new ArrayList<>();
        for (String body : List.of("财政局", "教育局", "民政局", "司法局", "水利局")) {
            int number = 500 + bodies.size();
            String list = "/OpennessContent/showList/" + number + "/0/page_1.html";
            bodies.add(Html.link(list, body + what));
            List<Site.Report> reports = new ArrayList<>();
            for (int year = 2021; year < 2024; year++) {
                String path = "/OpennessAnnualReport/show/" + number + year + ".html";
                reports.add(site.report(site.name() + body, year, path));
            }
            site.page(list, "政府信息公开年报", Html.rows(reports));
        }
        site.home(Html.link("/OpennessContent/index.html", "政府信息公开"))
                .page("/OpennessContent/index.html", "政府信息公开", Html.items(bodies));
    }

    private static void pagesFromANumber(Site site) {
        site.home(Html.link("/zwgk/", "政务公开")).section("/zwgk/", Html.link("/nb/list.shtml", "政府信息公开年报"));
        List<List<Site.Report>> pages = Style.cut(site.reports(12, year -> "/nb/content_" + year + ".shtml"), 5);
        String pager = "<div>共" + pages.size() + "页</div><script>var totalPage=" + pages.size() + ";</script>";
        for (int k = 1; k <= pages.size(); k++) {
            site.page("/nb/list" + (k == 1 ? "" : "_" + k) + ".shtml", "政府信息公开年报", Html.rows(pages.get(k - 1)) + pager);
        }
    }

    private static void numbered(Site site) {
        site.home(Html.link("/zwgk/", "政务公开")).section("/zwgk/", Html.link("/gknb/1.html", "政府信息公开年报"));
        List<List<Site.Report>> pages =
                Style.cut(site.reports(12, year -> "/gknb/content_" + (190000 + year) + ".html"), 5);
        String pager = IntStream.rangeClosed(1, pages.size())
                .mapToObj(k -> Html.link(k + ".html", "[" + k + "]"))
                .collect(Collectors.joining(" "));
        for (int k = 1; k <= pages.size(); k++) {
            List<String> rows = pages.get(k - 1).stream()
                    .map(r -> Html.link(r.path(), r.year() + "年度报告"))
                    .toList();
            site.page("/gknb/" + k + ".html", "政府信息公开年报", Html.items(rows) + pager);
        }
    }
}
