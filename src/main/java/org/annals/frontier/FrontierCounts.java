package org.annals.frontier;

import java.time.Instant;
import java.util.Optional;

/**
 * The frontier at one instant, for people who watch.
 *
 * @param active hosts that are being asked
 * @param ready governments whose turn has come, with no worker free for them
 * @param pacing hosts that are wanted and wait out their delay
 * @param backingOff those of them that failed the last time
 * @param leftAlone hosts that are asked no more: they failed too often, or their robots.txt gave no answer
 * @param waiting addresses known and not settled
 * @param governments those not finished
 * @param reports fetched in this run, before the program was stopped in between too
 * @param nextTurn when the next host is ready; empty where nothing waits for time
 */
public record FrontierCounts(
        int active,
        int ready,
        int pacing,
        int backingOff,
        int leftAlone,
        long waiting,
        int governments,
        long reports,
        Optional<Instant> nextTurn) {
    public static final FrontierCounts NONE = new FrontierCounts(0, 0, 0, 0, 0, 0, 0, 0, Optional.empty());
}
