package org.annals.farm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Pages that say one thing and are another, and pages made to harm whoever reads them. */
final class ContentFaults {
    private static final String MENU = Html.menu(Html.link("/zwgk/", "政务公开"));

    private ContentFaults() {}

    static List<Fault> all() {
        return List.of(
                Fault.of("page: 200, and not there").report(page("提示", "<h2>您访问的页面不存在或已删除！</h2>"), "soft_404"),
                Fault.of("page: gone, sent to the home page").report(Answers.redirect("/"), "soft_404"),
                Fault.of("page: 404").report(Answers.status(404, "<h1>404</h1>"), "gone"),
                Fault.of("page: 410").report(Answers.status(410, "<h1>410</h1>"), "gone"),
                Fault.of("page: 403").report(Answers.status(403, "<h1>403 Forbidden</h1>"), "challenge"),
                Fault.of("wall: 412 with a script")
                        .report(Answers.status(412, "<script>$_ts=window['$_ts'];</script>"), "challenge"),
                Fault.of("wall: 521 with a cookie script")
                        .report(
                                Answers.status(
                                        521,
                                        "Set-Cookie: __jsluid_s=1\r\n",
                                        "<script>document.cookie='__jsl_clearance_s=1';location.href=location.pathname</script>"),
                                "challenge"),
                Fault.of("wall: 200 with a script")
                        .report(
                                Answers.html(
                                        "<html><body><script>document.cookie='wzws=1';location.reload()</script></body></html>"),
                                "challenge"),
                Fault.of("wall: captcha").report(page("安全验证", "<p>请输入验证码后继续访问</p>"), "challenge"),
                Fault.of("wall: log-in")
                        .report(
                                page("统一身份认证平台", "<form>用户名<input name=\"u\">密码<input type=\"password\"></form>"),
                                "challenge"),
                Fault.of("charset: GBK that says UTF-8")
                        .on(site -> site.in(Charset.forName("GB18030"))
                                .at(
                                        Fault.REPORT,
                                        Answers.whole(
                                                200,
                                                "Content-Type: text/html; charset=utf-8\r\n",
                                                report(site).getBytes(Charset.forName("GB18030"))))),
                Fault.of("charset: UTF-8 that says GB2312")
                        .on(site -> site.at(
                                Fault.REPORT,
                                Answers.whole(
                                        200,
                                        "Content-Type: text/html; charset=gb2312\r\n",
                                        report(site).getBytes(StandardCharsets.UTF_8)))),
                Fault.of("name: a path upwards")
                        .on(site -> site.at(
                                Fault.REPORT,
                                Answers.whole(
                                        200,
                                        "Content-Type: text/html; charset=utf-8\r\n"
                                                + "Content-Disposition: attachment; filename=\"../../../escaped.html\"\r\n",
                                        report(site).getBytes(StandardCharsets.UTF_8))))
                        .check(seen -> assertThat(files(seen.folder())).noneMatch(file -> file.contains("escaped"))),
                Fault.of("link: a path upwards")
                        .on(site -> site.page(
                                Fault.COLUMN,
                                "政府信息公开年报",
                                Html.rows(site.reports()).replace("href=\"/", "href=\"../../../../../../"))),
                Fault.of("title: a script")
                        .on(site -> site.page(
                                Fault.REPORT,
                                "&lt;script&gt;alert(1)&lt;/script&gt;'; DROP TABLE capture; --",
                                Html.report(site.reports().get(1)))),
                Fault.of("link: 5,000 characters, data, javascript")
                        .on(site -> site.page(
                                Fault.COLUMN,
                                "政府信息公开年报",
                                Html.items(
                                                Html.link("/zwgk/zfxxgknb/" + "a".repeat(5_000) + ".html", "其他"),
                                                Html.link("data:text/html,<h1>x</h1>", "2012年政府信息公开年报"),
                                                Html.link("javascript:while(true){}", "2011年政府信息公开年报"))
                                        + Html.rows(site.reports()))),
                Fault.of("page: 3,000 elements in each other")
                        .on(site -> site.page(
                                Fault.COLUMN, "政府信息公开年报", "<div><b>".repeat(1_500) + Html.rows(site.reports()))),
                Fault.of("sitemap: entities that read files and hosts")
                        .on((site, inside) -> onlySitemap(site, """
                                <?xml version="1.0"?><!DOCTYPE urlset [<!ENTITY f SYSTEM "file:///etc/hostname">
                                <!ENTITY h SYSTEM "%s"><!ENTITY %% p SYSTEM "%s"> %%p;]>
                                <urlset><url><loc>&f;</loc></url><url><loc>&h;</loc></url><url><loc>%s</loc></url></urlset>""".formatted(
                                        inside.url("/entity"), inside.url("/dtd"), site.url(Fault.COLUMN)))),
                Fault.of("sitemap: a billion laughs")
                        .on(site -> onlySitemap(site, laughs(site)))
                        .atMost(40),
                Fault.of("sitemap: 20,000 addresses of nothing")
                        .on(site -> onlySitemap(
                                site,
                                IntStream.range(0, 20_000)
                                        .mapToObj(i -> "<url><loc>" + site.url("/n/" + i + ".html") + "</loc></url>")
                                        .collect(Collectors.joining("", "<urlset>", "</urlset>"))))
                        .nothingFound()
                        .atMost(30));
    }

    private static Answer page(String title, String body) {
        return Answers.html(Html.page(title, "示范县", body, "utf-8"));
    }

    private static String report(Site site) {
        Site.Report report = site.reports().get(1);
        return "<html><head><title>" + report.title() + "</title></head><body>" + MENU + Html.report(report)
                + "</body></html>";
    }

    private static void onlySitemap(Site site, String sitemap) {
        site.at("/", page("门户", Html.link("/about.html", "关于我们")))
                .at("/sitemap.xml", Answers.typed("application/xml", sitemap));
    }

    private static String laughs(Site site) {
        StringBuilder bomb = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE urlset [<!ENTITY a0 \"/ha/\">");
        for (int i = 1; i < 12; i++) {
            bomb.append("<!ENTITY a")
                    .append(i)
                    .append(" \"")
                    .append(("&a" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        return bomb + "]><urlset><url><loc>&a11;</loc></url><url><loc>" + site.url(Fault.COLUMN)
                + "</loc></url></urlset>";
    }

    private static List<String> files(Path folder) {
        try (var walk = Files.walk(folder.getParent(), 6)) {
            return walk.map(Path::toString).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
