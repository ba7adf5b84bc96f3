package org.annals.document;

import java.util.ArrayDeque;
import java.util.Deque;

/** Numbers the tables of a page in document order, nested ones included, as a person counting them in the source would. */
final class TableCount {
    private final Deque<Integer> open = new ArrayDeque<>();
    private int seen;

    void enter() {
        open.push(++seen);
    }

    void leave() {
        open.poll();
    }

    int current() {
        return open.isEmpty() ? seen : open.peek();
    }
}
