package org.annals.frontier;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.annals.capture.Outcome;
import org.annals.policy.Origin;
import org.annals.policy.Politeness;
import org.annals.policy.RobotsRules;

/**
 * The hosts of the run: at most one request at a time to each, and when the next may begin. The same holds for each public address, whatever hosts lie at it: the portals of
 * a province often are one machine. Which addresses a host has is told when it is about to be asked ({@link #claim}); from then on it waits for them too. Not safe for threads.
 */
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
    private final Map<String, Pace> addresses = new HashMap<>();

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
            host = new HostState(origin, pace(origin.toString()));
            hosts.put(origin, host);
        }
        return host;
    }

    private Pace pace(String key) throws SQLException {
        // a clock that was set back must not hold a host for years
        long latest = openedAt.plus(Politeness.MAX_RETRY_AFTER).toEpochMilli();
        long nextAt = Math.min(store.nextAt(key, openedAt.toEpochMilli()), latest);
        if (resumed) {
            nextAt = Math.max(nextAt, openedAt.plus(politeness.minDelay()).toEpochMilli() + 1);
        }
        return new Pace(key, nextAt);
    }

    /** Takes the host for one request; where it is not ready, the government is put where it has to wait. */
    boolean occupy(HostState host, GovernmentQueue government, long now) {
        Optional<Pace> busy = host.paces().filter(pace -> pace.busy).findFirst();
        if (busy.isPresent()) {
            turns.behind(busy.get(), government);
            return false;
        }
        long ready = readyAt(host);
        if (ready > now) {
            turns.at(ready, government);
            return false;
        }
        host.paces().forEach(pace -> hold(host, pace));
        return true;
    }

    /**
     * Takes the addresses that a host which was handed out turns out to have.
     *
     * @return false where another host at one of them is being asked, or was just now: then the host has to be given back
     */
    boolean claim(HostState host, Set<String> found, long now) throws SQLException {
        List<Pace> wanted = new ArrayList<>();
        for (String address : found) {
            Pace pace = addresses.get(address);
            if (pace == null) {
                pace = pace("address " + address);
                addresses.put(address, pace);
            }
            wanted.add(pace);
        }
        host.addresses = List.copyOf(wanted);
        List<Pace> more =
                wanted.stream().filter(pace -> !host.held.contains(pace)).toList();
        if (more.stream().anyMatch(pace -> pace.busy || pace.nextAt > now)) {
            return false;
        }
        more.forEach(pace -> hold(host, pace));
        return true;
    }

    private static void hold(HostState host, Pace pace) {
        pace.busy = true;
        host.held.add(pace);
    }

    /** After a stop the file does not say when the last request ended, so the portal's own delay is counted from the opening too. */
    void countDelayIn(HostState host, RobotsRules rules) {
        if (resumed && !host.delayKnown) {
            Instant at = politeness.nextAt(openedAt, Duration.ZERO, rules.crawlDelay(), 0, Optional.empty());
            host.own.nextAt = Math.max(host.own.nextAt, at.toEpochMilli());
        }
        host.delayKnown = true;
    }

    Optional<Refusal> givenUp(HostState host) {
        if (host.asksToBeLeft != null) {
            return Optional.of(host.asksToBeLeft);
        }
        return host.failures < MAX_FAILURES
                ? Optional.empty()
                : Optional.of(
                        new Refusal(host.lastFailure, host.origin + " failed " + host.failures + " times in a row"));
    }

    void release(Lease lease) throws SQLException {
        HostState host = of(Origin.of(lease.entry().url()));
        Optional<Completion> completion = lease.completion();
        Instant soonest = politeness.nextAt(clock.instant(), Duration.ZERO, Optional.empty(), 0, Optional.empty());
        for (Pace pace : host.held) {
            // of a lease that was withheld nothing was sent
            if (!lease.isWithheld()) {
                Optional<Instant> until =
                        completion.flatMap(pace == host.own ? Completion::releaseAt : Completion::addressAt);
                // rounded up to the millisecond
                pace.nextAt = until.orElse(soonest).plusMillis(1).toEpochMilli();
                store.nextAt(pace.key, pace.nextAt, clock.millis());
            }
            pace.busy = false;
            turns.freed(pace);
        }
        host.held.clear();
        if (completion.isPresent()) {
            Optional<Outcome> failure = completion.get().hostFailure();
            host.failures = failure.isPresent() ? host.failures + 1 : 0;
            host.lastFailure = failure.orElse(null);
            completion.get().leave().ifPresent(why -> host.asksToBeLeft = why);
            host.leftAlone = host.asksToBeLeft != null || host.leftAlone && failure.isPresent();
        }
    }

    int pacing(long now) {
        return (int) hosts.values().stream().filter(h -> waits(h, now)).count();
    }

    int backingOff(long now) {
        return (int) hosts.values().stream()
                .filter(h -> waits(h, now) && h.failures > 0)
                .count();
    }

    int leftAlone() {
        return (int) hosts.values().stream().filter(h -> h.leftAlone).count();
    }

    private static boolean waits(HostState host, long now) {
        return !host.own.busy && readyAt(host) > now;
    }

    private static long readyAt(HostState host) {
        return host.paces().mapToLong(pace -> pace.nextAt).max().orElseThrow();
    }
}
