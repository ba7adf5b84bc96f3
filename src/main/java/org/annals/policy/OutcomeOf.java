package org.annals.policy;

import java.util.Set;
import org.annals.capture.Outcome;

/** What an answer's status says of the attempt, before anybody has looked at the page. */
public final class OutcomeOf {
    private OutcomeOf() {}

    /** Asking for a log-in, or forbidden, or what the firewalls of many portals send with a script that sets a cookie (412, 521). */
    private static final Set<Integer> WALLS = Set.of(401, 403, 407, 412, 511, 521);

    /** The other faults of 400 and above (405, 418, 429, 451 …) say that the server does not answer this, and not that somebody has to prove who he is. */
    public static Outcome status(int status) {
        if (status >= 200 && status < 400) {
            return Outcome.ARCHIVED;
        }
        if (status == 404 || status == 410) {
            return Outcome.GONE;
        }
        if (WALLS.contains(status)) {
            return Outcome.CHALLENGE;
        }
        return Outcome.SERVER_ERROR;
    }
}
