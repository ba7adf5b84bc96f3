package org.annals.farm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Addresses that send on to where nobody should go, or round in a circle. */
final class RedirectFaults {
    private static final String METADATA = "http://169.254.169.254/latest/meta-data/";

    private RedirectFaults() {}

    static List<Fault> all() {
        return List.of(
                Fault.of("redirect: round in a circle")
                        .at("/loop", Answers.redirect(Fault.REPORT))
                        .report(Answers.redirect("/loop"), "archived")
                        .outcome("/loop", "server_error")
                        .asked("/loop", 1),
                Fault.of("redirect: a chain without end")
                        .on(site -> site.otherwise(path -> path.startsWith("/c")
                                ? Answers.redirect("/c" + (Integer.parseInt(path.substring(2)) + 1))
                                : Answers.status(404, "")))
                        .report(Answers.redirect("/c1"), "archived")
                        .asked("/c10", 1)
                        .asked("/c11", 0),
                Fault.of("redirect: into the private network")
                        .on((site, inside) -> site.at(Fault.REPORT, Answers.redirect(inside.url("/secret")))
                                .notFound(Fault.REPORT))
                        .check(seen ->
                                seen.refused("http://127.0.0.1:" + seen.inside().port() + "/secret")),
                Fault.of("redirect: to the cloud's metadata")
                        .report(Answers.redirect(METADATA), "archived")
                        .check(seen -> seen.refused(METADATA)),
                Fault.of("redirect: to a file").report(Answers.redirect("file:///etc/passwd"), "out_of_scope"),
                Fault.of("redirect: to another government")
                        .report(Answers.redirect("http://www.example.gov.cn/nb/2023.html"), "archived")
                        .check(seen -> seen.refused("http://www.example.gov.cn/nb/2023.html")),
                Fault.of("redirect: to itself, with a cookie that does not help")
                        .report(
                                Answers.status(302, "Location: " + Fault.REPORT + "\r\nSet-Cookie: CT6T=1\r\n", ""),
                                "archived",
                                "challenge"),
                Fault.of("redirect: to nowhere")
                        .report(Answers.raw("HTTP/1.1 302 Found\r\nConnection: close\r\n\r\n"), "archived"),
                Fault.of("redirect: header injection")
                        .report(
                                Answers.redirect(
                                        "/x%0d%0aWARC-Injected: yes\u0001\u000b\rWARC-Injected: yes\n WARC-Injected: yes"),
                                "archived")
                        .check(seen -> assertThat(seen.warcFields()).doesNotContain("WARC-Injected")),
                Fault.of("redirect: raw GBK in the Location")
                        .on(site -> site.at(Fault.SECTION, Answers.redirect(latin("/政务公开/")))
                                .section(percent("/政务公开/"), Html.link(Fault.COLUMN, "政府信息公开年报"))),
                Fault.of("redirect: blanks in the Location")
                        .on(site -> site.at(Fault.SECTION, Answers.redirect("/open info/index.html"))
                                .section("/open%20info/index.html", Html.link(Fault.COLUMN, "政府信息公开年报"))),
                Fault.of("meta refresh: round in a circle")
                        .at("/m1", refresh("/m2"))
                        .at("/m2", refresh("/m1"))
                        .report(refresh("/m1"), "archived")
                        .asked("/m1", 1)
                        .asked("/m2", 1),
                Fault.of("meta refresh: into the private network")
                        .on((site, inside) -> site.at(Fault.REPORT, refresh(inside.url("/secret")))
                                .notFound(Fault.REPORT))
                        .check(seen ->
                                seen.refused("http://127.0.0.1:" + seen.inside().port() + "/secret")),
                Fault.of("link: into the private network")
                        .on((site, inside) -> site.page(
                                "/zwgk/more/",
                                "政府信息公开年报",
                                Html.items(
                                        Html.link(inside.url("/nb.html"), site.name() + "2019年政府信息公开工作年度报告"),
                                        Html.link(METADATA + "nb.html", site.name() + "2018年政府信息公开工作年度报告"),
                                        Html.link("file:///etc/passwd", site.name() + "2017年政府信息公开工作年度报告"))))
                        .on(site -> site.section(
                                Fault.SECTION, Html.link(Fault.COLUMN, "政府信息公开年报") + Html.link("more/", "部门信息公开年报")))
                        .check(seen -> seen.refused(METADATA + "nb.html"))
                        .check(seen ->
                                seen.refused("http://127.0.0.1:" + seen.inside().port() + "/nb.html")));
    }

    private static Answer refresh(String target) {
        return Answers.html("<html><head><meta http-equiv=\"refresh\" content=\"0;url=" + target
                + "\"></head><body></body></html>");
    }

    /** The text's GBK bytes, one character a byte. */
    private static String latin(String text) {
        return new String(text.getBytes(Charset.forName("GBK")), StandardCharsets.ISO_8859_1);
    }

    private static String percent(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : text.getBytes(Charset.forName("GBK"))) {
            encoded.append(b >= 0 ? String.valueOf((char) b) : "%%%02X".formatted(b));
        }
        return encoded.toString();
    }
}
