package org.annals.policy;

import java.time.Duration;
import java.util.Optional;

/** The robots.txt of one origin, by RFC 9309. Immutable. */
public final class RobotsRules {
    private RobotsRules() {}

    /** Rules from an answer: 2xx are read, 4xx but 429 mean none, 429 and 5xx forbid everything. Redirects are followed by the caller before this. */
    public static RobotsRules ofAnswer(int status, byte[] body, String productToken) {
        throw new UnsupportedOperationException();
    }

    /** No answer at all: everything is forbidden. */
    public static RobotsRules unreachable(String reason) {
        throw new UnsupportedOperationException();
    }

    public Decision decide(String url) {
        throw new UnsupportedOperationException();
    }

    /** The delay that the portal asks for, uncapped. */
    public Optional<Duration> crawlDelay() {
        throw new UnsupportedOperationException();
    }
}
