package org.annals.crawl;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.annals.capture.Outcome;
import org.annals.capture.Outlink;
import org.annals.frontier.Completion.Verdict;

/**
 * What an answer comes to.
 *
 * @param links of a page that was read, each in its canonical form and once, best first
 * @param redirect canonical address that the answer names instead
 * @param detail one line for people, or empty
 */
record Judgement(Outcome outcome, Verdict verdict, List<Outlink> links, Optional<String> redirect, String detail) {
    Judgement {
        Objects.requireNonNull(outcome);
        Objects.requireNonNull(verdict);
        links = List.copyOf(links);
        Objects.requireNonNull(redirect);
        Objects.requireNonNull(detail);
    }

    static Judgement of(Outcome outcome, Verdict verdict, String detail) {
        return new Judgement(outcome, verdict, List.of(), Optional.empty(), detail);
    }
}
