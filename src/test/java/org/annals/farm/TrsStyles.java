package org.annals.farm;

import java.util.ArrayList;
import java.util.List;

/** Static pages of TRS WCM: {@code tYYYYMMDD_ID.html}, pagers drawn by {@code createPageHTML}, folders for years and bodies. */
final class TrsStyles {
    private static final String COLUMN = "/zwgk/zfxxgknb/";
    private static final List<String> OFFICES = List.of("财政局", "教育局", "水利局", "统计局");
    private static final List<String> TOWNS = List.of("城关镇人民政府", "东风乡人民政府");

    private TrsStyles() {}

    static List<Style> all() {
        return List.of(
                new Style("TRS createPageHTML", TrsStyles::pages),
                new Style("TRS, last page counted from one", TrsStyles::lastPageFromOne),
                new Style("year folders", TrsStyles::yearFolders),
                new Style("department folders", TrsStyles::departmentFolders),
                new Style("folder whose index is the report", TrsStyles::folderIsReport));
    }

    private static Site begin(Site site) {
        return site.home(Html.link("/zwgk/", "政务公开")).section("/zwgk/", Html.link("./zfxxgknb/", "政府信息公开年报"));
    }

    private static String article(int year) {
        return COLUMN + (year + 1) + "01/t" + (year + 1) + "0120_" + (3000 + year) + ".html";
    }

    private static void pages(Site site) {
        begin(site);
        List<List<Site.Report>> pages = Style.cut(site.reports(16, TrsStyles::article), 6);
        for (int k = 0; k < pages.size(); k++) {
            String pager = "<script>createPageHTML(%d, %d, \"index\", \"html\");</script>".formatted(pages.size(), k);
            site.page(COLUMN + (k == 0 ? "" : "index_" + k + ".html"), "政府信息公开年报", Html.rows(pages.get(k)) + pager);
        }
        site.at(COLUMN + "index.html", site.page(COLUMN));
    }

    private static void lastPageFromOne(Site site) {
        begin(site);
        List<List<Site.Report>> pages = Style.cut(site.reports(12, TrsStyles::article), 5);
        int last = pages.size();
        for (int k = 1; k <= last; k++) {
            String next = k < last ? Html.link("index_" + (k + 1) + ".html", "下一页") : "下一页";
            String pager = "<script>createPageHTML(%d, %d, \"index\", \"html\");</script><div class=\"page\">%s%s</div>"
                    .formatted(last, k - 1, next, Html.link("index_" + last + ".html", "尾页"));
            site.page(COLUMN + (k == 1 ? "" : "index_" + k + ".html"), "政府信息公开年报", Html.rows(pages.get(k - 1)) + pager);
        }
    }

    private static void yearFolders(Site site) {
        begin(site);
        List<String> folders = new ArrayList<>();
        for (int year = 2024; year >= 2021; year--) {
            List<Site.Report> reports = new ArrayList<>();
            String folder = COLUMN + year + "n/";
            for (String office : OFFICES) {
                String path = folder + (year + 1) + "01/t" + (year + 1) + "0118_" + (4000 + reports.size()) + ".shtml";
                reports.add(site.report(site.name() + office, year, path));
            }
            site.page(folder, year + "年", Html.rows(reports));
            folders.add(Html.link("./" + year + "n/", year + "年"));
        }
        site.page(COLUMN, "政府信息公开年报", Html.items(folders));
    }

    private static void departmentFolders(Site site) {
        begin(site);
        site.page(COLUMN, "政府信息公开年报", Html.items(Html.link("bm/", "县直部门"), Html.link("xz/", "乡镇街道")));
        group(site, "bm/", "县直部门", OFFICES);
        group(site, "xz/", "乡镇街道", TOWNS);
    }

    private static void group(Site site, String folder, String name, List<String> bodies) {
        List<String> links = new ArrayList<>();
        for (int i = 0; i < bodies.size(); i++) {
            String body = site.name() + bodies.get(i);
            String own = COLUMN + folder + "b" + i + "/";
            List<Site.Report> reports = new ArrayList<>();
            for (int year = 2024; year >= 2022; year--) {
                reports.add(site.report(body, year, own + (year + 1) + "01/t" + (year + 1) + "0116_" + i + ".html"));
            }
            site.page(own, body, Html.rows(reports));
            links.add(Html.link("b" + i + "/", body));
        }
        site.page(COLUMN + folder, name, Html.items(links));
    }

    private static void folderIsReport(Site site) {
        begin(site);
        List<String> links = new ArrayList<>();
        for (Site.Report report : site.reports(8, year -> COLUMN + year + "n/")) {
            links.add(Html.link("./" + report.year() + "n/", report.year() + "年"));
        }
        site.page(COLUMN, "政府信息公开年报", Html.items(links));
    }
}
