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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.annals.archive.Importing;
import org.annals.capture.Exchange;
import org.annals.capture.KnownAddress;
import org.annals.capture.Payload;
import org.annals.capture.Purpose;
import org.annals.discover.PageReader;
import org.annals.fetch.Fetcher;

/**
 * Asks another web archive for older captures of known columns and reports, and takes in their raw bytes. A report that only an older capture of a column links to is
 * asked about too. Of captures in a row with one digest only the first is fetched. The archive's two addresses are interfaces meant for programs, named by the operator:
 * they are asked one at a time, with the delay between two requests, Retry-After kept, and without asking for robots.txt.
 */
public final class Backfill {
    /** So many failures in a row, and the other archive is left alone. */
    private static final int PATIENCE = 5;

    private static final Set<Integer> TELLING = Set.of(0, 200, 203, 404, 410);
    private static final int OK = 200;

    private final Endpoints endpoints;
    private final Importing importing;
    private final PacedFetcher fetcher;
    private final int mostOfAnAddress;
    private final Optional<Instant> from;
    private final Optional<Instant> to;
    private final BackfillListener listener;
    private final Deque<KnownAddress> waiting = new ArrayDeque<>();
    private final Set<String> asked = new HashSet<>();
    private long addresses;
    private long listed;
    private long same;
    private long held;
    private long failures;
    private int failuresInARow;

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
        known.forEach(this::offer);
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

    private void offer(KnownAddress address) {
        if (asked.add(address.url())) {
            waiting.add(address);
        }
    }

    private void address(KnownAddress address) throws IOException {
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
        for (CdxLine capture : lines.map(this::captures).orElse(List.of())) {
            if (failuresInARow >= PATIENCE) {
                return;
            }
            capture(capture, address);
        }
    }

    /** Those worth fetching, newest first. */
    private List<CdxLine> captures(Exchange answer) {
        List<CdxLine> all = new ArrayList<>();
        new String(answer.payload().bytes(), StandardCharsets.UTF_8)
                .lines()
                .flatMap(line -> CdxLine.parse(line).stream())
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

    private void capture(CdxLine capture, KnownAddress address) throws IOException {
        if (importing.holds(capture.url(), capture.date())) {
            held++;
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
        if (address.purpose() == Purpose.COLUMN) {
            Payload page = Payload.of(
                    answer.payload().bytes(), answer.payload().contentType().orElse(null), capture.url());
            PageReader.read(page, Purpose.COLUMN).outlinks().stream()
                    .filter(link -> link.purpose() == Purpose.REPORT)
                    .forEach(link -> offer(new KnownAddress(address.government(), link.url(), Purpose.REPORT)));
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
