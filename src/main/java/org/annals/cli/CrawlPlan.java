package org.annals.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.annals.capture.Purpose;
import org.annals.policy.AskingHours;
import org.annals.policy.Due;
import org.annals.policy.Origin;
import org.annals.policy.Politeness;

/**
 * What a crawl would ask.
 *
 * @param goesOnWith the unfinished run that would be gone on with
 * @param delay least time between two requests to a host
 * @param closedFor how long it is until the hours of asking begin; zero within them
 */
record CrawlPlan(
        Optional<String> goesOnWith,
        Duration delay,
        Optional<AskingHours> hours,
        Duration closedFor,
        List<PlannedGovernment> governments,
        List<PlannedHost> hosts) {
    /** How a government's crawl would begin. */
    enum State {
        /** Nothing is known of it. */
        FIRST,
        /** Its known columns are asked for what is new. */
        KNOWN,
        /** It is gone on with. */
        INTERRUPTED,
        /** The unfinished run is done with it. */
        FINISHED,
        /** Nothing of it is due. */
        NOT_DUE
    }

    /**
     * @param requests that are sure to be made, robots.txt not counted
     * @param mostPages charged to its budget at most; reports that are found come on top
     * @param held known reports that are asked only where no column lists them
     */
    record PlannedGovernment(
            String code,
            String name,
            State state,
            List<PlannedAddress> addresses,
            int requests,
            int mostPages,
            int held,
            Optional<Due> due) {}

    /** @param forbidden the rule of the robots.txt that was archived last, where it forbids the address */
    record PlannedAddress(String url, Purpose purpose, Optional<Due> due, Optional<String> forbidden) {}

    /**
     * @param requests that are sure to be made, its robots.txt counted
     * @param most requests that may be made but for reports that are found
     * @param crawlDelay of the robots.txt that was archived last
     * @param robotsAt when that was
     */
    record PlannedHost(
            Origin origin,
            int governments,
            int requests,
            int most,
            Duration delay,
            Optional<Duration> crawlDelay,
            Optional<Instant> robotsAt) {
        /** The longer of the operator's and the portal's own, as far as that is kept. */
        Duration gap() {
            Duration asked = crawlDelay.orElse(Duration.ZERO);
            Duration kept = asked.compareTo(Politeness.MAX_CRAWL_DELAY) < 0 ? asked : Politeness.MAX_CRAWL_DELAY;
            return delay.compareTo(kept) > 0 ? delay : kept;
        }

        Duration takes() {
            return gap().multipliedBy(Math.max(0, requests - 1));
        }

        Duration takesAtMost() {
            return gap().multipliedBy(Math.max(0, most - 1));
        }
    }

    int requests() {
        return hosts.stream().mapToInt(PlannedHost::requests).sum();
    }

    int most() {
        return hosts.stream().mapToInt(PlannedHost::most).sum();
    }

    /** The slowest host's own least time, hours included. */
    Duration takes() {
        return inHours(
                hosts.stream().map(PlannedHost::takes).max(Duration::compareTo).orElse(Duration.ZERO));
    }

    Duration takesAtMost() {
        return inHours(hosts.stream()
                .map(PlannedHost::takesAtMost)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO));
    }

    /** What lasts so long is stretched over days where only some hours of each may be used. */
    private Duration inHours(Duration span) {
        if (hours.isEmpty()) {
            return span;
        }
        Duration open = Duration.between(hours.get().from(), hours.get().until());
        Duration day = Duration.ofDays(1);
        open = open.isNegative() || open.isZero() ? open.plus(day) : open;
        long nights = span.toMillis() / open.toMillis();
        return closedFor.plus(span).plus(day.minus(open).multipliedBy(nights));
    }
}
