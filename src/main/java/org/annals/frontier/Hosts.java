package org.annals.frontier;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.annals.capture.Outcome;
import org.annals.policy.Origin;
import org.annals.policy.Politeness;
import org.annals.policy.RobotsRules;

/** The hosts of the run: at most one request at a time to each, and when the next may begin. Not safe for threads. */
final class Hosts {
    /** Failures in a row after which a host is left alone for the rest of the run: a portal that went down must not keep the others waiting for days. */
    static final int MAX_FAILURES = 8;

    private final FrontierStore store;
    private final Turns turns;
    private final Politeness politeness;
    private final Clock clock;
    private final Instant openedAt;
    private final boolean resumed;
    private final Map<Origin, HostState> hosts = new HashMap<>();

    Hosts(FrontierStore store, Turns turns, Politeness politeness, Clock clock, boolean resumed) {
        this.store = store;
        this.turns = turns;
        this.politeness = politeness;
        this.clock = clock;
        this.openedAt = clock.instant();
        this.resumed = resumed;
    }

    HostState of(Origin origin) throws SQLException {
        HostState host = hosts.get(origin);
        if (host == null) {
            // a clock that was set back must not hold a host for years
            long latest = openedAt.plus(Politeness.MAX_RETRY_AFTER).toEpochMilli();
            long nextAt = Math.min(store.nextAt(origin.toString()), latest);
            if (resumed) {
                nextAt = Math.max(nextAt, openedAt.plus(politeness.minDelay()).toEpochMilli() + 1);
            }
            host = new HostState(origin, nextAt);
            hosts.put(origin, host);
        }
        return host;
    }

    /** Takes the host for one request; where it is not ready, the government is put where it has to wait. */
    boolean occupy(HostState host, GovernmentQueue government, long now) {
        if (host.busy) {
            turns.behind(host, government);
            return false;
        }
        if (host.nextAt > now) {
            turns.at(host.nextAt, government);
            return false;
        }
        host.busy = true;
        return true;
    }

    /** After a stop the file does not say when the last request ended, so the portal's own delay is counted from the opening too. */
    void countDelayIn(HostState host, RobotsRules rules) {
        if (resumed && !host.delayKnown) {
            Instant at = politeness.nextAt(openedAt, Duration.ZERO, rules.crawlDelay(), 0, Optional.empty());
            host.nextAt = Math.max(host.nextAt, at.toEpochMilli());
        }
        host.delayKnown = true;
    }

    Optional<Refusal> givenUp(HostState host) {
        return host.failures < MAX_FAILURES
                ? Optional.empty()
                : Optional.of(
                        new Refusal(host.lastFailure, host.origin + " failed " + host.failures + " times in a row"));
    }

    void release(Entry entry, Optional<Completion> completion) throws SQLException {
        HostState host = of(Origin.of(entry.url()));
        Instant soonest = politeness.nextAt(clock.instant(), Duration.ZERO, Optional.empty(), 0, Optional.empty());
        // rounded up to the millisecond
        host.nextAt = completion
                .flatMap(Completion::releaseAt)
                .orElse(soonest)
                .plusMillis(1)
                .toEpochMilli();
        if (completion.isPresent()) {
            Optional<Outcome> failure = completion.get().hostFailure();
            host.failures = failure.isPresent() ? host.failures + 1 : 0;
            host.lastFailure = failure.orElse(null);
        }
        store.nextAt(host.origin.toString(), host.nextAt);
        host.busy = false;
        turns.freed(host);
    }

    int pacing(long now) {
        return (int) hosts.values().stream().filter(h -> waits(h, now)).count();
    }

    int backingOff(long now) {
        return (int) hosts.values().stream()
                .filter(h -> waits(h, now) && h.failures > 0)
                .count();
    }

    private static boolean waits(HostState host, long now) {
        return !host.busy && host.nextAt > now;
    }
}
