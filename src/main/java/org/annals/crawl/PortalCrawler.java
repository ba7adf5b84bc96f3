package org.annals.crawl;

import edu.uci.ics.crawler4j.crawler.Page;
import edu.uci.ics.crawler4j.crawler.WebCrawler;
import edu.uci.ics.crawler4j.url.WebURL;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import org.annals.fetch.FetchResult;
import org.annals.frontier.Lease;
import org.annals.frontier.OfferedUrl;

/** One worker of the engine: archives what the engine's hooks report. */
final class PortalCrawler extends WebCrawler {
    private final Recorder recorder;
    private final Links links;
    private final Consumer<Throwable> fault;

    /** @param fault is told what ends the run */
    PortalCrawler(Recorder recorder, Links links, Consumer<Throwable> fault) {
        this.recorder = recorder;
        this.links = links;
        this.fault = fault;
    }

    /** What ended this worker, other than the end of the run. */
    Optional<Throwable> endedBy() {
        return Optional.ofNullable(getError());
    }

    @Override
    public boolean shouldVisit(Page page, WebURL url) {
        return ((OfferedUrl) url).offer().filter(Links::isWorthKeeping).isPresent();
    }

    @Override
    protected void handlePageStatusCode(WebURL url, int status, String description) {
        Lease lease = (Lease) url;
        if (status < 200 || status > 299) {
            // no page to read; 2xx answers come to visit()
            archive(() -> {
                Judgement answer =
                        Judge.judge(lease.meant().orElseThrow(), lease.entry().purpose());
                recorder.answered(lease, links.judge(lease.entry(), answer));
            });
        }
    }

    @Override
    public void visit(Page page) {
        JudgedPage judged = (JudgedPage) page.getParseData();
        archive(() -> recorder.answered((Lease) page.getWebURL(), judged.judgement()));
    }

    @Override
    protected void onUnhandledException(Page page, Throwable e) {
        if (e instanceof NotNow) {
            return;
        }
        if (e instanceof NoAnswer none) {
            Lease lease = (Lease) page.getWebURL();
            Optional<FetchResult.Failure> failure = none.failure();
            archive(() -> {
                if (failure.isPresent()) {
                    recorder.failed(lease, failure.get());
                } else {
                    recorder.refused(lease);
                }
            });
            return;
        }
        fault.accept(e);
    }

    @Override
    protected void onParseError(WebURL url, Exception e) {
        fault.accept(e);
    }

    @Override
    protected void onContentFetchError(Page page, Exception e) {
        fault.accept(e);
    }

    @Override
    protected void onUnexpectedStatusCode(String url, int status, String contentType, String description) {
        // archived in handlePageStatusCode; nothing unexpected about it
    }

    @Override
    protected void onRedirectedToInvalidUrl(Page page) {
        // the engine is not told where redirects lead: they are followed by the frontier
    }

    @FunctionalInterface
    private interface Archiving {
        void run() throws IOException;
    }

    /** The engine would log what goes wrong here and call the page done; so it is told to the run, and the lease goes back as it was. */
    private void archive(Archiving work) {
        try {
            work.run();
        } catch (IOException | RuntimeException e) {
            fault.accept(e);
        }
    }
}
