package org.annals.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.annals.crawl.CrawlListener;
import org.annals.crawl.CrawlSnapshot;

/**
 * Shows how a crawl goes on: one line that is written over on a terminal, plain lines elsewhere. The launcher says whether stderr is a terminal, which Java 17
 * cannot find out.
 */
final class ProgressDisplay implements CrawlListener, AutoCloseable {
    private static final Duration ON_TERMINAL = Duration.ofMillis(250);
    private static final Duration ELSEWHERE = Duration.ofSeconds(10);

    private final PrintStream err;
    private final boolean terminal;
    private final Supplier<CrawlSnapshot> source;
    private final long startedAt = System.nanoTime();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(ProgressDisplay::daemon);
    private boolean lineOpen;

    ProgressDisplay(PrintStream err, boolean terminal, Supplier<CrawlSnapshot> source) {
        this.err = err;
        this.terminal = terminal;
        this.source = source;
        long every = (terminal ? ON_TERMINAL : ELSEWHERE).toMillis();
        clock.scheduleAtFixedRate(this::tick, every, every, TimeUnit.MILLISECONDS);
    }

    static boolean onTerminal() {
        return Boolean.getBoolean("annals.stderr.terminal");
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "progress");
        thread.setDaemon(true);
        return thread;
    }

    private void tick() {
        show(line(source.get()));
    }

    private String line(CrawlSnapshot now) {
        long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - startedAt);
        String line = "%d:%02d  hosts %d active, %d waiting for pace%s | pages %d | reports %d | to do %d | errors %d"
                .formatted(
                        seconds / 60,
                        seconds % 60,
                        now.hostsActive(),
                        now.hostsPacing(),
                        now.hostsBackingOff() == 0 ? "" : " (" + now.hostsBackingOff() + " after a failure)",
                        now.pages(),
                        now.reports(),
                        now.addressesWaiting(),
                        now.errors());
        return now.refused() == 0 ? line : line + " | refused " + now.refused();
    }

    private synchronized void show(String line) {
        if (terminal) {
            err.print("\r" + line + "\u001b[K");
            lineOpen = true;
        } else {
            err.println(line);
        }
        err.flush();
    }

    @Override
    public synchronized void noted(String line) {
        if (lineOpen) {
            err.print("\r\u001b[K");
            lineOpen = false;
        }
        err.println("annals: " + line);
        err.flush();
    }

    @Override
    public void reportFound(String government, String url) {
        noted("report found: " + url);
    }

    /** Takes the line away, so that results can be printed. */
    synchronized void end() {
        clock.shutdownNow();
        if (lineOpen) {
            err.print("\r\u001b[K");
            err.flush();
            lineOpen = false;
        }
    }

    @Override
    public void close() {
        end();
    }
}
