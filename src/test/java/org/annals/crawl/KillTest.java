package org.annals.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A crawl in a process of its own, which is killed without warning, again and again. */
class KillTest {
    @TempDir
    Path folder;

    /** Program of the child: crawls the portal into the folder. */
    public static final class Child {
        public static void main(String[] args) throws IOException {
            bench(Path.of(args[0]), args[1]).crawl();
        }
    }

    private static CrawlBench bench(Path folder, String portalUrl) {
        CrawlBench bench = new CrawlBench(folder).government("990001", portalUrl, null);
        bench.delay = Duration.ofMillis(2);
        return bench;
    }

    @Test
    void killedAtAnyMomentItEndsLikeAnUndisturbedCrawl() throws Exception {
        try (PortalServer portal = CountyPortal.fill(new PortalServer(), "示范县")) {
            CrawlBench undisturbed = bench(folder.resolve("undisturbed"), portal.url("/"));
            undisturbed.crawl();
            int requests = portal.paths().size();
            portal.clearLog();

            Path killed = folder.resolve("killed");
            AtomicInteger untilKill = new AtomicInteger();
            AtomicReference<Process> child = new AtomicReference<>();
            portal.onRequest(() -> {
                if (untilKill.decrementAndGet() == 0) {
                    child.get().destroyForcibly();
                }
            });
            int kills = 0;
            for (int code = -1; code != 0; ) {
                // the first request of each child is one that no earlier child got an answer to, so the second shows
                // progress
                untilKill.set(2);
                child.set(start(killed, portal.url("/")));
                assertThat(child.get().waitFor(60, TimeUnit.SECONDS)).isTrue();
                code = child.get().exitValue();
                kills += code == 0 ? 0 : 1;
                assertThat(kills).as("kills without an end in sight").isLessThan(3 * requests);
            }

            TreeSet<String> captures = bench(killed, portal.url("/")).captures();
            assertThat(captures).isEqualTo(undisturbed.captures());
            assertThat(kills).isGreaterThan(2);
            // asked again is only what was under way when the process died
            assertThat(portal.paths().size()).isLessThanOrEqualTo(requests + kills);
        }
    }

    private static Process start(Path folder, String portalUrl) throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Child.class.getName(),
                        folder.toString(),
                        portalUrl))
                .redirectErrorStream(true)
                .redirectOutput(new File(folder.toFile().getParentFile(), "child.log"))
                .start();
    }
}
