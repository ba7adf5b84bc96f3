package org.annals.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.annals.archive.Archive;
import org.annals.catalog.GovernmentStatus.LastRun;
import org.annals.policy.Origin;
import org.annals.policy.Politeness;

/**
 * How a host of a government was asked in a run.
 *
 * @param requests made to it for that government
 * @param delay that the crawl kept at least
 * @param crawlDelay that its robots.txt asks for
 */
record HostPace(Origin origin, int requests, Optional<Duration> delay, Optional<Duration> crawlDelay) {
    static List<HostPace> of(Archive archive, LastRun run) throws IOException {
        Map<Origin, Integer> requests = new LinkedHashMap<>();
        run.urls().forEach(url -> requests.merge(Origin.of(url), 1, Integer::sum));
        Optional<Duration> delay = delay(archive, run.run());
        List<HostPace> hosts = new ArrayList<>();
        for (Map.Entry<Origin, Integer> host : requests.entrySet()) {
            Optional<Duration> asked = ArchivedRobots.of(archive, host.getKey())
                    .flatMap(robots -> robots.rules().crawlDelay());
            hosts.add(new HostPace(host.getKey(), host.getValue(), delay, asked));
        }
        return hosts;
    }

    private static Optional<Duration> delay(Archive archive, String run) throws IOException {
        for (String file : archive.files()) {
            if (file.contains(run)) {
                return archive.runOf(file)
                        .map(info -> info.settings().get("delay"))
                        .filter(text -> text.matches("PT[0-9HMS.]{1,20}"))
                        .map(Duration::parse);
            }
        }
        return Optional.empty();
    }

    /** The longer of the two, the robots.txt's as far as it is kept. */
    Optional<Duration> gap() {
        Optional<Duration> kept = crawlDelay.map(
                asked -> asked.compareTo(Politeness.MAX_CRAWL_DELAY) < 0 ? asked : Politeness.MAX_CRAWL_DELAY);
        if (delay.isPresent() && kept.isPresent()) {
            return delay.get().compareTo(kept.get()) > 0 ? delay : kept;
        }
        return delay.or(() -> kept);
    }
}
