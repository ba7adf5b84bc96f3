package org.annals.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.annals.archive.Archive;
import org.annals.archive.RunInfo;
import org.annals.capture.KnownAddress;
import org.annals.catalog.Catalog;
import org.annals.catalog.Indexer;
import org.annals.crawl.CrawlListener;
import org.annals.crawl.CrawlOptions;
import org.annals.crawl.CrawlSnapshot;
import org.annals.crawl.CrawlSummary;
import org.annals.crawl.Crawler;
import org.annals.crawl.RunSettings;
import org.annals.crawl.SeedsFile;
import org.annals.crawl.Selection;
import org.annals.government.Government;
import org.annals.policy.RevisitPolicy;

/** One crawl into an archive folder, with the catalogue following it. {@link #stop} may be called from any thread. */
final class CrawlJob {
    /** From one look at what was archived to the next: what comes in between is all that is left for the end of a crawl that the catalogue can follow. */
    private static final long FOLLOWING_MS = 250;

    private final AtomicReference<Crawler> running = new AtomicReference<>();
    private volatile boolean stopped;
    private final CopyOnWriteArrayList<String> faults = new CopyOnWriteArrayList<>();

    /**
     * @param say gets what opening the archive had to mend, one line each
     * @throws IOException if the archive, the frontier or the catalogue fails; what was archived is kept
     */
    CrawlSummary run(
            Path folder,
            CrawlOptions options,
            List<SeedsFile> seeds,
            List<Government> governments,
            CrawlListener listener,
            Consumer<String> say)
            throws IOException {
        return run(folder, options, seeds, governments, false, listener, say).orElseThrow();
    }

    /**
     * The same for what is due only; empty where nothing is, and no run of the kind waits to be gone on with.
     *
     * @param dueOnly asks those governments only of which something is due today
     */
    Optional<CrawlSummary> run(
            Path folder,
            CrawlOptions options,
            List<SeedsFile> seeds,
            List<Government> governments,
            boolean dueOnly,
            CrawlListener listener,
            Consumer<String> say)
            throws IOException {
        try (Archive archive = Archive.openForWriting(folder)) {
            archive.repairs().forEach(say);
            List<KnownAddress> known = known(archive, options.revisit() || dueOnly);
            Optional<Selection> due = dueOnly ? Optional.of(due(archive, governments)) : Optional.empty();
            if (due.isPresent() && due.get().governments().isEmpty() && !isUnfinished(archive, options, seeds)) {
                return Optional.empty();
            }
            Crawler crawler =
                    new Crawler(options, archive, folder.resolve("frontier.sqlite"), listener, Clock.systemUTC());
            running.set(crawler);
            if (stopped) {
                crawler.stop();
            }
            ScheduledExecutorService follower = follow(archive);
            try {
                return Optional.of(crawler.run(seeds, governments, known, due));
            } finally {
                end(follower);
                faults.addAllAbsent(Indexer.catchUp(archive).faults());
                faults.forEach(say);
            }
        }
    }

    /** Ends the crawl in good order; the same call goes on where it stopped. */
    void stop() {
        stopped = true;
        Crawler crawler = running.get();
        if (crawler != null) {
            crawler.stop();
        }
    }

    /** What the catalogue could not take in of this crawl, one line each. */
    List<String> faults() {
        return List.copyOf(faults);
    }

    CrawlSnapshot snapshot() {
        Crawler crawler = running.get();
        return crawler == null ? CrawlSnapshot.NOTHING_YET : crawler.snapshot();
    }

    private static Selection due(Archive archive, List<Government> governments) throws IOException {
        try (Catalog catalog = Catalog.open(archive.folder())) {
            return Agenda.of(catalog).by(RevisitPolicy.day(Clock.systemUTC().instant()), governments);
        }
    }

    private static boolean isUnfinished(Archive archive, CrawlOptions options, List<SeedsFile> seeds)
            throws IOException {
        Optional<RunInfo> run = archive.unfinished();
        return run.isPresent()
                && RunSettings.isSameCrawl(run.get(), options.kind(), RunSettings.of(options, seeds, true));
    }

    private static List<KnownAddress> known(Archive archive, boolean revisit) throws IOException {
        Indexer.catchUp(archive);
        try (Catalog catalog = Catalog.open(archive.folder())) {
            return catalog.known(revisit);
        }
    }

    /** Reads what the crawl has archived while it goes on, so that the catalogue can be looked at and little is left for the end. */
    private ScheduledExecutorService follow(Archive archive) {
        ScheduledExecutorService follower = Executors.newSingleThreadScheduledExecutor();
        follower.scheduleWithFixedDelay(
                () -> {
                    try {
                        faults.addAllAbsent(Indexer.catchUpIfFree(archive).faults());
                    } catch (IOException e) {
                        // the last catching up, at the end of the crawl, meets the same fault and reports it
                        follower.shutdown();
                    }
                },
                FOLLOWING_MS,
                FOLLOWING_MS,
                TimeUnit.MILLISECONDS);
        return follower;
    }

    private static void end(ScheduledExecutorService follower) {
        follower.shutdown();
        try {
            follower.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
