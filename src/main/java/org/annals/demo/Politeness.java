package org.annals.demo;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Judges one portal's log. */
final class Politeness {
    private Politeness() {}

    static PolitenessReport.Host judge(Site site, List<Request> log, Duration delay) {
        Duration wanted = site.crawlDelay().compareTo(delay) > 0 ? site.crawlDelay() : delay;
        List<String> forbidden = log.stream()
                .map(Request::path)
                .filter(path -> site.disallowed().stream().anyMatch(path::startsWith))
                .toList();
        return new PolitenessReport.Host(
                site.government().name(), log.size(), mostAtOnce(log), wanted, smallestGap(log), forbidden);
    }

    private static int mostAtOnce(List<Request> log) {
        record Edge(long at, int change) {}
        List<Edge> edges = log.stream()
                .flatMap(r -> Stream.of(new Edge(r.startNanos(), 1), new Edge(r.endNanos(), -1)))
                .sorted(Comparator.comparingLong(Edge::at).thenComparingInt(Edge::change))
                .toList();
        int open = 0;
        int most = 0;
        for (Edge edge : edges) {
            open += edge.change();
            most = Math.max(most, open);
        }
        return most;
    }

    private static Optional<Duration> smallestGap(List<Request> log) {
        List<Request> ordered = log.stream()
                .sorted(Comparator.comparingLong(Request::startNanos))
                .toList();
        Long smallest = null;
        long end = Long.MIN_VALUE;
        for (Request request : ordered) {
            if (end != Long.MIN_VALUE) {
                long gap = request.startNanos() - end;
                smallest = smallest == null ? gap : Math.min(smallest, gap);
            }
            end = Math.max(end, request.endNanos());
        }
        return Optional.ofNullable(smallest).map(Duration::ofNanos);
    }
}
