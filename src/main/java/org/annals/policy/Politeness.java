package org.annals.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * When an origin may be asked again, counted from the end of the last request to it. The longest of these waits holds: the operator's least delay, the portal's
 * Crawl-delay, a multiple of how long the portal took to answer, the back-off of a portal that keeps failing, its Retry-After.
 *
 * @param minDelay least time between the end of a request and the start of the next
 * @param durationFactor how many times the duration of a slow answer is waited; 0 for not at all
 */
public record Politeness(Duration minDelay, int durationFactor) {
    /** Longest Crawl-delay that is kept; portals that ask for more are noted, see {@link #capNote}. */
    public static final Duration MAX_CRAWL_DELAY = Duration.ofSeconds(300);
    /** Longest wait that a slow or failing portal earns. */
    public static final Duration MAX_BACK_OFF = Duration.ofSeconds(300);
    /** Longest Retry-After that an origin is held for. */
    public static final Duration MAX_RETRY_AFTER = Duration.ofHours(1);

    /**
     * Heritrix's: a portal that took two seconds is left alone for ten. Those that answer like most do, in a few tenths of a second, are asked at the least delay, and no portal is
     * thought so slow that it would be asked less than twice a minute.
     */
    public static final int DURATION_FACTOR = 5;

    private static final Duration MAX_SLOWNESS = Duration.ofSeconds(30);
    /** Up to here an answer is not slow, whatever the least delay; a busy machine of ours takes as long. */
    private static final Duration USUAL = Duration.ofMillis(250);

    public Politeness {
        Objects.requireNonNull(minDelay);
        if (minDelay.isNegative() || durationFactor < 0) {
            throw new IllegalArgumentException("below zero: " + minDelay + ", " + durationFactor);
        }
    }

    /** Only the least delay, and what the portal itself asks for. */
    public static Politeness of(Duration minDelay) {
        return new Politeness(minDelay, 0);
    }

    /**
     * @param endOfLast when the last request to the origin ended, however it ended
     * @param lastDuration how long it took
     * @param crawlDelay from robots.txt
     * @param failures attempts in a row that failed (see {@link RetryPolicy#isRetried}), 0 after a good answer
     * @param retryAfter from the last answer
     */
    public Instant nextAt(
            Instant endOfLast,
            Duration lastDuration,
            Optional<Duration> crawlDelay,
            int failures,
            Optional<Duration> retryAfter) {
        Duration wait = minDelay;
        wait = longer(wait, atMost(crawlDelay.orElse(Duration.ZERO), MAX_CRAWL_DELAY));
        wait = longer(wait, slowness(lastDuration));
        wait = longer(wait, failures == 0 ? Duration.ZERO : atMost(grown(minDelay, failures), MAX_BACK_OFF));
        wait = longer(wait, atMost(retryAfter.orElse(Duration.ZERO), MAX_RETRY_AFTER));
        return endOfLast.plus(wait);
    }

    /** One line for people where the portal asks for a longer delay than is kept. */
    public static Optional<String> capNote(Optional<Duration> crawlDelay) {
        return crawlDelay
                .filter(delay -> delay.compareTo(MAX_CRAWL_DELAY) > 0)
                .map(delay ->
                        "Crawl-delay of " + delay.toSeconds() + " s kept as " + MAX_CRAWL_DELAY.toSeconds() + " s");
    }

    /** The delay times four for each failure. */
    static Duration grown(Duration delay, int failures) {
        return delay.multipliedBy(1L << (2 * Math.min(failures, 10)));
    }

    static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    private Duration slowness(Duration lastDuration) {
        if (lastDuration.compareTo(USUAL) <= 0) {
            return durationFactor == 0 ? Duration.ZERO : lastDuration;
        }
        return atMost(atMost(lastDuration, MAX_SLOWNESS).multipliedBy(durationFactor), MAX_SLOWNESS);
    }

    private static Duration atMost(Duration wait, Duration limit) {
        return wait.compareTo(limit) <= 0 ? wait : limit;
    }
}
