package org.annals.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.annals.archive.Archive;
import org.annals.capture.KnownAddress;
import org.annals.catalog.Catalog;
import org.annals.catalog.Indexer;
import org.annals.crawl.CrawlListener;
import org.annals.crawl.CrawlOptions;
import org.annals.crawl.CrawlSnapshot;
import org.annals.crawl.CrawlSummary;
import org.annals.crawl.Crawler;
import org.annals.crawl.SeedsFile;
import org.annals.government.Government;

/** One crawl into an archive folder, with the catalogue following it. {@link #stop} may be called from any thread. */
final class CrawlJob {
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
        try (Archive archive = Archive.openForWriting(folder)) {
            archive.repairs().forEach(say);
            List<KnownAddress> known = known(archive, options.revisit());
            Crawler crawler =
                    new Crawler(options, archive, folder.resolve("frontier.sqlite"), listener, Clock.systemUTC());
            running.set(crawler);
            if (stopped) {
                crawler.stop();
            }
            ScheduledExecutorService follower = follow(archive);
            try {
                return crawler.run(seeds, governments, known);
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
                2,
                2,
                TimeUnit.SECONDS);
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
