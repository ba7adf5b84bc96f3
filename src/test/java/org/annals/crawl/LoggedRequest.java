package org.annals.crawl;

/** One request as the server saw it; times from its own clock, the end taken when the answer was written. */
record LoggedRequest(String path, int status, long startNanos, long endNanos) {}
