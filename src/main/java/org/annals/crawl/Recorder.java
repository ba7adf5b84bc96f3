package org.annals.crawl;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.annals.archive.ArchiveWriter;
import org.annals.archive.Stored;
import org.annals.capture.ContentDecoding;
import org.annals.capture.Exchange;
import org.annals.capture.Outcome;
import org.annals.capture.Outlink;
import org.annals.capture.Payload;
import org.annals.capture.Purpose;
import org.annals.capture.Truncation;
import org.annals.capture.Visit;
import org.annals.fetch.FetchResult;
import org.annals.frontier.Completion;
import org.annals.frontier.Completion.Verdict;
import org.annals.frontier.Entry;
import org.annals.frontier.HostFrontier;
import org.annals.frontier.Lease;
import org.annals.frontier.Refusal;
import org.annals.frontier.RobotsAnswer;
import org.annals.policy.Origin;
import org.annals.policy.Politeness;
import org.annals.policy.RetryAfter;
import org.annals.policy.RetryPolicy;

/** Archives what came of each lease, and only then notes in the lease what the frontier is to do. Safe for many threads. */
final class Recorder {
    /** Said of an answer of one of the hosts that are read in spite of it. */
    static final String BROKEN_CERTIFICATE = "certificate not verified, read by --insecure-hosts: ";
    /** Said of an address that was known at the start, so that a run can be taken up without its frontier file. */
    static final String KNOWN_COLUMN = "known column";

    /** Said of an answer of a host that was then asked again, with the cookie that it set. */
    static final String COOKIE_WANTED = "sends the reader back here with a cookie; asked again with it";

    /** Added to every delay: the portal's clock sees the end of its answer a little later than we do. */
    private static final Duration MARGIN = Duration.ofMillis(20);

    /** From here on an answer's Retry-After means something (RFC 9110, 10.2.3; RFC 6585). */
    private static final int REDIRECTS = 300;

    private static final int LEAST_COMPARED = 200;

    private final ArchiveWriter writer;
    private final HostFrontier frontier;
    private final Links links;
    private final Politeness politeness;
    private final CrawlListener listener;
    private final Clock clock;
    private final Tally tally;
    private final Cookies cookies;
    private final ReadWriteLock open = new ReentrantReadWriteLock();
    private boolean closed;
    private volatile boolean stopping;

    Recorder(
            ArchiveWriter writer,
            HostFrontier frontier,
            Links links,
            Politeness politeness,
            CrawlListener listener,
            Tally tally,
            Cookies cookies,
            Clock clock) {
        this.writer = writer;
        this.frontier = frontier;
        this.links = links;
        this.politeness = politeness;
        this.listener = listener;
        this.tally = tally;
        this.cookies = cookies;
        this.clock = clock;
    }

    /** From now on an answer that is not whole is taken for our own breaking off, and forgotten. */
    void stopping() {
        stopping = true;
    }

    /** Archives nothing more; waits for what is being archived. */
    void close() {
        open.writeLock().lock();
        closed = true;
        open.writeLock().unlock();
    }

    /** An answer, with what it comes to. The links of a page were noted in the lease by the engine before. */
    void answered(Lease lease, Judgement judged) throws IOException {
        Entry entry = lease.entry();
        Exchange answer = lease.exchange().orElseThrow();
        Exchange meant = lease.meant().orElseThrow();
        if (stopping && answer.truncation().filter(t -> t != Truncation.LENGTH).isPresent()) {
            return;
        }
        boolean cookieWanted = CookieWall.asks(answer) && !Cookies.wereSent(answer) && cookies.keep(answer);
        Judgement judgement = cookieWanted
                ? Judgement.of(Outcome.ARCHIVED, Verdict.FAILED, COOKIE_WANTED)
                : followable(entry, judged);
        cookies.update(answer);
        judgement.redirect().flatMap(target -> links.redirect(entry, target)).ifPresent(lease::offer);
        if (judgement.verdict() == Verdict.FAILED) {
            // the engine reads links of pages only
            links.of(entry, judgement).forEach(lease::offer);
        }
        Visit visit = new Visit(
                entry.government(),
                entry.purpose(),
                entry.via(),
                judgement.outcome(),
                detail(entry, withFault(judgement.detail(), lease.certificateFault())),
                outlinks(entry, lease, judgement));
        Optional<Stored> stored = append(() -> lease.original().isPresent()
                ? writer.notModified(answer, lease.original().get(), visit)
                : writer.exchange(answer, visit));
        if (stored.isEmpty()) {
            return;
        }
        boolean same = stored.get().revisit() && judgement.outcome() == Outcome.ARCHIVED;
        Outcome outcome = same ? Outcome.UNCHANGED : judgement.outcome();
        tally.answered(entry.purpose(), outcome);
        Instant end = clock.instant();
        Optional<Duration> retryAfter = answer.status() < REDIRECTS
                ? Optional.empty()
                : answer.header("Retry-After").flatMap(value -> RetryAfter.parse(value, answer.endedAt()));
        lease.complete(completion(
                entry,
                judgement,
                meant.status(),
                end,
                Duration.between(answer.startedAt(), answer.endedAt()),
                retryAfter,
                Optional.of(meant)));
        tell(entry, outcome, answer.status(), visit.detail());
        if (judgement.verdict() == Verdict.REPORT) {
            listener.reportFound(entry.government(), entry.url());
        }
    }

    /** A redirect back to where its chain came from, or one too many, is an error of the server. */
    private Judgement followable(Entry entry, Judgement judgement) throws IOException {
        if (judgement.redirect().isEmpty() || entry.purpose() == Purpose.ROBOTS) {
            return judgement;
        }
        String target = judgement.redirect().get();
        if (entry.redirects() >= Links.MAX_REDIRECTS) {
            return Judge.endless(target, "after " + entry.redirects() + " redirects in a row");
        }
        Optional<Entry> at = Optional.of(entry);
        while (at.isPresent() && at.get().redirects() > 0) {
            String from = at.get().via().url();
            if (from.equals(target)) {
                return Judge.endless(target, "which redirects here");
            }
            at = frontier.find(entry.government(), from);
        }
        return judgement;
    }

    /** No answer. */
    void failed(Lease lease, FetchResult.Failure failure) throws IOException {
        if (stopping) {
            return;
        }
        Entry entry = lease.entry();
        Instant end = clock.instant();
        String detail = detail(entry, failure.detail());
        if (!attempt(entry, failure.startedAt(), failure.outcome(), detail)) {
            return;
        }
        tally.failed(failure.outcome());
        Judgement judgement = Judgement.of(failure.outcome(), verdict(failure.outcome()), failure.detail());
        Duration took = Duration.between(failure.startedAt(), failure.endedAt());
        lease.complete(completion(entry, judgement, 0, end, took, Optional.empty(), Optional.empty()));
        tell(entry, failure.outcome(), 0, detail);
    }

    /** Not asked at all. */
    void refused(Lease lease) throws IOException {
        Entry entry = lease.entry();
        Refusal refusal = entry.refusal().orElseThrow();
        String detail = detail(entry, Visit.NOT_ASKED + refusal.rule());
        if (!attempt(entry, clock.instant(), refusal.outcome(), detail)) {
            return;
        }
        tally.refused(refusal.outcome());
        lease.complete(new Completion(
                Optional.empty(), Optional.empty(), Optional.empty(), Verdict.REFUSED, Optional.empty(), List.of()));
        tell(entry, refusal.outcome(), 0, detail);
    }

    /** An attempt that brought no answer is settled as a refusal where the address itself may not be connected to. */
    static Verdict verdict(Outcome failure) {
        return failure == Outcome.OUT_OF_SCOPE ? Verdict.REFUSED : Verdict.FAILED;
    }

    private boolean attempt(Entry entry, Instant at, Outcome outcome, String detail) throws IOException {
        Visit visit = new Visit(entry.government(), entry.purpose(), entry.via(), outcome, detail, List.of());
        return append(() -> writer.attempt(entry.url(), at, visit)).isPresent();
    }

    private static List<Outlink> outlinks(Entry entry, Lease lease, Judgement judgement) {
        if (judgement.redirect().isPresent()) {
            // the target in one place for people and for a crawl that is taken up, followed or not
            return List.of(
                    new Outlink(judgement.redirect().get(), entry.via().anchorText(), entry.purpose(), entry.score()));
        }
        return lease.offers().stream()
                .map(o -> new Outlink(o.url(), o.via().anchorText(), o.purpose(), o.score()))
                .toList();
    }

    private Completion completion(
            Entry entry,
            Judgement judgement,
            int status,
            Instant end,
            Duration took,
            Optional<Duration> retryAfter,
            Optional<Exchange> answer)
            throws IOException {
        Origin origin = Origin.of(entry.url());
        boolean failed = RetryPolicy.isRetried(judgement.outcome(), status);
        int failures = failed ? frontier.failures(origin) + 1 : 0;
        Optional<Outcome> failure = failed ? Optional.of(judgement.outcome()) : Optional.empty();
        Optional<RobotsAnswer> robots = entry.purpose() == Purpose.ROBOTS
                ? Optional.of(robots(entry.url(), judgement, status, answer.map(a -> robotsText(a.payload())), end))
                : Optional.empty();
        Optional<Duration> crawlDelay = robots.isPresent() ? robots.get().crawlDelay() : frontier.crawlDelay(origin);
        if (robots.isPresent()) {
            Politeness.capNote(crawlDelay).ifPresent(note -> listener.noted(origin + ": " + note));
        }
        Optional<Refusal> leave = failed ? leave(origin, judgement.outcome(), retryAfter) : Optional.empty();
        Instant release =
                politeness.nextAt(end, took, crawlDelay, failures, retryAfter).plus(MARGIN);
        // a host that fails keeps itself waiting, and not all that lie at its address
        Instant addressFree =
                politeness.nextAt(end, took, crawlDelay, 0, retryAfter).plus(MARGIN);
        Optional<Instant> again = judgement.detail().equals(COOKIE_WANTED)
                ? Optional.of(release)
                : RetryPolicy.waitAfter(
                                entry.attempts() + 1, judgement.outcome(), status, politeness.minDelay(), retryAfter)
                        .map(end::plus);
        if (again.isPresent()) {
            return new Completion(
                    Optional.of(release),
                    Optional.of(addressFree),
                    failure,
                    again,
                    Verdict.FAILED,
                    Optional.empty(),
                    List.of(),
                    leave,
                    Optional.empty());
        }
        return new Completion(
                Optional.of(release),
                Optional.of(addressFree),
                failure,
                Optional.empty(),
                judgement.verdict(),
                robots,
                scope(entry, judgement),
                leave,
                comparable(judgement, answer.map(Exchange::payload)));
    }

    /** A host that asks for a longer wait than a run can last is asked no more in it; the others go on. */
    private Optional<Refusal> leave(Origin origin, Outcome outcome, Optional<Duration> retryAfter) {
        return retryAfter
                .filter(wait -> wait.compareTo(Politeness.MAX_RETRY_AFTER) > 0)
                .map(wait -> {
                    String why = origin + " asked to be left alone for " + spoken(wait) + " (Retry-After)";
                    listener.noted(why + "; it is not asked again in this run");
                    return new Refusal(outcome, why);
                });
    }

    private static String spoken(Duration wait) {
        if (wait.equals(RetryAfter.MOST)) {
            return "ten years or more";
        }
        return wait.toDays() > 1 ? wait.toDays() + " days" : wait.toMinutes() + " minutes";
    }

    /** The hosts that a seed's own address redirects to count as the government's own. */
    static List<String> scope(Entry entry, Judgement judgement) {
        return entry.seed() ? judgement.redirect().stream().toList() : List.of();
    }

    /** The digest of a page that says something; many pages say nothing in the same words. */
    static Optional<String> comparable(Judgement judgement, Optional<Payload> payload) {
        boolean page = judgement.verdict() == Verdict.REPORT || judgement.verdict() == Verdict.LIST;
        return payload.filter(p -> page && p.length() >= LEAST_COMPARED).map(Payload::sha256);
    }

    /** Opened though no header says that it is packed: rules that nobody can read would allow everything. */
    static byte[] robotsText(Payload payload) {
        return ContentDecoding.decode(payload.bytes(), List.of("gzip"), RobotsAnswer.MAX_BODY)
                .bytes();
    }

    static RobotsAnswer robots(String url, Judgement judgement, int status, Optional<byte[]> body, Instant at) {
        if (status == RobotsAnswer.NO_ANSWER) {
            Refusal refusal = new Refusal(judgement.outcome(), url + " gave no answer: " + judgement.detail());
            return RobotsAnswer.none(refusal, at);
        }
        return RobotsAnswer.of(status, judgement.redirect(), body.orElse(new byte[0]), at);
    }

    private static String detail(Entry entry, String detail) {
        if (!entry.known() || entry.purpose() != Purpose.COLUMN || entry.redirects() > 0) {
            return detail;
        }
        return detail.isEmpty() ? KNOWN_COLUMN : KNOWN_COLUMN + "; " + detail;
    }

    /** What is wrong with the certificate is said beside each answer that was read in spite of it. */
    private static String withFault(String detail, Optional<String> fault) {
        return fault.map(f -> (detail.isEmpty() ? "" : detail + "; ") + BROKEN_CERTIFICATE + f)
                .orElse(detail);
    }

    private void tell(Entry entry, Outcome outcome, int status, String detail) {
        listener.attempted(entry.government(), entry.url(), entry.purpose(), outcome, status, detail);
    }

    @FunctionalInterface
    private interface Append<T> {
        T run() throws IOException;
    }

    /** @return empty where the run was closed meanwhile */
    private <T> Optional<T> append(Append<T> append) throws IOException {
        open.readLock().lock();
        try {
            return closed ? Optional.empty() : Optional.of(append.run());
        } finally {
            open.readLock().unlock();
        }
    }
}
