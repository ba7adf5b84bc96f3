package org.annals.frontier;

import java.util.ArrayDeque;
import java.util.Deque;

/** One request at a time, and a time before the next: of a host, or of a public address that several hosts lie at. */
final class Pace {
    /** Under which the next time is kept in the file. */
    final String key;
    /** Milliseconds since 1970. */
    long nextAt;

    boolean busy;
    /** Governments whose turn lies here while it is busy. */
    final Deque<GovernmentQueue> waiting = new ArrayDeque<>();

    Pace(String key, long nextAt) {
        this.key = key;
        this.nextAt = nextAt;
    }
}
