package org.annals.cli;

import java.io.PrintWriter;
import java.util.concurrent.TimeUnit;
import org.annals.capture.Printable;

/** Tells on a terminal how far the reading of files has come, in one line that is written over; elsewhere nothing. */
final class ByteProgress implements AutoCloseable {
    private static final String CLEAR = "\r\u001b[K";
    private static final long EVERY = TimeUnit.MILLISECONDS.toNanos(200);

    private final PrintWriter err;
    private final boolean shown = ProgressDisplay.onTerminal();
    private final long startedAt = System.nanoTime();
    private long lastAt = startedAt;
    private boolean lineOpen;

    ByteProgress(PrintWriter err) {
        this.err = err;
    }

    /**
     * @param what the file, or the step
     * @param done of {@code total} bytes; a total of zero shows none
     */
    synchronized void at(String what, long done, long total) {
        long now = System.nanoTime();
        if (!shown || now - lastAt < EVERY) {
            return;
        }
        lastAt = now;
        long seconds = TimeUnit.NANOSECONDS.toSeconds(now - startedAt);
        String share = total > 0 ? "%3d%% ".formatted(Math.min(100, 100 * done / total)) : "";
        err.print(CLEAR + "%d:%02d  %s%s".formatted(seconds / 60, seconds % 60, share, Printable.of(what)));
        err.flush();
        lineOpen = true;
    }

    /** Takes the line away, so that something else can be printed. */
    synchronized void pause() {
        if (lineOpen) {
            err.print(CLEAR);
            err.flush();
            lineOpen = false;
        }
    }

    @Override
    public void close() {
        pause();
    }
}
