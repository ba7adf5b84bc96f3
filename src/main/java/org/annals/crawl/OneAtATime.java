package org.annals.crawl;

import edu.uci.ics.crawler4j.PolitenessServer;
import edu.uci.ics.crawler4j.url.WebURL;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.annals.policy.Origin;

/** No pace of its own, which lives in the frontier; it only makes sure that no host is ever asked twice at once. */
final class OneAtATime implements PolitenessServer {
    private final Set<Origin> asked = ConcurrentHashMap.newKeySet();

    /** @throws IllegalStateException if that host is being asked: a fault of ours, and the end of the run */
    @Override
    public long applyPoliteness(WebURL url) {
        Origin origin = Origin.of(url.getURL());
        if (!asked.add(origin)) {
            throw new IllegalStateException("two requests at once to " + origin);
        }
        return NO_POLITENESS_APPLIED;
    }

    void ended(WebURL url) {
        asked.remove(Origin.of(url.getURL()));
    }
}
