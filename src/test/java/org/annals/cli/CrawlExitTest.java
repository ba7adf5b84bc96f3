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

    private int crawl(String... more) throws IOException {
        Path seeds = Files.writeString(
                folder.resolve("s.csv"),
                "code,name,level,province,parent,portal_url,report_list_url\n990001,示范县,county,,," + portal.url("/")
                        + ",\n");
        List<String> words = new ArrayList<>(List.of("crawl", "--seeds", seeds.toString(), "--delay", "10ms"));
        words.addAll(List.of("--archive", folder.resolve("a").toString()));
        words.addAll(List.of(more));
        return Main.commandLine().execute(words.toArray(String[]::new));
    }

    @Test
    void reportThatIsCutIsAFailureOfTheRun() throws IOException {
        portal.put("/nb/t20240101_1.html", HTML, page("<p>一、总体情况</p>".repeat(2_000)));
        assertThat(crawl("--max-body", "4KiB")).isEqualTo(1);
    }

    @Test
    void runThatReadsAllIsDone() throws IOException {
        portal.put("/nb/t20240101_1.html", HTML, page("<p>一、总体情况</p>".repeat(2_000)));
        assertThat(crawl()).isZero();
    }
}
