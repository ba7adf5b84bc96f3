package org.annals.crawl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.annals.archive.Archive;
import org.annals.archive.ArchivedRecord;
import org.annals.capture.KnownAddress;
import org.annals.capture.Outcome;
import org.annals.capture.Outlink;
import org.annals.capture.Payload;
import org.annals.capture.Purpose;
import org.annals.capture.RunId;
import org.annals.capture.Visit;
import org.annals.frontier.Completion;
import org.annals.frontier.Completion.Verdict;
import org.annals.frontier.Entry;
import org.annals.frontier.HostFrontier;
import org.annals.frontier.Offer;
import org.annals.frontier.Refusal;
import org.annals.frontier.RobotsAnswer;
import org.annals.policy.RetryPolicy;

/**
 * Takes up an unfinished run: tells the frontier what the archive holds of it. Whatever the frontier's file lost, by a kill between two writes or by being deleted, is
 * made up from archived answers and never by asking again.
 */
final class Replay {
    private static final int OK = 200;

    private final Archive archive;
    private final RunId run;

    private final BooleanSupplier stopped;
    private final Set<String> damage = new LinkedHashSet<>();

    /** @param stopped looked at now and then; the replay ends with a {@link CancellationException} once it says so */
    Replay(Archive archive, RunId run, BooleanSupplier stopped) {
        this.archive = archive;
        this.run = run;
        this.stopped = stopped;
    }

    @FunctionalInterface
    private interface Sink {
        void take(ArchivedRecord record) throws IOException;
    }

    private void read(Sink sink) throws IOException {
        for (String file : archive.files()) {
            if (!file.contains(run.value())) {
                continue;
            }
            try {
                archive.read(file, 0, record -> take(record, sink), finding -> damage.add(finding.toString()));
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        }
    }

    private void take(ArchivedRecord record, Sink sink) {
        if (stopped.getAsBoolean()) {
            throw new CancellationException("stopped");
        }
        try {
            if (record.run().equals(Optional.of(run))) {
                sink.take(record);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Records that could not be read, one line each; what they held is asked for again. */
    Set<String> damage() {
        return damage;
    }

    /** Names of the seeds files that are archived already. */
    Set<String> seeds() throws IOException {
        Set<String> targets = new HashSet<>();
        read(record -> {
            if (record.type() == ArchivedRecord.Type.RESOURCE) {
                record.targetUri().ifPresent(targets::add);
            }
        });
        return targets;
    }

    /** Codes of the governments that the run has asked for anything. */
    Set<String> governments() throws IOException {
        Set<String> codes = new HashSet<>();
        read(record -> record.visit().ifPresent(visit -> codes.add(visit.government())));
        return codes;
    }

    /**
     * Of the addresses known now, those that were known when the run began: a column that the run itself has found is not one, and the run marked those that it began
     * with.
     */
    List<KnownAddress> knownAtStart(List<KnownAddress> knownNow) throws IOException {
        Set<String> asked = new HashSet<>();
        Set<String> marked = new HashSet<>();
        read(record -> record.visit().filter(v -> v.purpose() == Purpose.COLUMN).ifPresent(visit -> {
            String key = visit.government() + " " + record.targetUri().orElse("");
            asked.add(key);
            if (visit.detail().startsWith(Recorder.KNOWN_COLUMN)) {
                marked.add(key);
            }
        }));
        return knownNow.stream()
                .filter(k -> k.purpose() != Purpose.COLUMN
                        || !asked.contains(k.government() + " " + k.url())
                        || marked.contains(k.government() + " " + k.url()))
                .toList();
    }

    /** @param tally gets what the run has archived so far */
    void into(HostFrontier frontier, Links links, Duration delay, Tally tally) throws IOException {
        Map<String, Integer> failures = new HashMap<>();
        ArchivedRecord[] answer = new ArchivedRecord[1];
        read(record -> {
            if (record.type() == ArchivedRecord.Type.RESPONSE || record.type() == ArchivedRecord.Type.REVISIT) {
                answer[0] = record;
            } else if (record.visit().isPresent() && record.targetUri().isPresent()) {
                boolean answered = answer[0] != null && record.concurrentTo().equals(Optional.of(answer[0].recordId()));
                Attempt attempt = new Attempt(record, record.visit().get(), answered ? answer[0] : null);
                attempt.count(tally);
                apply(attempt, failures, frontier, links, delay);
            }
        });
    }

    /** @param answer null where there was none */
    private record Attempt(ArchivedRecord record, Visit visit, ArchivedRecord answer) {
        String url() {
            return record.targetUri().orElseThrow();
        }

        boolean refused() {
            return !visit.wasAsked();
        }

        void count(Tally tally) {
            if (refused()) {
                tally.refused(visit.outcome());
            } else if (answer == null) {
                tally.failed(visit.outcome());
            } else {
                tally.answered(visit.purpose(), visit.outcome());
            }
        }

        int status() {
            if (answer == null) {
                return RobotsAnswer.NO_ANSWER;
            }
            int status = answer.status().orElse(RobotsAnswer.NO_ANSWER);
            // "not modified" was judged as the answer that it stands for
            return answer.type() == ArchivedRecord.Type.REVISIT && status == Judge.NOT_MODIFIED ? OK : status;
        }

        Entry entry() {
            boolean seed = visit.via().hops() == 0 && visit.purpose() != Purpose.REPORT;
            return new Entry(
                    -1,
                    visit.government(),
                    url(),
                    visit.purpose(),
                    0,
                    visit.via(),
                    0,
                    seed,
                    false,
                    0,
                    Optional.empty());
        }
    }

    private void apply(
            Attempt attempt, Map<String, Integer> failures, HostFrontier frontier, Links links, Duration delay)
            throws IOException {
        Visit visit = attempt.visit();
        if (frontier.isSettled(visit.government(), attempt.url(), visit.purpose())) {
            return;
        }
        if (visit.detail().contains(Recorder.COOKIE_WANTED)) {
            int made = failures.merge(visit.government() + " " + attempt.url(), 1, Integer::sum);
            frontier.restoreAttempts(visit.government(), attempt.url(), visit.purpose(), made);
            return;
        }
        if (!attempt.refused() && RetryPolicy.isRetried(visit.outcome(), attempt.status())) {
            int made = failures.merge(visit.government() + " " + attempt.url(), 1, Integer::sum);
            if (RetryPolicy.waitAfter(made, visit.outcome(), attempt.status(), delay, Optional.empty())
                    .isPresent()) {
                frontier.restoreAttempts(visit.government(), attempt.url(), visit.purpose(), made);
                return;
            }
        }
        Judgement judgement =
                attempt.refused() ? Judgement.of(visit.outcome(), Verdict.REFUSED, visit.detail()) : judge(attempt);
        restore(attempt, judgement, frontier, links);
    }

    private static Judgement judge(Attempt attempt) {
        Visit visit = attempt.visit();
        if (attempt.answer() == null) {
            return Judgement.of(visit.outcome(), Recorder.verdict(visit.outcome()), visit.detail());
        }
        boolean whole = switch (visit.outcome()) {
            case ARCHIVED, UNCHANGED, GONE, SOFT_404, CHALLENGE -> true;
            default -> false;
        };
        if (!whole) {
            return Judgement.of(visit.outcome(), Verdict.FAILED, visit.detail());
        }
        int status = attempt.status();
        if (status >= 300 && status < 400 && visit.outcome() == Outcome.SOFT_404) {
            return FrontPage.softly404(visit.detail());
        }
        Optional<String> redirect = status >= 300 && status < 400
                ? visit.outlinks().stream().findFirst().map(Outlink::url)
                : Optional.empty();
        if (visit.detail().contains(Judge.REFRESH)) {
            return Judge.sentOn(visit.outlinks());
        }
        Payload payload = attempt.answer().payload().orElseGet(() -> Payload.of(new byte[0], null, attempt.url()));
        Payload atItsAddress = Payload.of(payload.bytes(), payload.contentType().orElse(null), attempt.url());
        Judgement judgement = Judge.judge(attempt.url(), status, redirect, atItsAddress, visit.purpose());
        // an answer's header may have spoken for it
        return judgement.outcome() == Outcome.SOFT_404 && visit.outcome() != Outcome.SOFT_404
                ? Judgement.of(visit.outcome(), Verdict.PAGE, visit.detail())
                : judgement;
    }

    private static void restore(Attempt attempt, Judgement judgement, HostFrontier frontier, Links links)
            throws IOException {
        Visit visit = attempt.visit();
        Entry entry = frontier.find(visit.government(), attempt.url()).orElseGet(attempt::entry);
        List<Offer> offers = links.of(entry, judgement).stream()
                .filter(Links::isWorthKeeping)
                .collect(Collectors.toCollection(ArrayList::new));
        judgement.redirect().flatMap(target -> links.redirect(entry, target)).ifPresent(offers::add);
        Optional<RobotsAnswer> robots = visit.purpose() == Purpose.ROBOTS
                ? Optional.of(Recorder.robots(
                        attempt.url(),
                        judgement,
                        attempt.status(),
                        Optional.ofNullable(attempt.answer())
                                .flatMap(ArchivedRecord::payload)
                                .map(Recorder::robotsText),
                        attempt.record().date()))
                : Optional.empty();
        Completion completion = new Completion(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                judgement.verdict(),
                robots,
                Recorder.scope(entry, judgement),
                Optional.empty(),
                Recorder.comparable(
                        judgement, Optional.ofNullable(attempt.answer()).flatMap(ArchivedRecord::payload)));
        Offer asked = new Offer(
                attempt.url(),
                visit.purpose(),
                entry.score(),
                visit.via(),
                entry.redirects(),
                entry.seed(),
                entry.known(),
                attempt.refused() ? Optional.of(new Refusal(visit.outcome(), visit.detail())) : Optional.empty(),
                Offer.Hold.NONE);
        frontier.restore(visit.government(), asked, offers, completion);
    }
}
