package org.annals.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.annals.capture.Outcome;
import org.annals.fetch.FetchLimits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many hosts that send big files at the same moment, to a program with a heap that holds few of them. */
class BigBodiesTest {
    private static final int HOSTS = 20;
    private static final int BYTES = 8 << 20;

    @TempDir
    Path folder;

    private final List<PortalServer> portals = new ArrayList<>();

    /** Program of the child: crawls the portals into the folder and says how it ended. */
    public static final class Child {
        public static void main(String[] args) throws IOException {
            CrawlBench bench = new CrawlBench(Path.of(args[0]));
            bench.delay = Duration.ofMillis(2);
            bench.limits = FetchLimits.DEFAULT.withMaxBody(BYTES);
            for (int i = 1; i < args.length; i++) {
                bench.government("99" + (1000 + i), args[i], null);
            }
            CrawlSummary summary = bench.crawl();
            System.out.println("RESULT " + (summary.interrupted() ? "interrupted " : "finished ") + summary.reports()
                    + " " + summary.outcome(Outcome.TOO_LARGE));
        }
    }

    @AfterEach
    void stop() {
        portals.forEach(PortalServer::close);
    }

    @Test
    void theyNeitherEndTheProgramNorAreTheyLost() throws Exception {
        String file = "%PDF-1.4 " + "x".repeat(BYTES - 9);
        for (int i = 0; i < HOSTS; i++) {
            PortalServer portal = CountyPortal.fill(new PortalServer(), "示范县");
            portal.text(CountyPortal.path(2021), file);
            portal.text(CountyPortal.path(2022), file + "y");
            portals.add(portal);
        }
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // the collector that the launcher chooses for a crawl
                "-XX:+UseSerialGC",
                "-Xmx96m",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Child.class.getName(),
                folder.toString()));
        portals.forEach(portal -> command.add(portal.url("/")));
        Process child = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (Stream<String> lines = child.inputReader().lines()) {
            List<String> said = lines.toList();
            assertThat(child.waitFor(120, TimeUnit.SECONDS)).isTrue();
            assertThat(said).contains("RESULT finished " + 2 * HOSTS + " " + HOSTS);
        }
    }
}
