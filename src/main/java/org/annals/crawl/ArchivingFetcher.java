package org.annals.crawl;

import edu.uci.ics.crawler4j.crawler.CrawlConfig;
import edu.uci.ics.crawler4j.fetcher.PageFetchResult;
import edu.uci.ics.crawler4j.fetcher.PageFetcher;
import edu.uci.ics.crawler4j.url.WebURL;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.annals.capture.Exchange;
import org.annals.capture.Header;
import org.annals.capture.Original;
import org.annals.fetch.FetchResult;
import org.annals.fetch.Fetcher;
import org.annals.frontier.HostFrontier;
import org.annals.frontier.Lease;

/** The engine's fetcher with our HTTP in place of its own, which trusts every certificate, decodes the bytes and asks again behind our back. */
final class ArchivingFetcher extends PageFetcher {
    private final Fetcher fetcher;
    private final HostFrontier frontier;
    private final Conditions conditions;
    private final Cookies cookies;

    ArchivingFetcher(CrawlConfig config, Fetcher fetcher, HostFrontier frontier, Conditions conditions, Cookies cookies)
            throws GeneralSecurityException, IOException {
        // no normaliser: redirects are resolved by Judge
        super(config, null, new OneAtATime());
        this.fetcher = fetcher;
        this.frontier = frontier;
        this.conditions = conditions;
        this.cookies = cookies;
        super.shutDown();
        httpClient.close();
    }

    @Override
    public PageFetchResult fetchPage(WebURL url) throws IOException {
        Lease lease = (Lease) url;
        if (lease.entry().refusal().isPresent()) {
            throw new NoAnswer(null);
        }
        OneAtATime check = (OneAtATime) getPolitenessServer();
        Optional<Original> original = conditions.original(lease.entry());
        FetchResult result;
        check.applyPoliteness(lease);
        try {
            List<Header> headers = new ArrayList<>(cookies.headers(lease.entry().url()));
            original.ifPresent(o -> headers.addAll(o.validators().conditions()));
            result = fetcher.fetch(lease.entry().url(), headers, addresses -> claim(lease, addresses));
        } finally {
            check.ended(lease);
        }
        if (result instanceof FetchResult.Failure failure) {
            throw new NoAnswer(failure);
        }
        if (result instanceof FetchResult.Withheld) {
            throw new NotNow();
        }
        FetchResult.Answer answer = (FetchResult.Answer) result;
        Exchange exchange = answer.exchange();
        Runnable room = conditions.room(exchange, original);
        lease.whenGivenBack(() -> {
            answer.done().run();
            room.run();
        });
        Optional<Exchange> meant = conditions.meant(exchange, original);
        if (meant.isPresent()) {
            lease.notModified(exchange, original.orElseThrow(), meant.get());
        } else {
            lease.answered(exchange);
        }
        answer.certificateFault().ifPresent(lease::certificateFault);
        return new FetchedPage(meant.orElse(exchange));
    }

    private boolean claim(Lease lease, Set<String> addresses) {
        try {
            return frontier.claim(lease, addresses);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void shutDown() {
        // what the engine made was closed at once; ours is closed by who opened it
    }
}
