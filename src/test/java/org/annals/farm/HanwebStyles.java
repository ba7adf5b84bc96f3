package org.annals.farm;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Hanweb's JCMS: rows as records in a script, more of them from {@code dataproxy.jsp}, the module of annual reports, pages in frames. */
final class HanwebStyles {
    private static final String PROXY = "/module/web/jpage/dataproxy.jsp";
    private static final String COLUMN = "/col/col1229214366/index.html";

    private HanwebStyles() {}

    static List<Style> all() {
        return List.of(
                new Style("Hanweb dataproxy", site -> dataproxy(site, "")),
                new Style("Hanweb dataproxy, empty group", site -> dataproxy(site, "<nextgroup></nextgroup>")),
                new Style(
                        "Hanweb dataproxy, empty text", site -> dataproxy(site, "<nextgroup><![CDATA[]]></nextgroup>")),
                new Style("xxgkAnnualReport fbtime", HanwebStyles::annualReportModule),
                new Style("jcms frames", HanwebStyles::frames));
    }

    private static void begin(Site site, String columnLink) {
        site.home(Html.link("/col/col1229206473/index.html", "政府信息公开"))
                .section("/col/col1229206473/index.html", columnLink);
    }

    private static void dataproxy(Site site, String group) {
        begin(site, Html.link(COLUMN, "政府信息公开年报"));
        List<Site.Report> reports =
                site.reports(20, year -> "/art/" + (year + 1) + "/1/20/art_1229214366_" + (3758000 + year) + ".html");
        int shown = 6;
        int perPage = 3;
        site.page(COLUMN, "政府信息公开年报", """
                <div id="5416427"><script type="text/xml"><datastore>%s<recordset>%s</recordset></datastore></script></div>
                <script>$('#5416427').jpage({proxyUrl:'%s', perPage:%d, openCookies:false, totalRecord:%d, ajaxParam:{col:1,
                appid:1,webid:3255,path:'/',columnid:1229214366,sourceContentType:1,unitid:'5416427',webname:'门户',permissiontype:0}});
                </script>""".formatted(
                        group, records(reports.subList(0, shown)), PROXY, perPage, reports.size()));
        site.otherwise(path -> {
            if (!path.startsWith(PROXY)) {
                return Answers.status(404, "<h1>404</h1>");
            }
            Map<String, String> query = query(path);
            int from = Integer.parseInt(query.getOrDefault("startrecord", "1")) - 1;
            int to = Math.min(reports.size(), Integer.parseInt(query.getOrDefault("endrecord", "1")));
            boolean asked = query.getOrDefault("unitid", "").equals("5416427") && from < to;
            String rows = asked ? records(reports.subList(from, to)) : "";
            return Answers.typed(
                    "text/xml; charset=utf-8",
                    "<datastore><totalrecord>" + reports.size() + "</totalrecord><recordset>" + rows
                            + "</recordset></datastore>");
        });
    }

    private static String records(List<Site.Report> reports) {
        return reports.stream()
                .map(r -> "<record><![CDATA[<li>" + Html.link(r.path(), r.title()) + "</li>]]></record>")
                .collect(Collectors.joining());
    }

    private static Map<String, String> query(String path) {
        String query = URI.create(path).getQuery();
        return Arrays.stream((query == null ? "" : query).split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair.length > 1 ? pair[1] : "", (a, b) -> a));
    }

    private static void annualReportModule(Site site) {
        String module = "/module/xxgk/xxgkAnnualReport.jsp?area=113331";
        begin(site, Html.link(module, "政府信息公开年报"));
        List<String> options = new ArrayList<>();
        for (Site.Report report : site.reports(8, year -> module + "&fbtime=" + year)) {
            options.add("<option value=\"" + report.path() + "\">" + report.year() + "年</option>");
        }
        site.page(module, "政府信息公开年报", "<select onchange=\"go(this.value)\">" + String.join("", options) + "</select>");
    }

    private static void frames(Site site) {
        begin(site, Html.link("/jcms/jcms_files/nb/index.html", "政府信息公开年报"));
        site.page(
                "/jcms/jcms_files/nb/index.html",
                "政府信息公开年报",
                "<iframe src=\"/frame/9381.html\" width=\"100%\"></iframe><iframe src=\"/tool/count.html\"></iframe>");
        List<List<Site.Report>> pages =
                Style.cut(site.reports(9, year -> "/art/" + (year + 1) + "/1/20/art_9381_" + year + ".html"), 5);
        for (int k = 0; k < pages.size(); k++) {
            String pager = "<script>var countPage = %d; createPageHTML(countPage, %d, \"9381\", \"html\")</script>"
                    .formatted(pages.size(), k);
            site.page("/frame/9381" + (k == 0 ? "" : "_" + k) + ".html", "列表", Html.rows(pages.get(k)) + pager);
        }
    }
}
