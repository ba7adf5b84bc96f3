package org.annals.frontier;

import java.util.Objects;
import java.util.Optional;
import org.annals.capture.Purpose;
import org.annals.capture.Via;

/**
 * One address that a government's crawl knows of and has not settled.
 *
 * @param id the row; below zero for a robots.txt, which belongs to hosts and not to a government
 * @param redirects hops followed in the chain of redirects that led here
 * @param seed whether it is an address of the seeds file, or the end of a redirect of one
 * @param known whether earlier runs knew it; such an address is not charged to the page budget
 * @param attempts how often it was asked for in vain
 */
public record Entry(
        long id,
        String government,
        String url,
        Purpose purpose,
        int score,
        Via via,
        int redirects,
        boolean seed,
        boolean known,
        int attempts,
        Optional<Refusal> refusal) {
    public Entry {
        Objects.requireNonNull(government);
        Objects.requireNonNull(url);
        Objects.requireNonNull(purpose);
        Objects.requireNonNull(via);
        Objects.requireNonNull(refusal);
    }

    Entry refusedBy(Refusal rule) {
        return new Entry(id, government, url, purpose, score, via, redirects, seed, known, attempts, Optional.of(rule));
    }
}
