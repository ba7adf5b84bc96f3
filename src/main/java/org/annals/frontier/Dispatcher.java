package org.annals.frontier;

import java.sql.SQLException;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.annals.capture.Finish;
import org.annals.capture.Outcome;
import org.annals.capture.Purpose;
import org.annals.capture.Via;
import org.annals.policy.Decision;
import org.annals.policy.Origin;
import org.annals.policy.Politeness;

/** Hands addresses out when their time has come, and takes them back. Not safe for threads; within a transaction of {@link HostFrontier}. */
final class Dispatcher {
    private final FrontierStore store;
    private final EntryRows rows;
    private final FollowRule rule;
    private final Clock clock;
    private final Turns turns = new Turns();
    private final Hosts hosts;
    private final RobotsBook robots;
    private final DeadEnds deadEnds;
    private final ChangingNumbers numbers;
    private final Set<String> robotsInFlight = new HashSet<>();
    private final Map<String, GovernmentQueue> governments = new TreeMap<>();
    private int docIds;
    private int unfinished;
    private long waiting;

    Dispatcher(
            FrontierStore store, EntryRows rows, FollowRule rule, Clock clock, Politeness politeness, boolean resumed)
            throws SQLException {
        this.store = store;
        this.rows = rows;
        this.rule = rule;
        this.clock = clock;
        this.hosts = new Hosts(store, turns, politeness, clock, resumed);
        this.robots = new RobotsBook(store);
        this.deadEnds = new DeadEnds(store, rows);
        this.numbers = new ChangingNumbers(rows);
        for (GovernmentQueue government : GovernmentQueue.all(store)) {
            governments.put(government.code, government);
        }
    }

    /** Null where the run has no such government. */
    GovernmentQueue government(String code) {
        return governments.get(code);
    }

    Turns turns() {
        return turns;
    }

    Hosts hosts() {
        return hosts;
    }

    RobotsBook robots() {
        return robots;
    }

    int unfinished() {
        return unfinished;
    }

    long waiting() {
        return waiting;
    }

    long reports() {
        return governments.values().stream()
                .mapToLong(GovernmentQueue::reportsFetched)
                .sum();
    }

    List<Finish> finishes() {
        return governments.values().stream()
                .filter(GovernmentQueue::isFinished)
                .map(GovernmentQueue::finish)
                .toList();
    }

    List<Unasked> unasked() {
        return governments.values().stream()
                .flatMap(government -> government.unasked().stream())
                .toList();
    }

    /** Gives every unfinished government its first turn, in the order in which they were begun with. */
    void start() throws SQLException {
        List<GovernmentQueue> inOrder = governments.values().stream()
                .sorted((a, b) -> Long.compare(a.id, b.id))
                .toList();
        for (GovernmentQueue government : inOrder) {
            if (!government.isFinished()) {
                decide(government);
            }
            if (!government.isFinished()) {
                unfinished++;
                turns.at(government.readyAt, government);
            }
        }
        waiting = rows.count(EntryState.READY);
    }

    /** The government's address, or the robots.txt that must be read before it, if the host is ready; else the government is put where it has to wait. */
    Optional<Lease> lease(GovernmentQueue government, long now) throws SQLException {
        if (government.next.isEmpty()) {
            return waitOrFinish(government, now);
        }
        Entry entry = government.next.get();
        if (entry.refusal().isPresent()) {
            return leased(entry);
        }
        Origin origin = Origin.of(entry.url());
        RobotsBook.Look look = robots.look(origin, clock.instant());
        if (look instanceof RobotsBook.Look.Ask ask) {
            return leaseRobots(government, ask, now);
        }
        RobotsBook.Look.Known known = (RobotsBook.Look.Known) look;
        HostState host = hosts.of(origin);
        Optional<Refusal> refusal = refusal(entry, known, host);
        if (refusal.isPresent()) {
            return leased(entry.refusedBy(refusal.get()));
        }
        hosts.countDelayIn(host, known.rules());
        return hosts.occupy(host, government, now) ? leased(entry) : Optional.empty();
    }

    private Optional<Lease> waitOrFinish(GovernmentQueue government, long now) throws SQLException {
        decide(government);
        if (government.isFinished()) {
            unfinished--;
        } else {
            turns.at(government.next.isEmpty() ? Math.max(government.readyAt, now + 1) : now, government);
        }
        return Optional.empty();
    }

    private Optional<Refusal> refusal(Entry entry, RobotsBook.Look.Known known, HostState host) {
        Optional<Refusal> given = known.unreachable().or(() -> hosts.givenUp(host));
        if (given.isPresent()) {
            host.leftAlone = true;
        }
        if (known.unreachable().isPresent()) {
            return given;
        }
        Decision decision = known.rules().decide(entry.url());
        return decision.allowed() ? given : Optional.of(new Refusal(Outcome.ROBOTS_DENIED, decision.rule()));
    }

    private Optional<Lease> leased(Entry entry) throws SQLException {
        rows.move(entry.id(), EntryState.LEASED);
        return Optional.of(new Lease(entry, ++docIds));
    }

    private Optional<Lease> leaseRobots(GovernmentQueue government, RobotsBook.Look.Ask ask, long now)
            throws SQLException {
        if (robotsInFlight.contains(ask.url())) {
            turns.awaitRobots(ask.url(), government);
            return Optional.empty();
        }
        if (ask.notBefore() > now) {
            turns.at(ask.notBefore(), government);
            return Optional.empty();
        }
        if (!hosts.occupy(hosts.of(Origin.of(ask.url())), government, now)) {
            return Optional.empty();
        }
        robotsInFlight.add(ask.url());
        turns.awaitRobots(ask.url(), government);
        Via via = ask.via().isEmpty() ? Via.SEED : new Via(ask.via(), "", 0);
        Entry entry = new Entry(
                -1,
                government.code,
                ask.url(),
                Purpose.ROBOTS,
                0,
                via,
                ask.hops(),
                false,
                false,
                ask.attempts(),
                Optional.empty());
        return Optional.of(new Lease(entry, ++docIds));
    }

    /** See {@link HostFrontier#claim}. */
    boolean claim(Lease lease, Set<String> addresses) throws SQLException {
        return hosts.claim(hosts.of(Origin.of(lease.entry().url())), addresses, clock.millis());
    }

    void giveBack(Lease lease) throws SQLException {
        Entry entry = lease.entry();
        Optional<Completion> completion = lease.completion();
        if (entry.refusal().isEmpty()) {
            hosts.release(lease);
        }
        if (entry.purpose() == Purpose.ROBOTS) {
            robotsInFlight.remove(entry.url());
            if (completion.isPresent()) {
                settleRobots(entry.government(), entry.url(), entry.attempts(), lease.offers(), completion.get());
            }
            turns.robotsSettled(entry.url(), clock.millis());
            return;
        }
        GovernmentQueue government = governments.get(entry.government());
        if (completion.isPresent()) {
            settle(government, entry, lease.offers(), completion.get());
        } else {
            rows.move(entry.id(), EntryState.READY);
            decide(government);
        }
        if (government.isFinished()) {
            unfinished--;
        } else {
            turns.at(government.readyAt, government);
        }
    }

    /** @param sitemaps for the government that the file was asked for; another one of the host finds its way by its home page */
    void settleRobots(String government, String url, int attempts, List<Offer> sitemaps, Completion completion)
            throws SQLException {
        if (completion.robots().isEmpty()) {
            long retryAt = completion.retryAt().orElse(clock.instant()).toEpochMilli();
            robots.retry(url, attempts + 1, retryAt);
            return;
        }
        robots.answered(url, completion.robots().get());
        GovernmentQueue queue = governments.get(government);
        if (queue != null && !queue.isFinished()) {
            for (Offer sitemap : sitemaps) {
                add(queue, sitemap, 0);
            }
        }
    }

    void settle(GovernmentQueue government, Entry entry, List<Offer> found, Completion completion) throws SQLException {
        if (completion.retryAt().isPresent()) {
            long retryAt = completion.retryAt().get().toEpochMilli();
            rows.retry(entry.id(), entry.attempts() + 1, retryAt);
            decide(government);
            return;
        }
        rows.move(entry.id(), EntryState.DONE);
        waiting--;
        government.count(entry, completion.verdict());
        List<Offer> links = numbers.known(government.id, found);
        boolean fresh = false;
        for (Offer link : links) {
            if (link.purpose() == Purpose.REPORT) {
                fresh |= add(government, link, 0) && link.refusal().isEmpty();
            }
        }
        int barren = deadEnds.barren(entry, completion.verdict(), fresh);
        waiting -= deadEnds.settled(government, entry, completion, barren);
        ColumnsAlike.settled(rows, government, entry, completion.verdict());
        for (Offer link : links) {
            if (link.purpose() != Purpose.REPORT && deadEnds.isWorthAsking(government, link, barren)) {
                add(government, link, barren);
            }
        }
        for (String url : completion.scope()) {
            store.scope(government.id, url);
        }
        decide(government);
    }

    /** @return whether it is new, or a known report that is listed still */
    private boolean add(GovernmentQueue government, Offer found, int barren) throws SQLException {
        Offer link = deadEnds.plain(government, found);
        if (!link.known() && deadEnds.isAnotherSession(government, link.url())) {
            return false;
        }
        EntryRows.Added added = rows.addFound(government.id, link, barren);
        switch (added) {
            case NEW -> waiting++;
            case KNOWN_REPORT_LISTED -> government.countListedReport();
            case NOTHING -> {}
        }
        return added != EntryRows.Added.NOTHING;
    }

    private void decide(GovernmentQueue government) throws SQLException {
        waiting += government.decide(rows, rule, clock.millis());
        government.save(store);
    }
}
