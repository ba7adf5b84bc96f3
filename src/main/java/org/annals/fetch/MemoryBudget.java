package org.annals.fetch;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;

/**
 * Keeps the big bodies of all fetches together below a share of the heap: who wants more than is free waits, first come first served, and meanwhile the portal's
 * answer waits in the network. Safe for many threads.
 */
final class MemoryBudget {
    /** A body lies here as received, as archived and as payload at the same time, and each has to grow. */
    private static final int COPIES = 5;

    private static final int SHARE_OF_HEAP = 3;

    /** What was given to one fetch; given back by closing it, once. */
    final class Share implements AutoCloseable {
        private long bytes;

        private Share(long bytes) {
            this.bytes = bytes;
        }

        @Override
        public void close() {
            synchronized (MemoryBudget.this) {
                free += bytes;
                bytes = 0;
            }
            grant();
        }
    }

    private record Wish(long bytes, CompletableFuture<Share> given) {}

    private final long total;
    private final Deque<Wish> wishes = new ArrayDeque<>();
    private long free;

    /** @param total bytes of the heap, for copies and all */
    MemoryBudget(long total) {
        this.total = total;
        this.free = total;
    }

    static MemoryBudget ofHeap() {
        return new MemoryBudget(Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP);
    }

    /**
     * Asks for room for a body of that many bytes; one that is too big for the whole budget gets it alone. The future may be cancelled.
     */
    CompletableFuture<Share> ask(long bodyBytes) {
        CompletableFuture<Share> given = new CompletableFuture<>();
        synchronized (this) {
            wishes.add(new Wish(Math.min(bodyBytes * COPIES, total), given));
        }
        grant();
        return given;
    }

    private void grant() {
        for (Wish wish = affordable(); wish != null; wish = affordable()) {
            Share share = new Share(wish.bytes);
            if (!wish.given.complete(share)) {
                share.close(); // cancelled meanwhile
            }
        }
    }

    private synchronized Wish affordable() {
        while (!wishes.isEmpty() && wishes.peek().given.isDone()) {
            wishes.remove();
        }
        if (wishes.isEmpty() || wishes.peek().bytes > free) {
            return null;
        }
        free -= wishes.peek().bytes;
        return wishes.remove();
    }
}
