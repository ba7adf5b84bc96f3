package org.annals.frontier;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.annals.policy.RobotsRules;

/**
 * What the asking for one robots.txt address came to. The array is the answer's own and must not be written to.
 *
 * @param status HTTP status, or {@link #NO_ANSWER}
 * @param location canonical target of a redirect; empty where there is none, or one that cannot be asked for
 * @param body of a 2xx answer; else empty
 * @param failure set where there was no answer: what a page of the host comes to, which may then not be asked
 */
public record RobotsAnswer(
        int status, Optional<String> location, byte[] body, Instant askedAt, Optional<Refusal> failure) {
    public static final int NO_ANSWER = 0;

    static final String PRODUCT = "annals";

    /** RFC 9309 2.5 asks for at least 500 KiB to be read; more is cut. */
    public static final int MAX_BODY = 512 << 10;

    public RobotsAnswer {
        Objects.requireNonNull(location);
        Objects.requireNonNull(body);
        Objects.requireNonNull(askedAt);
        Objects.requireNonNull(failure);
    }

    public static RobotsAnswer none(Refusal failure, Instant askedAt) {
        return new RobotsAnswer(NO_ANSWER, Optional.empty(), new byte[0], askedAt, Optional.of(failure));
    }

    /** An answer; of the body only what RFC 9309 asks to read is kept, and nothing of one that is not 2xx. */
    public static RobotsAnswer of(int status, Optional<String> location, byte[] body, Instant askedAt) {
        boolean rules = status >= 200 && status < 300;
        byte[] kept = rules ? Arrays.copyOf(body, Math.min(body.length, MAX_BODY)) : new byte[0];
        return new RobotsAnswer(status, location, kept, askedAt, Optional.empty());
    }

    /** The delay that the text asks for. */
    public Optional<Duration> crawlDelay() {
        return failure.isPresent() || isRedirect()
                ? Optional.empty()
                : RobotsRules.ofAnswer(status, body, PRODUCT).crawlDelay();
    }

    boolean isRedirect() {
        return status >= 300 && status < 400;
    }

    /** No answer or a server error: by RFC 9309 2.3.1.4 the rules cannot be known, and an older copy may serve on. */
    boolean isUnreachable() {
        return status == NO_ANSWER || status == 429 || status >= 500;
    }
}
