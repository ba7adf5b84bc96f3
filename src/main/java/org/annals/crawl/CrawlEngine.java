package org.annals.crawl;

import edu.uci.ics.crawler4j.crawler.CrawlConfig;
import edu.uci.ics.crawler4j.crawler.CrawlController;
import edu.uci.ics.crawler4j.crawler.WebCrawler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.annals.frontier.EngineFrontier;

/**
 * Crawler4j's controller with its threads, without its monitor: that one looks every few seconds whether a worker idles and then waits three times. Our frontier knows the end by
 * itself, and its workers return at once.
 */
final class CrawlEngine extends CrawlController {
    private static final int ALWAYS = 10_000;

    private final Consumer<Throwable> fault;
    private final AtomicInteger working = new AtomicInteger();
    private final CountDownLatch allEnded = new CountDownLatch(1);

    /** @param fault is told of a worker that died */
    CrawlEngine(
            CrawlConfig config,
            ArchivingFetcher fetcher,
            PageParser parser,
            RobotsInFrontier robots,
            EngineFrontier frontier,
            Consumer<Throwable> fault)
            throws Exception {
        // no normaliser: the engine would only need one to add seeds by itself
        super(config, null, fetcher, parser, robots, null, frontier);
        this.fault = fault;
    }

    @Override
    protected <T extends WebCrawler> void start(WebCrawlerFactory<T> factory, int count, boolean blocking) {
        List<Thread> workers = new ArrayList<>();
        try {
            for (int i = 1; i <= count; i++) {
                T crawler = factory.newInstance();
                Thread thread = new Thread(() -> work(crawler), "crawler-" + i);
                // a hung request must not keep the program alive after a stop
                thread.setDaemon(true);
                crawler.setThread(thread);
                crawler.init(i, this);
                workers.add(thread);
            }
        } catch (Exception e) {
            throw new IllegalStateException("cannot make a worker", e);
        }
        working.set(workers.size());
        workers.forEach(Thread::start);
        if (blocking) {
            waitUntilFinish();
        }
    }

    private void work(WebCrawler crawler) {
        try {
            crawler.run();
            ((PortalCrawler) crawler).endedBy().ifPresent(fault);
        } finally {
            if (working.decrementAndGet() == 0) {
                allEnded.countDown();
            }
        }
    }

    @Override
    public void waitUntilFinish() {
        await(Duration.ofDays(ALWAYS));
    }

    /** @return whether all workers have returned within that time */
    boolean await(Duration time) {
        try {
            return allEnded.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
