package org.annals.policy;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.annals.capture.Outcome;

/**
 * Which failed attempts are made again, and after which wait. Waits grow fourfold from the least delay between two requests, so that a demo on loopback
 * retries in milliseconds and a live crawl in minutes.
 */
public final class RetryPolicy {
    /** Attempts at one address in one run, the first one counted. */
    public static final int MAX_ATTEMPTS = 3;
    /** Longest wait, and the longest that a portal's Retry-After is obeyed for: a longer one ends the attempts of this run. */
    public static final Duration MAX_WAIT = Duration.ofHours(1);

    private static final int NOT_MODIFIED = 304;
    /** Below 500: a request that came too slowly, too early or too often. */
    private static final Set<Integer> PASSING = Set.of(NOT_MODIFIED, 408, 425, 429);

    private RetryPolicy() {}

    /**
     * The wait after a failed attempt; empty where the outcome is final.
     *
     * @param attempt number of the attempt that failed, 1 for the first
     * @param status the answer's status, or 0 where there was no answer
     * @param retryAfter what the answer asked for, see {@link RetryAfter}
     */
    public static Optional<Duration> waitAfter(
            int attempt, Outcome outcome, int status, Duration minDelay, Optional<Duration> retryAfter) {
        if (attempt < 1) {
            throw new IllegalArgumentException("attempts count from 1: " + attempt);
        }
        int most = status == NOT_MODIFIED ? 2 : MAX_ATTEMPTS;
        if (attempt >= most || !isRetried(outcome, status)) {
            return Optional.empty();
        }
        Duration grown = shorter(Politeness.grown(minDelay, attempt), MAX_WAIT);
        if (retryAfter.isEmpty()) {
            return Optional.of(grown);
        }
        return retryAfter.get().compareTo(MAX_WAIT) > 0
                ? Optional.empty()
                : Optional.of(Politeness.longer(grown, retryAfter.get()));
    }

    /**
     * What may have passed by the next time: silence, broken connections, 5xx (not a firewall's 521), 408, 425 and 429. A redirect
     * that leads nowhere will not. A 304 that speaks of nothing is asked for once more, without conditions.
     */
    public static boolean isRetried(Outcome outcome, int status) {
        return switch (outcome) {
            case TIMEOUT, CONNECTION_ERROR -> true;
            case SERVER_ERROR -> status < 300 || status > 499 || PASSING.contains(status);
            case CHALLENGE -> status == 429;
            default -> false;
        };
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }
}
