package org.annals.crawl;

import java.util.EnumMap;
import java.util.Map;
import org.annals.capture.Outcome;
import org.annals.capture.Purpose;

/** Counts what the run has archived, before it was taken up too. Safe for many threads. */
final class Tally {
    private final Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
    private long requests;
    private long pages;

    synchronized void answered(Purpose purpose, Outcome outcome) {
        requests++;
        pages += purpose == Purpose.ROBOTS ? 0 : 1;
        outcomes.merge(outcome, 1L, Long::sum);
    }

    synchronized void failed(Outcome outcome) {
        requests++;
        outcomes.merge(outcome, 1L, Long::sum);
    }

    synchronized void refused(Outcome outcome) {
        outcomes.merge(outcome, 1L, Long::sum);
    }

    synchronized long requests() {
        return requests;
    }

    synchronized long pages() {
        return pages;
    }

    synchronized Map<Outcome, Long> outcomes() {
        return new EnumMap<>(outcomes);
    }

    synchronized long sum(Outcome... some) {
        long sum = 0;
        for (Outcome outcome : some) {
            sum += outcomes.getOrDefault(outcome, 0L);
        }
        return sum;
    }
}
