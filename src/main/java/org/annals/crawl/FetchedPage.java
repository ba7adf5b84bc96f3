package org.annals.crawl;

import edu.uci.ics.crawler4j.crawler.Page;
import edu.uci.ics.crawler4j.fetcher.PageFetchResult;
import org.annals.capture.Exchange;

/** An answer in the engine's hands. The bytes go over as they are: the engine's own loader would copy and cut them, and guess a charset. */
final class FetchedPage extends PageFetchResult {
    private static final int LEAST_STATUS = 100;
    private static final int MOST_STATUS = 599;

    private final Exchange exchange;

    FetchedPage(Exchange exchange) {
        super(false);
        this.exchange = exchange;
        setFetchedUrl(exchange.url());
        // the engine looks the status up in a catalogue that knows no other numbers; the archive has the true one
        setStatusCode(Math.max(LEAST_STATUS, Math.min(MOST_STATUS, exchange.status())));
    }

    @Override
    public boolean fetchContent(Page page, int maxBytes) {
        page.setContentData(exchange.payload().bytes());
        page.setContentType(exchange.payload().contentType().orElse(null));
        return true;
    }

    @Override
    public void close() {
        // holds no connection
    }
}
