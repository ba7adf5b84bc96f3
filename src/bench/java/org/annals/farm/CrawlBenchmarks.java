package org.annals.farm;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.annals.cli.Main;

/**
 * The crawl against portals on this machine. The measurements are named on the command line, with commas between: {@code polite}, 50 hosts of 40 pages with 200 ms between requests;
 * {@code compare}, the same with Scrapy and wget beside it; {@code hosts}, 3,000 hosts of 12 pages with 15 s, or as many as stand behind a colon; {@code frontier}, a million addresses. What is
 * judged is judged from the portals' own log.
 */
public final class CrawlBenchmarks {
    private static final Duration SHORT = Duration.ofMillis(200);
    private static final Duration LONG = Duration.ofSeconds(15);

    private static final int MANY = 3_000;

    private CrawlBenchmarks() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "bench");
        String asked = args.length == 0 || args[0].equals("all") ? "polite,frontier" : args[0];
        for (String what : asked.split(",")) {
            if (what.equals("polite") || what.equals("compare")) {
                polite(folder, what.equals("compare"));
            } else if (what.startsWith("hosts")) {
                hosts(folder, what.contains(":") ? Integer.parseInt(what.substring(6)) : MANY);
            } else if (what.equals("frontier")) {
                FrontierBenchmark.run(folder);
            } else {
                throw new IllegalArgumentException("no such measurement: " + what);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "Java %s on %s %s, %d processors.%n",
                System.getProperty("java.version"),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors());
    }

    private static void polite(Path folder, boolean compare) throws IOException, InterruptedException {
        int hosts = 50;
        int pages = 40;
        try (Crowd crowd = new Crowd(hosts, pages, CrawlBenchmarks::address)) {
            Run annals =
                    Run.of("annals", crowd, folder, annals(crowd, folder, "200ms", List.of()), Duration.ofMinutes(3));
            System.out.printf(
                    "%n%d hosts of %d pages, 200 ms between two requests to a host%n%s%n%s%n",
                    hosts, pages, Run.head(), annals.line(SHORT));
            judge(annals, SHORT);
            System.out.printf(
                    Locale.ROOT,
                    "%d of %d requests; the hosts' own minimum is %.1f s: ratio %.2f; exit code %d%n",
                    annals.log().size(),
                    hosts * (pages + 1),
                    Run.seconds(annals.slowestHost(SHORT)),
                    Run.seconds(annals.firstToLastByte()) / Run.seconds(annals.slowestHost(SHORT)),
                    annals.exit());
            if (compare) {
                for (Rival rival : Rival.all()) {
                    rival.run(crowd, folder, SHORT, annals);
                }
            }
        }
    }

    private static void hosts(Path folder, int hosts) throws IOException, InterruptedException {
        int pages = 12;
        try (Crowd crowd = new Crowd(hosts, pages, CrawlBenchmarks::address)) {
            Run annals = Run.of(
                    "annals", crowd, folder, annals(crowd, folder, "15s", List.of("-Xmx1g")), Duration.ofMinutes(9));
            System.out.printf(
                    "%n%d hosts of %d pages, 15 s between two requests to a host, heap of 1 GB%n%s%n%s%n",
                    hosts, pages, Run.head(), annals.line(LONG));
            judge(annals, LONG);
            System.out.printf(
                    Locale.ROOT,
                    "%d of %d requests; the slowest host's own minimum is %.1f s: ratio %.3f; exit code %d%n",
                    annals.log().size(),
                    hosts * (pages + 1),
                    Run.seconds(annals.slowestHost(LONG)),
                    Run.seconds(annals.firstToLastByte()) / Run.seconds(annals.slowestHost(LONG)),
                    annals.exit());
        }
    }

    /** Linux answers at every address of 127.0.0.0/8. */
    private static String address(int host) {
        return "127.0." + (1 + host / 250) + "." + (1 + host % 250);
    }

    private static void judge(Run run, Duration delay) {
        List<String> faults = run.faults(delay);
        System.out.println("violations in the portals' logs: " + faults.size());
        faults.stream().limit(5).forEach(fault -> System.out.println("  " + fault));
    }

    private static List<String> annals(Crowd crowd, Path folder, String delay, List<String> java) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(java);
        // as the launcher starts it
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        Stream.of(System.getenv().getOrDefault("ANNALS_JAVA_OPTS", "").split(" "))
                .filter(option -> !option.isBlank())
                .forEach(command::add);
        command.addAll(List.of(
                "-Dfile.encoding=UTF-8",
                "-cp",
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                        .map(entry -> Path.of(entry).toAbsolutePath().toString())
                        .collect(Collectors.joining(File.pathSeparator)),
                Main.class.getName(),
                "crawl",
                "--seeds",
                crowd.seeds(folder).toAbsolutePath().toString(),
                "--archive",
                Files.createTempDirectory(folder, "archive").toAbsolutePath().toString(),
                "--delay",
                delay));
        return command;
    }
}
