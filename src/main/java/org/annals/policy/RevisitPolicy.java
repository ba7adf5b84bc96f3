package org.annals.policy;

import java.time.Duration;
import java.time.Instant;

/** When an address that is known is asked again, and how. */
public final class RevisitPolicy {
    /** Some servers say "not modified" of everything; what has not come whole for this long is asked for whole. */
    static final Duration WHOLE_EVERY = Duration.ofDays(90);

    private RevisitPolicy() {}

    /**
     * Whether a server's word that nothing has changed is enough.
     *
     * @param wholeAt when the whole answer came last
     */
    public static boolean mayAskConditionally(Instant wholeAt, Instant now) {
        return Duration.between(wholeAt, now).compareTo(WHOLE_EVERY) < 0;
    }
}
