package org.annals.frontier;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.annals.capture.Outcome;
import org.annals.policy.Origin;

/** One origin while the program runs: its own pace, and that of the machines it was seen to lie on. */
final class HostState {
    final Origin origin;
    final Pace own;
    /** Of the public addresses that its name gave the last time; empty before that. */
    List<Pace> addresses = List.of();
    /** What is taken for the request that is under way; empty while there is none. */
    final List<Pace> held = new ArrayList<>();
    /** In a row, since the file was opened. */
    int failures;
    /** Null after a good answer. */
    Outcome lastFailure;
    /** Why it is asked no more, by its own wish; null where it has none. */
    Refusal asksToBeLeft;
    /** Whether the portal's Crawl-delay was counted in since the file was opened. */
    boolean delayKnown;

    /** Whether an address of it was refused because the host cannot be read. */
    boolean leftAlone;

    HostState(Origin origin, Pace own) {
        this.origin = origin;
        this.own = own;
    }

    Stream<Pace> paces() {
        return Stream.concat(Stream.of(own), addresses.stream());
    }
}
