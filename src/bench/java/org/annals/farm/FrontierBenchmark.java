package org.annals.farm;

import edu.uci.ics.crawler4j.url.WebURL;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.annals.capture.Purpose;
import org.annals.capture.RunId;
import org.annals.capture.Via;
import org.annals.frontier.Completion;
import org.annals.frontier.FollowRule.Step;
import org.annals.frontier.HostFrontier;
import org.annals.frontier.Lease;
import org.annals.frontier.Offer;
import org.annals.frontier.RobotsAnswer;
import org.annals.policy.Politeness;

/** A frontier that knows a million addresses, in a heap of 512 MB: how fast it takes them in, hands them out, and is opened again. */
public final class FrontierBenchmark {
    private static final int GOVERNMENTS = 1_000;
    private static final int LINKS = 1_000;
    private static final int LEASES = 20_000;
    private static final RunId RUN = new RunId("run-1");

    private FrontierBenchmark() {}

    /** In a process of its own, for the heap. */
    static void run(Path folder) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FrontierBenchmark.class.getName(),
                        folder.resolve("frontier.sqlite").toString())
                .inheritIO()
                .start();
        if (!process.waitFor(10, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            System.out.println("frontier: ended after ten minutes");
        }
    }

    public static void main(String[] args) throws IOException {
        Path file = Path.of(args[0]);
        long start = System.nanoTime();
        try (HostFrontier frontier = open(file)) {
            frontier.begin(RUN, starts());
            frontier.load(false);
            frontier.start();
            for (int asked = 0; asked < 2 * GOVERNMENTS; asked++) {
                Lease lease = next(frontier);
                boolean home = lease.entry().purpose() == Purpose.SEED;
                for (int i = 0; home && i < LINKS; i++) {
                    String url = lease.getURL() + "zwgk/zfxxgknb/202401/t20240120_" + i + ".html";
                    lease.offer(Offer.link(url, Purpose.REPORT, i % 100, new Via(lease.getURL(), "政府信息公开工作年度报告", 1)));
                }
                giveBack(frontier, lease);
            }
            double offering = since(start);
            start = System.nanoTime();
            for (int asked = 0; asked < LEASES; asked++) {
                giveBack(frontier, next(frontier));
            }
            double leasing = since(start);
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            System.out.printf(
                    Locale.ROOT,
                    "%n%,d known addresses, heap of %d MB: %d MB used, %,.0f addresses taken in a second, %,.0f leases a second, file of %d MB%n",
                    frontier.getQueueLength() + LEASES,
                    runtime.maxMemory() >> 20,
                    (runtime.totalMemory() - runtime.freeMemory()) >> 20,
                    GOVERNMENTS * LINKS / offering,
                    LEASES / leasing,
                    Files.size(file) >> 20);
        }
        start = System.nanoTime();
        try (HostFrontier frontier = open(file)) {
            frontier.load(true);
            frontier.start();
            System.out.printf(
                    Locale.ROOT, "opened again in %.1f s with %,d waiting%n", since(start), frontier.getQueueLength());
        }
    }

    private static HostFrontier open(Path file) throws IOException {
        return HostFrontier.open(
                file,
                Clock.systemUTC(),
                Politeness.of(Duration.ZERO),
                progress ->
                        progress.best().isEmpty() ? new Step.Finish() : new Step.Follow(Purpose.OTHER, Purpose.REPORT));
    }

    private static Map<String, List<Offer>> starts() {
        Map<String, List<Offer>> starts = new LinkedHashMap<>();
        for (int i = 0; i < GOVERNMENTS; i++) {
            String url = "http://www.county" + i + ".gov.cn/";
            starts.put(String.valueOf(100_000 + i), List.of(Offer.link(url, Purpose.SEED, 0, Via.SEED)));
        }
        return starts;
    }

    private static Lease next(HostFrontier frontier) {
        List<WebURL> leases = new ArrayList<>();
        frontier.getNextURLs(1, leases);
        return (Lease) leases.get(0);
    }

    private static void giveBack(HostFrontier frontier, Lease lease) {
        Instant now = Instant.now();
        Optional<RobotsAnswer> robots = lease.entry().purpose() == Purpose.ROBOTS
                ? Optional.of(RobotsAnswer.of(404, Optional.empty(), new byte[0], now))
                : Optional.empty();
        lease.complete(new Completion(
                Optional.of(now), Optional.empty(), Optional.empty(), Completion.Verdict.PAGE, robots, List.of()));
        frontier.setProcessed(lease);
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
