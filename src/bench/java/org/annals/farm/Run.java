package org.annals.farm;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One program let loose on a crowd of portals, as they saw it.
 *
 * @param log in the order in which the requests began
 * @param command how long the whole command took
 * @param after from the last byte of the last answer to the command's return
 * @param processor time that it kept a processor busy, as last seen
 * @param exit its exit code
 */
record Run(String name, List<Asked> log, Duration command, Duration after, Duration processor, int exit) {
    private static final int LOOK_MILLIS = 50;

    /** A gap that is shorter by that much is put down to the clocks. */
    private static final Duration TOLERANCE = Duration.ofMillis(10);

    /** Runs the command; its output goes to files in the folder. */
    static Run of(String name, Crowd crowd, Path folder, List<String> command, Duration longest)
            throws IOException, InterruptedException {
        crowd.farm().clearLog();
        File said = folder.resolve(name.replaceAll("\\W+", "-") + ".log").toFile();
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said)
                .start();
        Duration processor = Duration.ZERO;
        try {
            while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                processor = process.info().totalCpuDuration().orElse(processor);
                if (System.nanoTime() - start > longest.toNanos()) {
                    System.out.println(name + " was ended after " + longest);
                    break;
                }
            }
        } finally {
            process.destroyForcibly();
        }
        int exit = process.waitFor();
        long end = System.nanoTime();
        List<Asked> log = crowd.farm().log().stream()
                .sorted(Comparator.comparingLong(Asked::startNanos))
                .toList();
        long last = log.stream().mapToLong(Asked::endNanos).max().orElse(start);
        return new Run(name, log, Duration.ofNanos(end - start), Duration.ofNanos(end - last), processor, exit);
    }

    Duration firstToLastByte() {
        long last = log.stream().mapToLong(Asked::endNanos).max().orElse(0);
        return Duration.ofNanos(log.isEmpty() ? 0 : last - log.get(0).startNanos());
    }

    private Map<Site, List<Asked>> byHost() {
        return log.stream().collect(Collectors.groupingBy(Asked::site));
    }

    /** Faults as the politeness judge sees them: gaps from the end of an answer to the next request, no tolerance. */
    List<String> faults(Duration delay) {
        return byHost().entrySet().stream()
                .flatMap(host -> PolitenessJudge.faults(host.getKey(), host.getValue(), delay).stream())
                .toList();
    }

    /** Gaps from the start of a request to the start of the next on the same host. */
    private List<Duration> gaps() {
        return byHost().values().stream()
                .flatMap(asked -> IntStream.range(1, asked.size())
                        .mapToObj(i -> Duration.ofNanos(
                                asked.get(i).startNanos() - asked.get(i - 1).startNanos())))
                .toList();
    }

    long tooShort(Duration delay) {
        return gaps().stream()
                .filter(gap -> gap.compareTo(delay.minus(TOLERANCE)) < 0)
                .count();
    }

    Duration shortest() {
        return gaps().stream().min(Comparator.naturalOrder()).orElse(Duration.ZERO);
    }

    /** The most requests that were under way at one host at the same time. */
    int mostAtOnce() {
        return byHost().values().stream().mapToInt(Run::mostAtOnce).max().orElse(0);
    }

    private static int mostAtOnce(List<Asked> asked) {
        int most = 0;
        for (Asked one : asked) {
            long under = asked.stream()
                    .filter(other -> other.startNanos() <= one.startNanos() && other.endNanos() > one.startNanos())
                    .count();
            most = Math.max(most, (int) under);
        }
        return most;
    }

    /** How long the host that took longest would have needed had it been alone: its answers and the delays between them. */
    Duration slowestHost(Duration delay) {
        return byHost().values().stream()
                .map(asked -> delay.multipliedBy(asked.size() - 1)
                        .plusNanos(asked.stream()
                                .mapToLong(a -> a.endNanos() - a.startNanos())
                                .sum()))
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    String line(Duration delay) {
        return String.format(
                Locale.ROOT,
                "%-12s %8d %9.1f s %9.1f s %9.2f s %9.1f s %8d %9d %9d ms",
                name,
                log.size(),
                seconds(firstToLastByte()),
                seconds(command),
                seconds(after),
                seconds(processor),
                mostAtOnce(),
                tooShort(delay),
                shortest().toMillis());
    }

    static String head() {
        return "%-12s %8s %11s %11s %11s %11s %8s %9s %12s"
                .formatted(
                        "",
                        "requests",
                        "first-last",
                        "command",
                        "return",
                        "processor",
                        "at once",
                        "too soon",
                        "shortest gap");
    }

    static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
