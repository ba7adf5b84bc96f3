package org.annals.backfill;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.regex.Pattern;
import org.annals.archive.Importing;
import org.annals.capture.Exchange;
import org.annals.capture.KnownAddress;
import org.annals.capture.Outlink;
import org.annals.capture.Payload;
import org.annals.capture.Purpose;
import org.annals.discover.PageReader;
import org.annals.fetch.Fetcher;

/**
 * Asks another web archive for older captures of known columns and reports, and takes in their raw bytes. A report that only an older capture of a column links to is
 * asked about too, and so are the files that its page links to and what it redirects to. Of captures in a row with one digest only the first is fetched. The archive's two addresses are interfaces meant for programs, named by the operator:
 * they are asked one at a time, with the delay between two requests, Retry-After kept, and without asking for robots.txt.
 */
public final class Backfill {
    /** So many failures in a row, and the other archive is left alone. */
    private static final int PATIENCE = 5;

    private static final Set<Integer> TELLING = Set.of(0, 200, 203, 404, 410);
    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;
    private static final Pattern FRONT = Pattern.compile("https?://[^/]*/?(?:index\\.[a-z]+)?");
    /** From a column over its report to the file behind it, and one page or redirect in between. */
    private static final int MOST_STEPS = 3;
    /** Of a link that leads to a folder for one report. */
    private static final Pattern TITLE = Pattern.compile("20\\d\\d年.*报告");

    private final Endpoints endpoints;
    private final Importing importing;
    private final PacedFetcher fetcher;
    private final int mostOfAnAddress;
    private final Optional<Instant> from;
    private final Optional<Instant> to;
    private final BackfillListener listener;
    private final Deque<Step> waiting = new ArrayDeque<>();
    private final Set<String> asked = new HashSet<>();
    private long addresses;
    private long listed;
    private long same;
    private long held;
    private long failures;
    private int failuresInARow;

    /** An address to ask about, so many links away from what was asked for. */
    private record Step(KnownAddress address, int steps) {}

    /**
     * @param importing takes the captures in; committed by who opened it
     * @param delay least time between the end of one request and the start of the next
     * @param mostOfAnAddress captures of one address that are fetched at most, the newest first
     * @param from leaves out older captures
     * @param to leaves out newer captures
     */
    public Backfill(
            Endpoints endpoints,
            Importing importing,
            Fetcher fetcher,
            Duration delay,
            int mostOfAnAddress,
            Optional<Instant> from,
            Optional<Instant> to,
            Clock clock,
            BackfillListener listener) {
        this.endpoints = endpoints;
        this.importing = importing;
        this.fetcher = new PacedFetcher(fetcher, delay, clock);
        this.mostOfAnAddress = mostOfAnAddress;
        this.from = from;
        this.to = to;
        this.listener = listener;
    }

    /** @throws CancellationException after {@link #stop}; what was taken in is kept */
    public Backfilled run(List<KnownAddress> known) throws IOException {
        known.forEach(address -> offer(address, 0));
        while (!waiting.isEmpty()) {
            if (failuresInARow >= PATIENCE) {
                listener.problem("the other archive failed " + PATIENCE + " times in a row and is left alone; "
                        + waiting.size() + " addresses were not asked about: run the same command later");
                failures++;
                break;
            }
            address(waiting.remove());
        }
        return new Backfilled(addresses, listed, same, held, failures);
    }

    private void offer(KnownAddress address, int steps) {
        if (steps <= MOST_STEPS && asked.add(address.url())) {
            waiting.add(new Step(address, steps));
        }
    }

    private void address(Step step) throws IOException {
        KnownAddress address = step.address();
        listener.asking(address.url());
        addresses++;
        PacedFetcher.Fetched answer = fetcher.fetch(endpoints.captures(address.url()));
        Optional<Exchange> lines = answer.answer().filter(a -> a.status() == OK);
        // a server that knows nothing of an address may say so with 404
        boolean none = answer.answer().map(a -> a.status() == 404).orElse(false);
        if (lines.isEmpty() && !none) {
            fail("captures of " + address.url() + ": " + answer.problem());
            return;
        }
        failuresInARow = 0;
        List<CdxLine> all = lines.map(Backfill::lines).orElse(List.of());
        for (CdxLine capture : captures(all)) {
            if (failuresInARow >= PATIENCE) {
                return;
            }
            capture(capture, step);
        }
        redirects(all)
                .forEach(to -> offer(new KnownAddress(address.government(), to, address.purpose()), step.steps() + 1));
    }

    /** Where captures led to; where the lines do not say it, the replay of the newest one is asked. The front of a portal is where dead links lead to. */
    private Set<String> redirects(List<CdxLine> lines) {
        List<CdxLine> redirects = lines.stream()
                .filter(line -> line.status() / 100 == 3 && line.status() != NOT_MODIFIED)
                .toList();
        Set<String> targets = new LinkedHashSet<>();
        redirects.forEach(line -> line.redirect().ifPresent(targets::add));
        if (targets.isEmpty() && !redirects.isEmpty()) {
            CdxLine newest = redirects.get(redirects.size() - 1);
            fetcher.fetch(endpoints.raw(newest))
                    .answer()
                    .flatMap(answer -> Memento.redirect(newest, answer))
                    .ifPresent(targets::add);
        }
        targets.removeIf(to -> FRONT.matcher(to).matches());
        return targets;
    }

    private static List<CdxLine> lines(Exchange answer) {
        return new String(answer.payload().bytes(), StandardCharsets.UTF_8)
                .lines()
                .flatMap(line -> CdxLine.parse(line).stream())
                .toList();
    }

    /** Those worth fetching, newest first. */
    private List<CdxLine> captures(List<CdxLine> lines) {
        List<CdxLine> all = new ArrayList<>();
        lines.stream()
                .filter(line -> TELLING.contains(line.status()))
                .filter(line -> from.isEmpty() || !line.date().isBefore(from.get()))
                .filter(line -> to.isEmpty() || !line.date().isAfter(to.get()))
                .sorted(Comparator.comparing(CdxLine::timestamp))
                .forEach(all::add);
        listed += all.size();
        List<CdxLine> changed = new ArrayList<>();
        String before = "";
        for (CdxLine line : all) {
            boolean repeated = !line.digest().isEmpty() && line.digest().equals(before);
            if (repeated) {
                same++;
            } else {
                changed.add(0, line);
            }
            before = line.digest();
        }
        return changed.subList(0, Math.min(changed.size(), mostOfAnAddress));
    }

    private void capture(CdxLine capture, Step step) throws IOException {
        KnownAddress address = step.address();
        if (importing.holds(capture.url(), capture.date())) {
            held++;
            // of a run that was broken off, what it links to may not have been asked about
            importing.held(capture.url(), capture.date()).ifPresent(page -> follow(page, step));
            return;
        }
        String raw = endpoints.raw(capture);
        PacedFetcher.Fetched fetched = fetcher.fetch(raw);
        Optional<String> problem = fetched.answer().isEmpty()
                ? Optional.of(fetched.problem())
                : Memento.problem(capture, fetched.answer().get());
        if (problem.isPresent()) {
            fail(raw + ": " + problem.get());
            return;
        }
        failuresInARow = 0;
        Exchange answer = fetched.answer().get();
        importing.take(Memento.capture(capture, answer, address.government()));
        follow(
                Payload.of(
                        answer.payload().bytes(), answer.payload().contentType().orElse(null), capture.url()),
                step);
    }

    private void follow(Payload page, Step step) {
        for (Outlink link : PageReader.read(page, step.address().purpose()).outlinks()) {
            boolean titled = link.purpose() == Purpose.COLUMN
                    && TITLE.matcher(link.anchorText()).find();
            if (link.purpose() == Purpose.REPORT || titled) {
                offer(new KnownAddress(step.address().government(), link.url(), Purpose.REPORT), step.steps() + 1);
            }
        }
    }

    private void fail(String line) {
        failures++;
        failuresInARow++;
        listener.problem(line);
    }

    /** Ends {@link #run}; may be called from any thread. */
    public void stop() {
        fetcher.stop();
        importing.stop();
    }
}
