package org.annals.frontier;

import java.util.ArrayDeque;
import java.util.Deque;
import org.annals.capture.Outcome;
import org.annals.policy.Origin;

/** One origin while the program runs: when it may be asked again, and who waits for it. */
final class HostState {
    final Origin origin;
    /** Milliseconds since 1970. */
    long nextAt;

    boolean busy;
    /** In a row, since the file was opened. */
    int failures;
    /** Null after a good answer. */
    Outcome lastFailure;
    /** Whether the portal's Crawl-delay was counted in since the file was opened. */
    boolean delayKnown;
    /** Governments whose turn lies on this host while it is busy. */
    final Deque<GovernmentQueue> waiting = new ArrayDeque<>();

    HostState(Origin origin, long nextAt) {
        this.origin = origin;
        this.nextAt = nextAt;
    }
}
