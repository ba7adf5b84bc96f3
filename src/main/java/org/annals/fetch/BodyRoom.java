package org.annals.fetch;

import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** The room in memory of one fetch: small bodies need not ask, a big one asks once, for all that it may become. For one thread, but for {@link #close}. */
final class BodyRoom implements AutoCloseable {
    /** Bodies up to here need not ask; nearly all pages are shorter. */
    static final int SMALL = 256 << 10;

    private final MemoryBudget budget;
    private final Attempt attempt;
    private final Deadline deadline;
    private volatile MemoryBudget.Share share;

    BodyRoom(MemoryBudget budget, Attempt attempt, Deadline deadline) {
        this.budget = budget;
        this.attempt = attempt;
        this.deadline = deadline;
    }

    boolean isTaken() {
        return share != null;
    }

    /** Waits for room for that many bytes of body; the portal's time stands still meanwhile. To be called once. */
    void take(long bytes) throws IOException {
        CompletableFuture<MemoryBudget.Share> given = budget.ask(bytes);
        attempt.hold(given);
        deadline.pause();
        try {
            share = given.get();
        } catch (CancellationException | ExecutionException e) {
            throw new IOException("broken off while waiting for memory", e);
        } catch (InterruptedException e) {
            given.cancel(false);
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for memory", e);
        } finally {
            deadline.resume();
        }
    }

    @Override
    public void close() {
        if (share != null) {
            share.close();
        }
    }
}
