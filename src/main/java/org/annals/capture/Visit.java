package org.annals.capture;

import java.util.List;
import java.util.Objects;

/**
 * Why an address was asked for and what came of it: what the catalogue wants to know beside the bytes. Archived in a metadata record beside each exchange, and
 * alone where an attempt brought no answer.
 *
 * @param government code of the government in whose crawl this was asked; empty where none (a portal's robots.txt has one)
 * @param detail one line for people: the rule that refused, the error, the redirect's target; empty where there is nothing to say
 * @param outlinks links worth following that were found on the page, best first
 */
public record Visit(
        String government, Purpose purpose, Via via, Outcome outcome, String detail, List<Outlink> outlinks) {
    /** Begins, in the detail, the reason why an address was not asked at all. */
    public static final String NOT_ASKED = "not asked: ";

    public Visit {
        Objects.requireNonNull(government);
        Objects.requireNonNull(purpose);
        Objects.requireNonNull(via);
        Objects.requireNonNull(outcome);
        Objects.requireNonNull(detail);
        outlinks = List.copyOf(outlinks);
    }

    /** Whether a request was made; what robots.txt, scope or a host that is left alone forbade is recorded without one. */
    public boolean wasAsked() {
        return !detail.contains(NOT_ASKED);
    }
}
