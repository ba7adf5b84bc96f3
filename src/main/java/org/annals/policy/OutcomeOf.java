package org.annals.policy;

import org.annals.capture.Outcome;

/** What an answer's status says of the attempt, before anybody has looked at the page. */
public final class OutcomeOf {
    private OutcomeOf() {}

    /** 521 is counted with the challenges: the firewalls of many portals send it with a script that sets a cookie. */
    public static Outcome status(int status) {
        if (status >= 200 && status < 400) {
            return Outcome.ARCHIVED;
        }
        if (status == 404 || status == 410) {
            return Outcome.GONE;
        }
        if (status >= 400 && status < 500 || status == 521) {
            return Outcome.CHALLENGE;
        }
        return Outcome.SERVER_ERROR;
    }
}
