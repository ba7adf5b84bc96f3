package org.annals.fetch;

import java.time.Clock;

/** Asks for one address at a time per call: no redirects, no retries, no cookies; TLS verified. Safe for many threads. */
public final class Fetcher implements AutoCloseable {
    /** @param userAgent sent as it is */
    public Fetcher(FetchLimits limits, String userAgent, AddressGuard guard, Clock clock) {
        throw new UnsupportedOperationException();
    }

    /** Never throws for what a portal does. */
    public FetchResult fetch(String url) {
        throw new UnsupportedOperationException();
    }

    /** Breaks off what is under way and closes all connections; safe from any thread. */
    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
