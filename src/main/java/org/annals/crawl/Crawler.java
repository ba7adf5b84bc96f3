package org.annals.crawl;

import edu.uci.ics.crawler4j.crawler.CrawlConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.annals.archive.Archive;
import org.annals.archive.ArchiveWriter;
import org.annals.archive.RunInfo;
import org.annals.capture.KnownAddress;
import org.annals.capture.Outcome;
import org.annals.capture.RunId;
import org.annals.fetch.AddressGuard;
import org.annals.fetch.Fetcher;
import org.annals.frontier.EngineFrontier;
import org.annals.frontier.FrontierCounts;
import org.annals.frontier.HostFrontier;
import org.annals.frontier.Offer;
import org.annals.frontier.Unasked;
import org.annals.government.Government;
import org.annals.policy.Politeness;

/**
 * One crawl of the listed governments: discover, fetch, archive. An unfinished run of the same seeds in the archive is taken up; else a new one begins. For one run;
 * {@link #stop} and {@link #snapshot} may be called from any thread.
 */
public final class Crawler {
    // a stop has to be over in five seconds
    private static final Duration GRACE = Duration.ofSeconds(1);
    private static final Duration BREAK_OFF = Duration.ofSeconds(2);

    private static final long HEAP_PER_BODY = 8;

    private final CrawlOptions options;
    private final Archive archive;
    private final Path frontierFile;
    private final CrawlListener listener;
    private final SteadyClock clock;
    private final Hours hours;

    private final CountDownLatch over = new CountDownLatch(1);
    private final AtomicReference<Throwable> fault = new AtomicReference<>();
    private volatile boolean stopped;
    private volatile HostFrontier frontier;
    private final Tally tally = new Tally();
    private final Cookies cookies = new Cookies();

    /**
     * @param archive open for writing; stays open
     * @param frontierFile working state, made where it is missing
     * @param clock gives the run its dates
     */
    public Crawler(CrawlOptions options, Archive archive, Path frontierFile, CrawlListener listener, Clock clock) {
        this.options = options;
        this.archive = archive;
        this.frontierFile = frontierFile;
        this.listener = listener;
        this.clock = new SteadyClock(clock);
        this.hours = new Hours(options.hours(), clock, listener);
    }

    /**
     * Crawls until everything is done, {@link #stop} is called or the time is up.
     *
     * @param seeds the files that the governments were read from; archived with the run
     * @param known addresses worth asking again, from the catalogue
     * @throws IOException if the archive or the frontier fails; one line says what and what to do, and the same call goes on later
     */
    public CrawlSummary run(List<SeedsFile> seeds, List<Government> governments, List<KnownAddress> known)
            throws IOException {
        return run(seeds, governments, known, Optional.empty());
    }

    /**
     * The same for what is due only.
     *
     * @param due where it is given, only these governments are asked, at all their columns
     */
    public CrawlSummary run(
            List<SeedsFile> seeds, List<Government> governments, List<KnownAddress> known, Optional<Selection> due)
            throws IOException {
        Instant begun = clock.instant();
        Politeness politeness = new Politeness(options.delay(), Politeness.DURATION_FACTOR);
        Map<String, String> settings = RunSettings.of(options, seeds, due.isPresent());
        Optional<RunInfo> unfinished = unfinished(settings);
        RunInfo run = unfinished.orElseGet(() -> new RunInfo(RunId.startedAt(begun), options.kind(), begun, settings));
        noteSmallHeap();
        try (HostFrontier open =
                HostFrontier.open(frontierFile, clock, politeness, new DiscoveryRule(options.maxPages()))) {
            open.replaced()
                    .ifPresent(why -> listener.noted(
                            frontierFile + " could not be used (" + why + ") and is begun anew from the archive"));
            Scopes scopes = new Scopes(governments, known);
            Links links = new Links(scopes);
            if (unfinished.isPresent()) {
                takeUp(open, run, governments, known, due, scopes, links);
            } else {
                open.begin(run.run(), starts(governments, known, due));
                open.load(false);
            }
            open.start(hours);
            frontier = open;
            return crawl(run, seeds, governments, unfinished.isPresent(), politeness, links, begun);
        } catch (CancellationException e) {
            // stopped before anything was asked; what was taken up so far is taken up again
            return summary(run, governments.size(), governments.size(), true, begun, List.of());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private Map<String, List<Offer>> starts(
            List<Government> governments, List<KnownAddress> known, Optional<Selection> due) {
        List<Government> asked = governments.stream()
                .filter(g -> due.map(selected -> selected.governments().contains(g.code()))
                        .orElse(true))
                .toList();
        return Starts.of(
                asked,
                known,
                address -> options.revisit()
                        || due.map(selected -> selected.reports().contains(address))
                                .orElse(false));
    }

    /** One body at a time has to fit with all its copies: as received, as payload, as records. */
    private void noteSmallHeap() {
        long heap = Runtime.getRuntime().maxMemory();
        long body = options.fetch().limits().maxBody();
        if (body > heap / HEAP_PER_BODY) {
            listener.noted("Java may use " + (heap >> 20) + " MiB, which is little for bodies of up to " + (body >> 20)
                    + " MiB: give it " + (body * HEAP_PER_BODY >> 20)
                    + " MiB (ANNALS_JAVA_OPTS=-Xmx…) or lower --max-body");
        }
    }

    private void takeUp(
            HostFrontier open,
            RunInfo run,
            List<Government> governments,
            List<KnownAddress> known,
            Optional<Selection> due,
            Scopes scopes,
            Links links)
            throws IOException {
        Replay replay = new Replay(archive, run.run(), () -> stopped);
        if (!open.holds(run.run())) {
            listener.noted(frontierFile + " does not hold run " + run.run() + "; its state is read from the archive");
            // what was asked since is not due any more, but belongs to the run
            Set<String> asked = due.isPresent() ? replay.governments() : Set.of();
            Optional<Selection> selection = due.map(selected -> selected.with(asked));
            open.begin(run.run(), starts(governments, replay.knownAtStart(known), selection));
        }
        open.load(true);
        scopes.load(open);
        replay.into(open, links, options.delay(), tally);
        replay.damage().forEach(listener::noted);
        listener.noted("going on with run " + run.run() + " of " + run.startedAt() + ", " + tally.requests()
                + " requests made so far");
    }

    /** The unfinished run, if it is this crawl's; one of other seeds is closed as interrupted, since nothing will ever go on with it. */
    private Optional<RunInfo> unfinished(Map<String, String> settings) throws IOException {
        Optional<RunInfo> run = archive.unfinished();
        if (run.isEmpty()) {
            return run;
        }
        if (RunSettings.isSameCrawl(run.get(), options.kind(), settings)) {
            return run;
        }
        try (ArchiveWriter writer = archive.write(run.get())) {
            writer.commit(clock.instant(), Map.of("interrupted", 1L), options.parserVersion());
        }
        listener.noted("run " + run.get().run() + " of other seeds was never finished; closed as interrupted");
        return Optional.empty();
    }

    private CrawlSummary crawl(
            RunInfo run,
            List<SeedsFile> seeds,
            List<Government> governments,
            boolean resumed,
            Politeness politeness,
            Links links,
            Instant begun)
            throws IOException {
        AddressGuard guard = AddressGuard.of(
                governments.stream().flatMap(g -> Scopes.addresses(g).stream()).toList(),
                options.fetch().networks());
        try (ArchiveWriter writer = archive.write(run);
                Fetcher fetcher = new Fetcher(options.fetch(), options.userAgent(), guard, clock)) {
            archiveSeeds(writer, run, seeds, resumed);
            Recorder recorder = new Recorder(writer, frontier, links, politeness, listener, tally, cookies, clock);
            work(recorder, fetcher, links, governments.size());
            failIfFaulty();
            List<Unasked> unasked = frontier.unasked();
            unasked.forEach(left -> listener.noted(line(left)));
            CrawlSummary summary = summary(run, governments.size(), frontier.unfinished(), resumed, begun, unasked);
            if (!summary.interrupted()) {
                writer.finishes(frontier.finishes(), clock.instant());
                writer.commit(clock.instant(), counts(summary), options.parserVersion());
            }
            return summary;
        }
    }

    private void archiveSeeds(ArchiveWriter writer, RunInfo run, List<SeedsFile> seeds, boolean resumed)
            throws IOException {
        if (resumed && !new Replay(archive, run.run(), () -> stopped).seeds().isEmpty()) {
            return;
        }
        for (SeedsFile file : seeds) {
            writer.seeds(file.name(), file.csv(), run.startedAt());
        }
    }

    private void work(Recorder recorder, Fetcher fetcher, Links links, int governments) throws IOException {
        CrawlEngine engine = engine(fetcher, links);
        int workers = Math.max(1, Math.min(options.maxHosts(), governments));
        try {
            if (!stopped) {
                engine.startNonBlocking(() -> new PortalCrawler(recorder, links, this::fail), workers);
                Thread watcher = new Thread(
                        () -> {
                            engine.waitUntilFinish();
                            over.countDown();
                        },
                        "crawl-end");
                watcher.setDaemon(true);
                watcher.start();
                awaitEnd();
            }
            recorder.stopping();
            frontier.finish();
            if (!engine.await(GRACE)) {
                fetcher.close();
                engine.await(BREAK_OFF);
            }
        } finally {
            recorder.close();
        }
    }

    private CrawlEngine engine(Fetcher fetcher, Links links) throws IOException {
        CrawlConfig config = new CrawlConfig();
        config.setCrawlStorageFolder(archive.folder().toString());
        config.setPolitenessDelay(0);
        config.setUserAgentString(options.userAgent());
        config.setBatchReadSize(1);
        config.setFollowRedirects(false);
        config.setRespectNoFollow(false);
        config.setRespectNoIndex(false);
        config.setIncludeBinaryContentInCrawling(true);
        config.setHaltOnError(false);
        EngineFrontier frontiers = new EngineFrontier(frontier);
        try {
            ArchivingFetcher pages =
                    new ArchivingFetcher(config, fetcher, frontier, new Conditions(archive, clock), cookies);
            PageParser parser = new PageParser(config, frontiers.getWebURLFactory(), links);
            RobotsInFrontier robots = new RobotsInFrontier(pages, frontiers.getWebURLFactory());
            return new CrawlEngine(config, pages, parser, robots, frontiers, this::fail);
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("the engine does not start: " + e.getMessage(), e);
        }
    }

    private void awaitEnd() {
        try {
            if (options.maxTime().isEmpty()) {
                over.await();
            } else if (!over.await(options.maxTime().get().toMillis(), TimeUnit.MILLISECONDS)) {
                listener.noted("the time is up after " + options.maxTime().get().toSeconds() + " s");
                stop();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop();
        }
    }

    /** Ends the run in good order, within a few seconds even where portals hang; {@link #run} returns then. */
    public void stop() {
        stopped = true;
        end();
    }

    private void fail(Throwable e) {
        fault.compareAndSet(null, e);
        end();
    }

    private void end() {
        over.countDown();
        HostFrontier open = frontier;
        if (open != null) {
            open.finish();
        }
    }

    private void failIfFaulty() throws IOException {
        Throwable e = fault.get();
        if (e instanceof UncheckedIOException unchecked) {
            throw unchecked.getCause();
        }
        if (e instanceof IOException io) {
            throw io;
        }
        if (e != null) {
            throw new IllegalStateException("the crawl was ended by a fault of the program: " + e, e);
        }
    }

    /** What the crawl does at this moment. */
    public CrawlSnapshot snapshot() {
        HostFrontier open = frontier;
        FrontierCounts counts = open == null ? FrontierCounts.NONE : open.counts();
        return new CrawlSnapshot(
                counts.active(),
                counts.ready(),
                counts.pacing(),
                counts.backingOff(),
                counts.leftAlone(),
                counts.waiting(),
                counts.governments(),
                tally.pages(),
                counts.reports(),
                tally.sum(Outcome.ROBOTS_DENIED, Outcome.OUT_OF_SCOPE),
                tally.sum(Outcome.CHALLENGE),
                tally.sum(
                        Outcome.TIMEOUT,
                        Outcome.CONNECTION_ERROR,
                        Outcome.TLS_ERROR,
                        Outcome.SERVER_ERROR,
                        Outcome.TOO_LARGE),
                counts.nextTurn().map(at -> Duration.between(clock.instant(), at)),
                hours.closedFor());
    }

    private String line(Unasked left) {
        String line = "government " + left.government() + " is not exhausted:";
        if (left.beyondBudget() > 0) {
            line += " its budget of " + options.maxPages() + " pages ended with " + left.beyondBudget()
                    + " reports and columns not asked for;";
        }
        if (left.behindGone() > 0) {
            line += " " + left.behindGone() + " links were left after many in a row that were gone;";
        }
        return line.substring(0, line.length() - 1);
    }

    private CrawlSummary summary(
            RunInfo run, int governments, int left, boolean resumed, Instant begun, List<Unasked> unasked) {
        return new CrawlSummary(
                run.run(),
                left > 0,
                resumed,
                governments,
                left,
                tally.requests(),
                tally.pages(),
                frontier == null ? 0 : frontier.counts().reports(),
                tally.outcomes(),
                Duration.between(begun, clock.instant()),
                unasked);
    }

    private static Map<String, Long> counts(CrawlSummary summary) {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("governments", (long) summary.governments());
        counts.put("requests", summary.requests());
        counts.put("pages", summary.pages());
        counts.put("reports", summary.reports());
        summary.outcomes().forEach((outcome, count) -> counts.put(outcome.code(), count));
        return counts;
    }
}
