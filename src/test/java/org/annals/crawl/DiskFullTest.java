package org.annals.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.annals.fetch.FetchLimits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A child process that may write no file longer than the shell's limit: to the program, a disk that takes no more. */
@DisabledOnOs(OS.WINDOWS)
class DiskFullTest {
    @TempDir
    Path folder;

    private PortalServer portal;

    /** Program of the child: crawls the portal into the folder and says how it ended. */
    public static final class Child {
        public static void main(String[] args) {
            try {
                CrawlSummary summary = bench(Path.of(args[0]), args[1]).crawl();
                System.out.println("RESULT " + (summary.interrupted() ? "interrupted" : "finished"));
            } catch (IOException e) {
                System.out.println("RESULT " + e.getMessage());
            }
        }
    }

    private static CrawlBench bench(Path folder, String portalUrl) {
        CrawlBench bench = new CrawlBench(folder).government("990001", portalUrl, null);
        bench.delay = Duration.ofMillis(2);
        bench.limits = FetchLimits.DEFAULT;
        return bench;
    }

    @BeforeEach
    void start() {
        portal = CountyPortal.fill(new PortalServer(), "示范县");
        StringBuilder noise = new StringBuilder();
        Random random = new Random(7);
        for (int i = 0; i < 12_000_000; i++) {
            noise.append((char) ('!' + random.nextInt(26)));
        }
        portal.text(CountyPortal.path(2021), "%PDF-1.4 " + noise);
    }

    @AfterEach
    void stop() {
        portal.close();
    }

    /** @param blocks of 512 or, in some shells, 1024 bytes; enough for the native library of SQLite, which is unpacked first */
    private String crawlWithin(int blocks, Path archive) throws Exception {
        Process child = new ProcessBuilder(
                        "sh",
                        "-c",
                        "ulimit -f " + blocks + " && exec \"$0\" \"$@\"",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Child.class.getName(),
                        archive.toString(),
                        portal.url("/"))
                .redirectErrorStream(true)
                // through a pipe: a log file would be subject to the limit, too
                .start();
        try (var lines = child.inputReader().lines()) {
            String result = lines.filter(line -> line.startsWith("RESULT "))
                    .reduce((a, b) -> b)
                    .orElse("");
            assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return result;
        }
    }

    @Test
    void archiveThatIsFullSaysSoInOneLineAndTheCrawlGoesOnLater() throws Exception {
        CrawlBench undisturbed = bench(folder.resolve("undisturbed"), portal.url("/"));
        undisturbed.crawl();
        Path full = folder.resolve("full");

        String result = crawlWithin(6_000, full);

        assertThat(result).contains(".warc.gz").doesNotContain("finished");
        CrawlBench later = bench(full, portal.url("/"));
        portal.clearLog();
        CrawlSummary summary = later.crawl();
        assertThat(summary.resumed()).isTrue();
        assertThat(summary.interrupted()).isFalse();
        assertThat(later.captures()).isEqualTo(undisturbed.captures());
        assertThat(portal.paths()).doesNotContain("/", "/zwgk/");
    }
}
