package org.annals.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.annals.cli.Main;
import org.annals.demo.DemoPortals;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The page of the runs while a real crawl of the demo's portals writes. */
class LiveCrawlTest {
    private static final Pattern PACING = Pattern.compile("\"standing\":\\s*\"pacing\"");

    @Test
    @Timeout(value = 3, unit = TimeUnit.MINUTES)
    void runningCrawlShowsItsHostsAndLosingItsFilesIsSurvived(@TempDir Path folder) throws Exception {
        Path archive = folder.resolve("live");
        Path seeds = folder.resolve("seeds.csv");
        Process crawl = null;
        try (DemoPortals portals = DemoPortals.start()) {
            portals.publish(1);
            Files.writeString(seeds, portals.seedsCsv());
            crawl = crawl(archive, seeds, folder.resolve("said.txt"));
            try (WebServer server = WebServer.start(new WebSettings(archive, "127.0.0.1", 0, 0, fault -> {}))) {
                Visitor visitor = new Visitor(server.address());
                awaitPacing(visitor, crawl);
                Document page = visitor.page("/crawl");
                List<String> hosts = page.select("#live section tbody th").eachText();
                assertThat(hosts)
                        .isNotEmpty()
                        .allMatch(host -> portals.seedsCsv().contains(host));
                assertThat(page.select("#live section tbody tr").stream().map(Element::text))
                        .anyMatch(row -> row.contains("pausing between two requests until"));

                crawl.destroyForcibly().waitFor();
                for (String name : List.of("frontier.sqlite", "frontier.sqlite-wal", "catalog.sqlite")) {
                    Files.deleteIfExists(archive.resolve(name));
                }
                HttpResponse<String> without = visitor.get("/crawl");
                assertThat(without.statusCode()).isIn(200, 503);
                assertThat(without.body()).doesNotContain("\tat ");
            }
        } finally {
            if (crawl != null) {
                crawl.destroyForcibly();
            }
        }
    }

    private static Process crawl(Path archive, Path seeds, Path said) throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Dfile.encoding=UTF-8",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "crawl",
                        "--archive",
                        archive.toString(),
                        "--seeds",
                        seeds.toString(),
                        "--delay",
                        "10s",
                        "--max-time",
                        "3m")
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
    }

    private static void awaitPacing(Visitor visitor, Process crawl) throws Exception {
        while (!PACING.matcher(visitor.get("/api/v1/crawl").body()).find()) {
            assertThat(crawl.isAlive()).isTrue();
            crawl.waitFor(300, TimeUnit.MILLISECONDS);
        }
    }
}
