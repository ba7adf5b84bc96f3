package org.annals.farm;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Portals that never come to an end. */
final class EndlessFaults {
    private EndlessFaults() {}

    static List<Fault> all() {
        return List.of(
                Fault.of("endless: session ids in every link")
                        .on(EndlessFaults::sessions)
                        .atMost(14),
                Fault.of("endless: a calendar")
                        .on(site -> site.home(Html.link("/rl?d=20240101", "日历"), Html.link(Fault.SECTION, "政务公开"))
                                .otherwise(EndlessFaults::day))
                        .atMost(14),
                Fault.of("endless: a calendar and no reports")
                        .on(site -> site.home(Html.link("/rl?d=20240101", "日历")).otherwise(EndlessFaults::day))
                        .nothingFound()
                        .atMost(40),
                Fault.of("endless: a pager that shows the same")
                        .on(site -> site.page(
                                        Fault.COLUMN,
                                        "政府信息公开年报",
                                        Html.rows(site.reports()) + Html.link("?page=2", "下一页"))
                                .otherwise(path -> pageAfter(site, path)))
                        .atMost(20),
                Fault.of("endless: a pager of 100,000 empty pages")
                        .on(site -> site.page(
                                        Fault.COLUMN,
                                        "政府信息公开年报",
                                        Html.rows(site.reports())
                                                + "<script>createPageHTML(100000, 0, \"index\", \"html\");</script>")
                                .otherwise(path -> Answers.html(Html.page("政府信息公开年报", site.name(), "", "utf-8"))))
                        .atMost(20),
                Fault.of("endless: folders in folders")
                        .on(site -> site.page(
                                        Fault.COLUMN,
                                        "政府信息公开年报",
                                        Html.rows(site.reports()) + Html.link("2020/", "2020年"))
                                .otherwise(path -> path.endsWith("/2020/")
                                        ? Answers.html(
                                                Html.page("2020年", site.name(), Html.link("2020/", "2020年"), "utf-8"))
                                        : Answers.status(404, "")))
                        .atMost(30),
                Fault.of("endless: search by every facet")
                        .on(site -> site.page(
                                Fault.COLUMN,
                                "政府信息公开年报",
                                Html.rows(site.reports())
                                        + IntStream.range(0, 400)
                                                .mapToObj(i -> Html.link(
                                                        "/search?sort=" + i % 7 + "&unit=" + i + "&view=" + i % 3,
                                                        "按条件" + i))
                                                .collect(Collectors.joining())))
                        .atMost(12),
                Fault.of("endless: 3,000 news on the home page")
                        .on(site ->
                                site.page("/", "门户网站", Html.news(3_000) + Html.menu(Html.link(Fault.SECTION, "政务公开"))))
                        .atMost(12),
                Fault.of("endless: 200 dead links")
                        .on(site -> site.page(
                                Fault.COLUMN,
                                "政府信息公开年报",
                                Html.rows(site.reports())
                                        + Html.items(IntStream.range(0, 200)
                                                .mapToObj(i -> Html.link(
                                                        "/old/t2010_" + i + ".html", "第" + i + "局2010年政府信息公开工作年度报告"))
                                                .toList())))
                        .atMost(40));
    }

    /** Every page gives every link another session. */
    private static void sessions(Site site) {
        AtomicInteger session = new AtomicInteger();
        site.otherwise(path -> {
            int at = path.indexOf(";jsessionid=");
            String plain = at < 0 ? path : path.substring(0, at);
            Answer page = plain.startsWith("/s") ? site.page(plain.substring(2)) : null;
            if (page == null) {
                return Answers.status(404, "");
            }
            return page;
        });
        site.home(link(Fault.SECTION, "政务公开", session));
        site.at(
                Fault.SECTION,
                (asking, out) -> Answers.html(
                                Html.page("政府信息公开", site.name(), link(Fault.COLUMN, "政府信息公开年报", session), "utf-8"))
                        .play(asking, out));
        site.at(
                Fault.COLUMN,
                (asking, out) -> Answers.html(Html.page(
                                "政府信息公开年报",
                                site.name(),
                                site.reports().stream()
                                                .map(r -> link(r.path(), r.title(), session))
                                                .collect(Collectors.joining())
                                        + link(Fault.COLUMN, "政府信息公开年报", session)
                                        + link(Fault.SECTION, "政府信息公开", session),
                                "utf-8"))
                        .play(asking, out));
    }

    private static String link(String path, String text, AtomicInteger session) {
        String id = "%032X".formatted(session.incrementAndGet() * 7919L);
        return Html.link("/s" + path + ";jsessionid=" + id, text);
    }

    private static Answer day(String path) {
        if (!path.startsWith("/rl?d=")) {
            return Answers.status(404, "");
        }
        int day = Integer.parseInt(path.substring(6));
        return Answers.html(Html.page(
                "日历", "示范县", Html.link("/rl?d=" + (day + 1), "后一天") + Html.link("/rl?d=" + (day - 1), "前一天"), "utf-8"));
    }

    private static Answer pageAfter(Site site, String path) {
        int at = path.indexOf("?page=");
        if (at < 0) {
            return Answers.status(404, "");
        }
        int next = Integer.parseInt(path.substring(at + 6)) + 1;
        return Answers.html(Html.page(
                "政府信息公开年报", site.name(), Html.rows(site.reports()) + Html.link("?page=" + next, "下一页"), "utf-8"));
    }
}
