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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.annals.capture.Finish;
import org.annals.capture.Purpose;
import org.annals.capture.RunId;
import org.annals.policy.Origin;
import org.annals.policy.Politeness;

/**
 * What to ask for next. An address is handed out when its host is ready (its delay counted from the end of the last request), nobody else asks that host, its robots.txt has been
 * read, and it is its government's turn: so a worker is busy only while bytes flow. Every change of state is one transaction of the file. Safe for many threads.
 *
 * <p>A run is first begun with {@link #begin} or found with {@link #holds}, then loaded, then completed from the archive with the {@code restore} methods, then started.
 */
public final class HostFrontier implements Frontier, AutoCloseable {
    private static final long LOOK_AT_THE_CLOCK_MILLIS = 1_000;

    private final Clock clock;
    private final Politeness politeness;
    private final FollowRule rule;
    private final FrontierStore store;
    private final EntryRows rows;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private Dispatcher dispatcher;
    private Opening opening = Opening.ALWAYS;
    private boolean stopped;
    private long watchedUntil = Long.MAX_VALUE;
    private int active;
    private long assigned;
    private long processed;

    private HostFrontier(Clock clock, Politeness politeness, FollowRule rule, FrontierStore store) {
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
        return new HostFrontier(clock, politeness, rule, FrontierStore.open(file));
    }

    /** What was wrong with the file that was there, where it had to be begun anew. */
    public Optional<String> replaced() {
        return store.replaced();
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
                    rows.add(government.id, offer);
                }
            }
            store.meta("run", run.value());
            return null;
        });
    }

    /**
     * Reads the run's state.
     *
     * @param resumed after a stop or a crash: then the end of the last requests is not known, and every host waits its delay from now
     */
    public void load(boolean resumed) throws IOException {
        in("read", () -> {
            rows.endLeases();
            dispatcher = new Dispatcher(store, rows, rule, clock, politeness, resumed);
            return null;
        });
    }

    /** Lets the run begin, or go on. */
    public void start() throws IOException {
        start(Opening.ALWAYS);
    }

    /** The same, within the hours of the day that the operator allows. */
    public void start(Opening hours) throws IOException {
        in("start", () -> {
            opening = hours;
            dispatcher.start();
            return null;
        });
    }

    // what the archive knows and the file does not

    /** Whether nothing is left to do for that address of that government. */
    public boolean isSettled(String government, String url, Purpose purpose) throws IOException {
        return in(
                "read",
                () -> purpose == Purpose.ROBOTS
                        ? dispatcher.robots().isAnswered(url)
                        : dispatcher.government(government) == null
                                || row(government, url)
                                        .filter(f -> f.state() == EntryState.DONE)
                                        .isPresent());
    }

    /** The entry of an address, if the government has it. */
    public Optional<Entry> find(String government, String url) throws IOException {
        return in("read", () -> row(government, url).map(EntryRows.Found::entry));
    }

    private Optional<EntryRows.Found> row(String government, String url) throws SQLException {
        GovernmentQueue queue = dispatcher.government(government);
        return queue == null ? Optional.empty() : rows.find(queue.id, queue.code, url);
    }

    /** Settles an address as the archive tells; it is added where the file lacks it. */
    public void restore(String government, Offer asked, List<Offer> links, Completion completion) throws IOException {
        in("restore", () -> {
            if (asked.purpose() == Purpose.ROBOTS) {
                dispatcher.settleRobots(government, asked.url(), 0, links, completion);
                return null;
            }
            GovernmentQueue queue = dispatcher.government(government);
            rows.add(queue.id, asked);
            Optional<EntryRows.Found> found = row(government, asked.url());
            if (found.isPresent() && found.get().state() != EntryState.DONE) {
                dispatcher.settle(queue, found.get().entry(), links, completion);
            }
            return null;
        });
    }

    /** Notes how often an unsettled address was asked for in vain. */
    public void restoreAttempts(String government, String url, Purpose purpose, int attempts) throws IOException {
        in("restore", () -> {
            if (purpose == Purpose.ROBOTS) {
                dispatcher.robots().retry(url, attempts, 0);
                return null;
            }
            Optional<EntryRows.Found> found = row(government, url);
            if (found.isPresent() && found.get().state() == EntryState.READY) {
                rows.retry(found.get().entry().id(), attempts, 0);
            }
            return null;
        });
    }

    /** Addresses beside the seeds whose hosts count as the government's own. */
    public List<String> scope(String government) throws IOException {
        return in("read", () -> {
            GovernmentQueue queue = dispatcher.government(government);
            return queue == null ? List.of() : store.scope(queue.id);
        });
    }

    // what the crawl and its watchers want to know

    /** The delay that the origin's robots.txt asks for, uncapped. */
    public Optional<Duration> crawlDelay(Origin origin) throws IOException {
        return in(
                "read",
                () -> dispatcher.robots().look(origin, clock.instant()) instanceof RobotsBook.Look.Known known
                        ? known.rules().crawlDelay()
                        : Optional.empty());
    }

    /** Attempts in a row that the origin failed. */
    public int failures(Origin origin) throws IOException {
        return in("read", () -> dispatcher.hosts().of(origin).failures);
    }

    /** How the finished governments came to their ends. */
    public List<Finish> finishes() throws IOException {
        return in("read", () -> dispatcher.finishes());
    }

    /** What finished governments knew of and left. */
    public List<Unasked> unasked() throws IOException {
        return in("read", () -> dispatcher.unasked());
    }

    /** Governments that are not finished. */
    public int unfinished() {
        return counts().governments();
    }

    public FrontierCounts counts() {
        lock.lock();
        try {
            long now = clock.millis();
            return new FrontierCounts(
                    active,
                    dispatcher.turns().due(now),
                    dispatcher.hosts().pacing(now),
                    dispatcher.hosts().backingOff(now),
                    dispatcher.hosts().leftAlone(),
                    dispatcher.waiting(),
                    dispatcher.unfinished(),
                    dispatcher.reports(),
                    dispatcher.turns().earliest().map(Instant::ofEpochMilli));
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
                Duration closed = opening.closedFor();
                if (!closed.isZero()) {
                    awaitOpening(closed);
                    continue;
                }
                Optional<Lease> lease = nextReady();
                if (lease.isPresent()) {
                    result.add(lease.get());
                    changed.signal();
                    return;
                }
                if (!isOver()) {
                    await();
                }
            }
            changed.signalAll();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            lock.unlock();
        }
    }

    /** One of the waiting workers watches the time of the earliest turn, the others only changes: so a turn wakes one worker and not all. */
    private void await() {
        long earliest = dispatcher.turns().earliest().orElse(Long.MAX_VALUE);
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

    /** Looks again after a while, since the time of the day may jump. */
    private void awaitOpening(Duration closed) {
        try {
            changed.await(Math.min(closed.toMillis() + 1, LOOK_AT_THE_CLOCK_MILLIS), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopped = true;
        }
    }

    private Optional<Lease> nextReady() throws IOException {
        long now = clock.millis();
        Turns turns = dispatcher.turns();
        while (turns.earliest().isPresent() && turns.earliest().get() <= now) {
            GovernmentQueue government = turns.take();
            Optional<Lease> lease = in("take from", () -> dispatcher.lease(government, now));
            if (lease.isPresent()) {
                active++;
                assigned++;
                return lease;
            }
        }
        return Optional.empty();
    }

    /**
     * Asks, when a host is about to be connected to, whether its public addresses are free: another host may lie at one of them. Where it may not be asked now, the
     * lease is to be given back as it is, and comes again in its time.
     */
    public boolean claim(Lease lease, Set<String> addresses) throws IOException {
        return in("write", () -> {
            boolean claimed = !stopped && opening.closedFor().isZero() && dispatcher.claim(lease, addresses);
            if (!claimed) {
                lease.withhold();
            }
            return claimed;
        });
    }

    /** Takes a lease back: settled in one transaction where it is complete, else as if it had not been handed out. */
    @Override
    public void setProcessed(WebURL url) {
        lock.lock();
        try {
            in("write", () -> {
                dispatcher.giveBack((Lease) url);
                return null;
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            active--;
            processed++;
            changed.signal();
            lock.unlock();
            ((Lease) url).givenBack();
        }
    }

    private boolean isOver() {
        return stopped || dispatcher.unfinished() == 0 && active == 0;
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
        return counts().waiting();
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
            changed.signalAll();
            store.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            lock.unlock();
        }
    }

    private <T> T in(String operation, FrontierStore.Work<T> work) throws IOException {
        lock.lock();
        try {
            return store.transaction(operation, work);
        } finally {
            lock.unlock();
        }
    }
}
