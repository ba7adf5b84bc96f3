package org.annals.frontier;

import java.util.Objects;
import java.util.Optional;
import org.annals.capture.Purpose;
import org.annals.capture.Via;

/**
 * An address offered to a government's queue. An address that the government has already is refused silently; it only moves up where the new purpose is the
 * more wanted one.
 *
 * @param url in its canonical form; the frontier compares letter by letter
 * @param refusal set where it may not be asked for: it is then handed out once, only to be recorded
 */
public record Offer(
        String url,
        Purpose purpose,
        int score,
        Via via,
        int redirects,
        boolean seed,
        boolean known,
        Optional<Refusal> refusal,
        Hold hold) {
    /** Whether the address waits for something before it may be handed out. */
    public enum Hold {
        NONE,
        /** Until the {@link FollowRule} lets the seeds go: the known columns come first. */
        SEED,
        /** A known report: until the rule asks for those that no column lists any more. A page that lists it settles it. */
        KNOWN
    }

    public Offer {
        Objects.requireNonNull(url);
        Objects.requireNonNull(purpose);
        Objects.requireNonNull(via);
        Objects.requireNonNull(refusal);
        Objects.requireNonNull(hold);
    }

    /** A link of a page that was read. */
    public static Offer link(String url, Purpose purpose, int score, Via via) {
        return new Offer(url, purpose, score, via, 0, false, false, Optional.empty(), Hold.NONE);
    }

    /** The same link to another address of the page. */
    Offer at(String other) {
        return new Offer(other, purpose, score, via, redirects, seed, known, refusal, hold);
    }

    public Offer refused(Refusal why) {
        return new Offer(url, purpose, score, via, redirects, seed, known, Optional.of(why), hold);
    }
}
