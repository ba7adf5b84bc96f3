package org.annals.frontier;

import edu.uci.ics.crawler4j.frontier.Frontier;
import edu.uci.ics.crawler4j.url.WebURL;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.annals.capture.Outcome;
import org.annals.capture.Purpose;
import org.annals.capture.RunId;
import org.annals.capture.Via;
import org.annals.policy.Decision;
import org.annals.policy.Origin;
import org.annals.policy.Politeness;
import org.annals.policy.RobotsRules;

/**
 * What to ask for next. An address is handed out when its host is ready (its delay counted from the end of the last request), nobody else asks that host, its robots.txt has been
 * read, and it is its government's turn: so a worker is busy only while bytes flow. Every change of state is one transaction of the file. Safe for many threads.
 */
public final class HostFrontier implements Frontier, AutoCloseable {
    private final Path file;
    private final Clock clock;
    private final Politeness politeness;
    private final FollowRule rule;
    private final FrontierStore store;
    private final EntryRows rows;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<String, GovernmentQueue> governments = new HashMap<>();
    private final Map<Origin, HostState> hosts = new HashMap<>();
    private final Set<String> robotsInFlight = new HashSet<>();
    private final Turns turns = new Turns();
    private RobotsBook robots;
    private Instant openedAt;
    private boolean resumed;
    private boolean stopped;
    private long watchedUntil = Long.MAX_VALUE;
    private int active;
    private int docIds;
    private long unfinished;
    private long waiting;
    private long assigned;
    private long processed;

    private HostFrontier(Path file, Clock clock, Politeness politeness, FollowRule rule, FrontierStore store) {
        this.file = file;
        this.clock = clock;
        this.politeness = politeness;
        this.rule = rule;
        this.store = store;
        this.rows = new EntryRows(store);
    }

    /**
     * @param file begun anew where it is missing or damaged
     * @param clock should be steady: pace is measured with it
     * @throws FrontierException if the file can neither be opened nor be begun
     */
    public static HostFrontier open(Path file, Clock clock, Politeness politeness, FollowRule rule) throws IOException {
        try {
            return new HostFrontier(file, clock, politeness, rule, FrontierStore.open(file));
        } catch (SQLException e) {
            throw new FrontierException("cannot open " + file + ": " + e.getMessage() + "; delete it and go on", e);
        }
    }

    /** Whether the file holds the state of that run. */
    public boolean holds(RunId run) throws IOException {
        return in("read", () -> store.meta("run").equals(Optional.of(run.value())));
    }

    /** Begins a run with each government's starting addresses, in the order given. Only the hosts' next times are kept of what the file held. */
    public void begin(RunId run, Map<String, List<Offer>> starts) throws IOException {
        in("begin", () -> {
            store.clear();
            for (String code : starts.keySet()) {
                GovernmentQueue.insert(store, code);
            }
            for (GovernmentQueue government : GovernmentQueue.all(store)) {
                for (Offer offer : starts.get(government.code)) {
                    rows.add(government.id, offer, false);
                }
            }
            store.meta("run", run.value());
            return null;
        });
    }

    /**
     * Reads the run's state; to be called once, before anything below.
     *
     * @param taken up after a stop or a crash: then the end of the last requests is not known, and every host waits its delay from now
     */
    public void load(boolean taken) throws IOException {
        in("read", () -> {
            openedAt = clock.instant();
            resumed = taken;
            rows.endLeases();
            robots = new RobotsBook(store);
            for (GovernmentQueue government : GovernmentQueue.all(store)) {
                governments.put(government.code, government);
            }
            return null;
        });
    }

    /** Lets the run begin, or go on. */
    public void start() throws IOException {
        in("start", () -> {
            for (GovernmentQueue government : governments.values()) {
                if (!government.isFinished()) {
                    decide(government);
                }
                if (!government.isFinished()) {
                    unfinished++;
                }
            }
            waiting = rows.count(EntryState.READY);
            GovernmentQueue.all(store).stream()
                    .map(g -> governments.get(g.code))
                    .filter(g -> !g.isFinished())
                    .forEach(g -> turns.at(g.readyAt, g));
            return null;
        });
    }

    // what the archive knows and the file does not

    /** Whether nothing is left to do for that address of that government. */
    public boolean isSettled(String government, String url, Purpose purpose) throws IOException {
        return in("read", () -> {
            if (purpose == Purpose.ROBOTS) {
                return robots.isAnswered(url);
            }
            GovernmentQueue queue = governments.get(government);
            return queue == null
                    || rows.find(queue.id, queue.code, url)
                            .filter(f -> f.state() == EntryState.DONE)
                            .isPresent();
        });
    }

    /** The entry of an address, if the government has it. */
    public Optional<Entry> find(String government, String url) throws IOException {
        return in("read", () -> {
            GovernmentQueue queue = governments.get(government);
            return queue == null
                    ? Optional.empty()
                    : rows.find(queue.id, queue.code, url).map(EntryRows.Found::entry);
        });
    }

    /** Settles an address as the archive tells; it is added where the file lacks it. */
    public void restore(String government, Offer asked, List<Offer> links, Completion completion) throws IOException {
        in("restore", () -> {
            if (asked.purpose() == Purpose.ROBOTS) {
                settleRobots(asked.url(), 0, completion);
                return null;
            }
            GovernmentQueue queue = governments.get(government);
            rows.add(queue.id, asked, false);
            Optional<EntryRows.Found> found = rows.find(queue.id, queue.code, asked.url());
            if (found.isPresent() && found.get().state() != EntryState.DONE) {
                settle(queue, found.get().entry(), links, completion);
            }
            return null;
        });
    }

    /** Notes how often an unsettled address was asked for in vain. */
    public void restoreAttempts(String government, String url, Purpose purpose, int attempts) throws IOException {
        in("restore", () -> {
            if (purpose == Purpose.ROBOTS) {
                robots.retry(url, attempts, 0);
                return null;
            }
            GovernmentQueue queue = governments.get(government);
            Optional<EntryRows.Found> found = rows.find(queue.id, queue.code, url);
            if (found.isPresent() && found.get().state() == EntryState.READY) {
                rows.retry(found.get().entry().id(), attempts, 0);
            }
            return null;
        });
    }

    /** Addresses beside the seeds whose hosts count as the government's own. */
    public List<String> scope(String government) throws IOException {
        return in("read", () -> {
            GovernmentQueue queue = governments.get(government);
            return queue == null ? List.of() : store.scope(queue.id);
        });
    }

    /** The delay that the origin's robots.txt asks for, uncapped. */
    public Optional<Duration> crawlDelay(Origin origin) throws IOException {
        return in(
                "read",
                () -> robots.look(origin, clock.instant()) instanceof RobotsBook.Look.Known known
                        ? known.rules().crawlDelay()
                        : Optional.empty());
    }

    /** Attempts in a row that the origin failed. */
    public int failures(Origin origin) throws IOException {
        return in("read", () -> host(origin).failures);
    }

    /** Governments that are not finished. */
    public int unfinished() {
        lock.lock();
        try {
            return (int) unfinished;
        } finally {
            lock.unlock();
        }
    }

    /** When the next host will be ready; empty where nothing waits for time. */
    Optional<Instant> nextTurn() {
        lock.lock();
        try {
            return turns.earliest().map(Instant::ofEpochMilli);
        } finally {
            lock.unlock();
        }
    }

    public FrontierCounts counts() {
        lock.lock();
        try {
            long now = clock.millis();
            int pacing = 0;
            int backingOff = 0;
            for (HostState host : hosts.values()) {
                if (!host.busy && host.nextAt > now) {
                    pacing++;
                    backingOff += host.failures > 0 ? 1 : 0;
                }
            }
            return new FrontierCounts(active, pacing, backingOff, waiting, (int) unfinished);
        } finally {
            lock.unlock();
        }
    }

    // the engine's side

    /** Gives one lease; waits until a host is ready. Gives none only when the run is at its end or was stopped. */
    @Override
    public void getNextURLs(int max, List<WebURL> result) {
        lock.lock();
        try {
            while (!isOver()) {
                Lease lease = nextReady();
                if (lease != null) {
                    result.add(lease);
                    changed.signal();
                    return;
                }
                if (!isOver()) {
                    await();
                }
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** One of the waiting workers watches the time of the earliest turn, the others only changes: so a turn wakes one worker and not all. */
    private void await() {
        long earliest = turns.earliest().orElse(Long.MAX_VALUE);
        boolean watch = earliest < watchedUntil;
        try {
            if (!watch) {
                changed.await();
                return;
            }
            watchedUntil = earliest;
            changed.await(Math.max(1, earliest - clock.millis()), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopped = true;
        } finally {
            if (watch && watchedUntil == earliest) {
                watchedUntil = Long.MAX_VALUE;
            }
        }
    }

    private Lease nextReady() {
        long now = clock.millis();
        while (turns.earliest().isPresent() && turns.earliest().get() <= now) {
            GovernmentQueue government = turns.take();
            Lease lease = in("take from", () -> lease(government, now), UncheckedIOException::new);
            if (lease != null) {
                active++;
                assigned++;
                return lease;
            }
        }
        return null;
    }

    /** The government's address, or the robots.txt that must be read before it, if the host is ready; else the government is put where it has to wait. */
    private Lease lease(GovernmentQueue government, long now) throws SQLException {
        if (government.next.isEmpty()) {
            decide(government);
            if (government.isFinished()) {
                unfinished--;
            } else if (government.next.isEmpty()) {
                turns.at(Math.max(government.readyAt, now + 1), government);
            } else {
                turns.at(now, government);
            }
            return null;
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
        if (known.unreachable().isPresent()) {
            return leased(entry.refusedBy(known.unreachable().get()));
        }
        RobotsRules rules = known.rules();
        Decision decision = rules.decide(entry.url());
        if (!decision.allowed()) {
            return leased(entry.refusedBy(new Refusal(Outcome.ROBOTS_DENIED, decision.rule())));
        }
        HostState host = host(origin);
        countDelayIn(host, rules);
        return occupy(host, government, now) ? leased(entry) : null;
    }

    private Lease leased(Entry entry) throws SQLException {
        rows.move(entry.id(), EntryState.LEASED);
        return new Lease(entry, ++docIds);
    }

    private Lease leaseRobots(GovernmentQueue government, RobotsBook.Look.Ask ask, long now) throws SQLException {
        if (robotsInFlight.contains(ask.url())) {
            turns.awaitRobots(ask.url(), government);
            return null;
        }
        if (ask.notBefore() > now) {
            turns.at(ask.notBefore(), government);
            return null;
        }
        if (!occupy(host(Origin.of(ask.url())), government, now)) {
            return null;
        }
        robotsInFlight.add(ask.url());
        turns.awaitRobots(ask.url(), government);
        Via via = ask.via().isEmpty() ? Via.SEED : new Via(ask.via(), "", 0);
        return new Lease(
                new Entry(
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
                        Optional.empty()),
                ++docIds);
    }

    private boolean occupy(HostState host, GovernmentQueue government, long now) {
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
    private void countDelayIn(HostState host, RobotsRules rules) {
        if (resumed && !host.delayKnown) {
            Instant at = politeness.nextAt(openedAt, Duration.ZERO, rules.crawlDelay(), 0, Optional.empty());
            host.nextAt = Math.max(host.nextAt, at.toEpochMilli());
        }
        host.delayKnown = true;
    }

    private HostState host(Origin origin) throws SQLException {
        HostState host = hosts.get(origin);
        if (host == null) {
            long[] kept = store.host(origin.toString());
            long nextAt = kept == null ? 0 : kept[0];
            // a clock that was set back must not hold a host for years
            nextAt = Math.min(nextAt, openedAt.plus(Politeness.MAX_RETRY_AFTER).toEpochMilli());
            if (resumed) {
                nextAt = Math.max(nextAt, openedAt.plus(politeness.minDelay()).toEpochMilli() + 1);
            }
            host = new HostState(origin, nextAt, kept == null ? 0 : (int) kept[1]);
            hosts.put(origin, host);
        }
        return host;
    }

    /** Takes a lease back: settled in one transaction where it is complete, else as if it had not been handed out. */
    @Override
    public void setProcessed(WebURL url) {
        Lease lease = (Lease) url;
        lock.lock();
        try {
            in(
                    "write",
                    () -> {
                        giveBack(lease);
                        return null;
                    },
                    UncheckedIOException::new);
        } finally {
            active--;
            processed++;
            changed.signal();
            lock.unlock();
        }
    }

    private void giveBack(Lease lease) throws SQLException {
        Entry entry = lease.entry();
        boolean isRobots = entry.purpose() == Purpose.ROBOTS;
        Optional<Completion> completion = lease.completion();
        long now = clock.millis();
        release(entry, completion);
        if (isRobots) {
            robotsInFlight.remove(entry.url());
            if (completion.isPresent()) {
                settleRobots(entry.url(), entry.attempts(), completion.get());
            }
            turns.robotsSettled(entry.url(), now);
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

    private void release(Entry entry, Optional<Completion> completion) throws SQLException {
        if (entry.refusal().isPresent()) {
            return;
        }
        HostState host = host(Origin.of(entry.url()));
        long soonest = politeness
                .nextAt(clock.instant(), Duration.ZERO, Optional.empty(), 0, Optional.empty())
                .toEpochMilli();
        host.nextAt = completion
                .flatMap(Completion::releaseAt)
                .map(at -> at.plusMillis(1).toEpochMilli()) // rounded up
                .orElse(soonest);
        host.failures =
                completion.map(c -> c.hostFailed() ? host.failures + 1 : 0).orElse(host.failures);
        store.host(host.origin.toString(), host.nextAt, host.failures);
        host.busy = false;
        turns.freed(host);
    }

    private void settleRobots(String url, int attempts, Completion completion) throws SQLException {
        if (completion.robots().isPresent()) {
            robots.answered(url, completion.robots().get());
        } else {
            long retryAt = completion.retryAt().orElse(clock.instant()).toEpochMilli();
            robots.retry(url, attempts + 1, retryAt);
        }
    }

    private void settle(GovernmentQueue government, Entry entry, List<Offer> links, Completion completion)
            throws SQLException {
        if (completion.retryAt().isPresent()) {
            rows.retry(
                    entry.id(), entry.attempts() + 1, completion.retryAt().get().toEpochMilli());
        } else {
            rows.move(entry.id(), EntryState.DONE);
            waiting--;
            government.count(entry, completion.verdict());
        }
        for (Offer link : links) {
            switch (rows.add(government.id, link, true)) {
                case NEW -> waiting++;
                case KNOWN_REPORT_LISTED -> government.countListedReport();
                case NOTHING -> {}
            }
        }
        for (String url : completion.scope()) {
            store.scope(government.id, url);
        }
        decide(government);
    }

    private void decide(GovernmentQueue government) throws SQLException {
        waiting += government.decide(rows, rule, clock.millis());
        government.save(store);
    }

    private boolean isOver() {
        return stopped || unfinished == 0 && active == 0;
    }

    @Override
    public boolean isFinished() {
        lock.lock();
        try {
            return isOver();
        } finally {
            lock.unlock();
        }
    }

    /** Gives out nothing more and wakes who waits; leases can still be given back. */
    @Override
    public void finish() {
        lock.lock();
        try {
            stopped = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void schedule(WebURL url) {
        ((OfferedUrl) url).schedule();
    }

    @Override
    public void scheduleAll(List<WebURL> urls) {
        urls.forEach(this::schedule);
    }

    @Override
    public long getQueueLength() {
        lock.lock();
        try {
            return waiting;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public long getNumberOfAssignedPages() {
        lock.lock();
        try {
            return assigned;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public long getNumberOfProcessedPages() {
        lock.lock();
        try {
            return processed;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public long getNumberOfScheduledPages() {
        return getNumberOfProcessedPages() + getQueueLength();
    }

    @Override
    public void close() {
        lock.lock();
        try {
            stopped = true;
            store.close();
        } catch (SQLException e) {
            throw new UncheckedIOException(fault("close", e));
        } finally {
            lock.unlock();
        }
    }

    // transactions

    @FunctionalInterface
    private interface Work<T> {
        T run() throws SQLException;
    }

    private <T> T in(String operation, Work<T> work) throws IOException {
        return in(operation, work, e -> e);
    }

    private <T, E extends Exception> T in(String operation, Work<T> work, Function<IOException, E> wrap) throws E {
        lock.lock();
        try {
            T result = work.run();
            store.commit();
            return result;
        } catch (SQLException e) {
            FrontierException fault = fault(operation, e);
            try {
                store.rollback();
            } catch (SQLException second) {
                fault.addSuppressed(second);
            }
            throw wrap.apply(fault);
        } finally {
            lock.unlock();
        }
    }

    private FrontierException fault(String operation, SQLException e) {
        return new FrontierException(
                "cannot " + operation + " " + file + ": " + e.getMessage()
                        + "; free disk space or delete the file, then give the same command again",
                e);
    }
}
