package org.annals.crawl;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.annals.capture.Outcome;
import org.annals.capture.RunId;
import org.annals.frontier.Unasked;

/**
 * What a run has done, before it was interrupted and taken up again too.
 *
 * @param interrupted whether something is left to do: the same call goes on
 * @param resumed whether an unfinished run was taken up
 * @param requests attempts made, answered or not
 * @param pages answers archived, robots.txt not counted
 * @param reports those that hold a report, as far as the crawl can tell
 * @param outcomes how the attempts ended, refusals included
 * @param took since it was begun or taken up
 * @param unasked what finished governments knew of and left, one entry a government
 */
public record CrawlSummary(
        RunId run,
        boolean interrupted,
        boolean resumed,
        int governments,
        int governmentsLeft,
        long requests,
        long pages,
        long reports,
        Map<Outcome, Long> outcomes,
        Duration took,
        List<Unasked> unasked) {
    public CrawlSummary {
        Objects.requireNonNull(run);
        Objects.requireNonNull(took);
        Map<Outcome, Long> copy = new EnumMap<>(Outcome.class);
        copy.putAll(outcomes);
        outcomes = Collections.unmodifiableMap(copy);
        unasked = List.copyOf(unasked);
    }

    public long outcome(Outcome outcome) {
        return outcomes.getOrDefault(outcome, 0L);
    }
}
