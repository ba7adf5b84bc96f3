package org.annals.backfill;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.annals.capture.Exchange;
import org.annals.capture.Outcome;
import org.annals.fetch.ConnectPermission;
import org.annals.fetch.FetchResult;
import org.annals.fetch.Fetcher;
import org.annals.policy.OutcomeOf;
import org.annals.policy.Politeness;
import org.annals.policy.RetryAfter;
import org.annals.policy.RetryPolicy;

/** One request at a time, with the pace and the patience that portals are asked with. Not safe for many threads but for {@link #stop}. */
final class PacedFetcher {
    private static final int TOO_MANY = 429;

    private final Fetcher fetcher;
    private final Politeness politeness;
    private final Clock clock;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private Instant nextAt = Instant.MIN;
    private int failures;

    PacedFetcher(Fetcher fetcher, Duration delay, Clock clock) {
        this.fetcher = fetcher;
        this.politeness = new Politeness(delay, 1);
        this.clock = clock;
    }

    /**
     * What came in the end.
     *
     * @param problem one line; empty where there is an answer
     */
    record Fetched(Optional<Exchange> answer, String problem) {}

    /** @throws CancellationException after {@link #stop} */
    Fetched fetch(String url) {
        for (int attempt = 1; ; attempt++) {
            await(nextAt);
            Instant begun = clock.instant();
            FetchResult result = fetcher.fetch(url, List.of(), ConnectPermission.ALWAYS);
            Instant end = clock.instant();
            Optional<Exchange> answer = Optional.empty();
            Outcome outcome = Outcome.CONNECTION_ERROR;
            String problem = "not asked";
            Optional<Duration> retryAfter = Optional.empty();
            if (result instanceof FetchResult.Answer got) {
                got.done().run();
                answer = Optional.of(got.exchange());
                outcome = OutcomeOf.status(got.exchange().status());
                problem = "status " + got.exchange().status();
                retryAfter = got.exchange().header("Retry-After").flatMap(value -> RetryAfter.parse(value, end));
            } else if (result instanceof FetchResult.Failure failure) {
                outcome = failure.outcome();
                problem = failure.outcome().code() + ": " + failure.detail();
            }
            int status = answer.map(Exchange::status).orElse(0);
            boolean failed = RetryPolicy.isRetried(outcome, status) || status == TOO_MANY;
            failures = failed ? failures + 1 : 0;
            nextAt = politeness.nextAt(end, Duration.between(begun, end), Optional.empty(), failures, retryAfter);
            if (!failed) {
                return new Fetched(answer, problem);
            }
            Optional<Duration> wait =
                    RetryPolicy.waitAfter(attempt, outcome, status, politeness.minDelay(), retryAfter);
            if (wait.isEmpty()) {
                return new Fetched(Optional.empty(), problem);
            }
            Instant again = end.plus(wait.get());
            nextAt = again.isAfter(nextAt) ? again : nextAt;
        }
    }

    private void await(Instant until) {
        try {
            Duration left = until.equals(Instant.MIN) ? Duration.ZERO : Duration.between(clock.instant(), until);
            if (stopped.await(Math.max(0, left.toMillis()), TimeUnit.MILLISECONDS)) {
                throw new CancellationException("stopped");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }

    void stop() {
        stopped.countDown();
    }
}
