package org.annals.fetch;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The time that a portal has for one phase of a fetch; what the program itself makes it wait does not count. For one thread. */
final class Deadline implements AutoCloseable {
    private final ScheduledExecutorService timer;
    private final Attempt attempt;
    private long leftNanos;
    private long since;
    private Future<?> end;

    Deadline(ScheduledExecutorService timer, Attempt attempt) {
        this.timer = timer;
        this.attempt = attempt;
    }

    /** Begins anew. */
    void set(Duration limit) {
        close();
        leftNanos = limit.toNanos();
        resume();
    }

    void pause() {
        close();
        leftNanos -= System.nanoTime() - since;
    }

    void resume() {
        since = System.nanoTime();
        end = timer.schedule(
                () -> attempt.breakOff(Attempt.Break.DEADLINE), Math.max(0, leftNanos), TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
        if (end != null) {
            end.cancel(false);
        }
    }
}
