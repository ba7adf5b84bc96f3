package org.annals.farm;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.net.ssl.SSLContext;

/** One host of the farm: its pages, its rules, and the reports on it that are to be found. */
final class Site {
    /** A report that the portal carries. */
    record Report(String path, String publisher, int year, int figure) {
        String title() {
            return publisher + year + "年政府信息公开工作年度报告";
        }
    }

    private static final String RULES = "User-agent: *\nDisallow: /inner/\n";

    private final String name;
    private final String address;
    private final int port;
    private final SSLContext tls;
    private final Map<String, Answer> pages = new LinkedHashMap<>();
    private final Map<String, Report> reports = new LinkedHashMap<>();
    private final List<String> forbidden = new ArrayList<>(List.of("/inner/"));
    private Function<String, Answer> otherwise = path -> Answers.status(404, "<h1>404 Not Found</h1>");
    private Charset charset = StandardCharsets.UTF_8;
    private Duration gap = Duration.ZERO;

    /** @param address a loopback address */
    Site(String name, String address, int port, SSLContext tls) {
        this.name = name;
        this.address = address;
        this.port = port;
        this.tls = tls;
        at("/robots.txt", Answers.text(RULES));
    }

    String name() {
        return name;
    }

    int port() {
        return port;
    }

    SSLContext tls() {
        return tls;
    }

    String url(String path) {
        return (tls == null ? "http" : "https") + "://" + address + ":" + port + path;
    }

    /** Pages made from now on are in that charset, which only their own meta tag names. */
    Site in(Charset charset) {
        this.charset = charset;
        return this;
    }

    Site at(String path, Answer answer) {
        pages.put(path, answer);
        return this;
    }

    /** A page of the portal's own look: crumbs above, foot below. */
    Site page(String path, String title, String body) {
        return at(path, Answers.html(Html.page(title, name, body, charset.name()), charset));
    }

    /** The home page: a menu, and far more news than anybody wants. */
    Site home(String... menu) {
        return homeAt("/", menu);
    }

    Site homeAt(String path, String... menu) {
        return page(path, name + "人民政府门户网站", Html.menu(menu) + Html.news(30));
    }

    /** The section under which portals keep the column. */
    Site section(String path, String columnLink) {
        return page(
                path,
                "政府信息公开",
                Html.items(
                        Html.link("/zwgk/zn/", "政府信息公开指南"),
                        Html.link("/zwgk/zd/", "政府信息公开制度"),
                        Html.link("/zwgk/gzbg/", "政府工作报告"),
                        columnLink,
                        Html.link("/zwgk/wznb/", "政府网站工作年度报表")));
    }

    /** A report of the government itself. */
    Report report(int year, String path) {
        return report(name + "人民政府", year, path);
    }

    Report report(String publisher, int year, String path) {
        Report report = new Report(path, publisher, year, 100 + reports.size() * 7 + port % 89);
        reports.put(path, report);
        page(path, report.title(), Html.report(report));
        return report;
    }

    /** The government's reports of that many years, the newest first. */
    List<Report> reports(int years, Function<Integer, String> path) {
        List<Report> made = new ArrayList<>();
        for (int year = 2024; year > 2024 - years; year--) {
            made.add(report(year, path.apply(year)));
        }
        return made;
    }

    /** What is there at any address that nothing else was said about. */
    Site otherwise(Function<String, Answer> answer) {
        otherwise = answer;
        return this;
    }

    /** Rules that forbid these folders. */
    Site rules(String robots, String... folders) {
        forbidden.clear();
        forbidden.addAll(List.of(folders));
        return at("/robots.txt", Answers.text(robots));
    }

    /** Least time between two requests that the portal itself asks for. */
    Site gap(Duration least) {
        gap = least;
        return this;
    }

    /** It cannot be found, and must not be. */
    Site notFound(String path) {
        reports.remove(path);
        return this;
    }

    Duration gap() {
        return gap;
    }

    List<String> forbidden() {
        return List.copyOf(forbidden);
    }

    List<Report> reports() {
        return List.copyOf(reports.values());
    }

    Answer page(String path) {
        return pages.get(path);
    }

    Answer answer(String path) {
        Answer answer = pages.get(path);
        return answer == null ? otherwise.apply(path) : answer;
    }
}
