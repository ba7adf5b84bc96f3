package org.annals.frontier;

import java.util.ArrayDeque;
import java.util.Deque;
import org.annals.policy.Origin;

/** One origin while the program runs: when it may be asked again, and who waits for it. */
final class HostState {
    final Origin origin;
    /** Milliseconds since 1970. */
    long nextAt;

    int failures;
    boolean busy;
    /** Whether the portal's Crawl-delay was counted in since the file was opened. */
    boolean delayKnown;
    /** Governments whose turn lies on this host while it is busy. */
    final Deque<GovernmentQueue> waiting = new ArrayDeque<>();

    HostState(Origin origin, long nextAt, int failures) {
        this.origin = origin;
        this.nextAt = nextAt;
        this.failures = failures;
    }
}
