package org.annals.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrawlExitTest {
    private static final String HTML = "text/html; charset=utf-8";

    @TempDir
    Path folder;

    private LoopbackPortal portal;

    @BeforeEach
    void listOneReport() throws IOException {
        portal = new LoopbackPortal()
                .put("/", HTML, page("<a href='/nb/'>政府信息公开工作年度报告</a>"))
                .put("/nb/", HTML, page("<li><a href='/nb/t20240101_1.html'>示范县2023年政府信息公开工作年度报告</a></li>"));
    }

    @AfterEach
    void stop() {
        portal.close();
    }

    private static String page(String body) {
        return "<html><head><title>示范县2023年政府信息公开工作年度报告</title></head><body>" + body + "</body></html>";
    }

    private AnnalsProcess crawl(String archive, String... more) throws Exception {
        Path seeds = Files.writeString(
                folder.resolve("s.csv"),
                "code,name,level,province,parent,portal_url,report_list_url\n990001,示范县,county,,," + portal.url("/")
                        + ",\n");
        List<String> words = new ArrayList<>(List.of("crawl", "--seeds", seeds.toString(), "--delay", "10ms"));
        words.addAll(List.of("--archive", folder.resolve(archive).toString()));
        words.addAll(List.of(more));
        return AnnalsProcess.run(folder, words.toArray(String[]::new));
    }

    @Test
    void reportThatIsCutIsAFailureOfTheRun() throws Exception {
        portal.put("/nb/t20240101_1.html", HTML, page("<p>一、总体情况</p>".repeat(2_000)));
        AnnalsProcess cut = crawl("a", "--max-body", "4KiB");
        assertThat(cut.exitCode()).isEqualTo(1);
        assertThat(cut.err()).contains("not all that was found could be read, of 1 government");
    }

    @Test
    void reportOrColumnThatRobotsForbidsIsNoFailure() throws Exception {
        portal.put("/robots.txt", "text/plain", "User-agent: *\nDisallow: /nb/t\n");
        AnnalsProcess report = crawl("report");
        assertThat(report.exitCode()).as(report.err()).isZero();
        assertThat(report.out()).contains("robots.txt forbids the rest, 1 address");
        portal.put("/robots.txt", "text/plain", "User-agent: *\nDisallow: /nb/\n");
        AnnalsProcess column = crawl("column");
        assertThat(column.exitCode()).as(column.err()).isZero();
        assertThat(column.out()).contains("robots.txt forbids the rest, 1 address");
    }

    @Test
    void portalThatRobotsForbidsIsNamedAndNoFailure() throws Exception {
        portal.put("/robots.txt", "text/plain", "User-agent: *\nDisallow: /\n");
        AnnalsProcess annals = crawl("a");
        assertThat(annals.exitCode()).as(annals.err()).isZero();
        assertThat(annals.err()).contains("no page of 示范县 (990001) could be read: robots_denied");
    }

    @Test
    void reportThatThePortalRefusesIsAFailureOfTheRun() throws Exception {
        portal.put("/nb/t20240101_1.html", 405, HTML, "no");
        AnnalsProcess annals = crawl("a");
        assertThat(annals.exitCode()).isEqualTo(1);
        assertThat(annals.err()).contains("server_error").contains("405");
    }

    @Test
    void columnThatFailsIsAFailureOfTheRun() throws Exception {
        portal.put("/nb/", 451, HTML, "no");
        AnnalsProcess annals = crawl("a");
        assertThat(annals.exitCode()).isEqualTo(1);
        assertThat(annals.out()).contains("a column could not be read to its end");
    }

    @Test
    void runThatReadsAllIsDone() throws Exception {
        portal.put("/nb/t20240101_1.html", HTML, page("<p>一、总体情况</p>".repeat(2_000)));
        assertThat(crawl("a").exitCode()).isZero();
    }
}
