package org.annals.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.annals.capture.Outcome;
import org.annals.capture.Printable;
import org.annals.capture.Purpose;
import org.annals.crawl.CrawlListener;
import org.annals.crawl.CrawlSnapshot;

/**
 * Shows how a crawl goes on: one line that is written over on a terminal, plain lines elsewhere. The launcher says whether stderr is a terminal, which Java 17
 * cannot find out.
 */
final class ProgressDisplay implements CrawlListener, AutoCloseable {
    private static final Duration ON_TERMINAL = Duration.ofMillis(250);
    private static final Duration ELSEWHERE = Duration.ofSeconds(60);
    private static final Duration FIRST = Duration.ofSeconds(10);

    private final PrintStream err;
    private final boolean terminal;
    private final Supplier<CrawlSnapshot> source;
    private final long startedAt = System.nanoTime();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(ProgressDisplay::daemon);
    private long pagesAtFirst = -1;
    private boolean lineOpen;

    ProgressDisplay(PrintStream err, boolean terminal, Supplier<CrawlSnapshot> source) {
        this.err = err;
        this.terminal = terminal;
        this.source = source;
        long every = (terminal ? ON_TERMINAL : ELSEWHERE).toMillis();
        clock.scheduleAtFixedRate(this::tick, terminal ? every : FIRST.toMillis(), every, TimeUnit.MILLISECONDS);
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
        CrawlSnapshot now = source.get();
        if (pagesAtFirst < 0) {
            pagesAtFirst = now.pages();
        }
        Duration since = Duration.ofNanos(System.nanoTime() - startedAt);
        show(ProgressLine.of(now, since, now.pages() - pagesAtFirst));
    }

    private synchronized void show(String line) {
        if (terminal) {
            // without wrapping: what is too long for the terminal is cut at its edge
            err.print("\r\u001b[?7l" + line + "\u001b[K\u001b[?7h");
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
        err.println("annals: " + Printable.of(line));
        err.flush();
    }

    /** What brought nothing is named with its address and the rule or reason; 404s are as common as pages, and stand in the archive alone. */
    @Override
    public void attempted(String government, String url, Purpose purpose, Outcome outcome, int status, String detail) {
        switch (outcome) {
            case ARCHIVED, UNCHANGED, GONE -> {}
            default -> noted(outcome.code() + " " + url + (detail.isEmpty() ? "" : ": " + detail));
        }
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
