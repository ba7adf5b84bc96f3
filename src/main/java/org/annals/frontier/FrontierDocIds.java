package org.annals.frontier;

import edu.uci.ics.crawler4j.frontier.DocIDServer;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Gives the engine the numbers that it wants for its pages. It never calls an address known: two governments may share an address, and whether one has it already is
 * decided by the frontier in the same transaction that adds it (the engine's look-up and insertion are two steps, between which another worker can come).
 */
final class FrontierDocIds implements DocIDServer {
    private static final int UNKNOWN = -1;

    private final AtomicInteger last = new AtomicInteger();

    @Override
    public int getDocId(String url) {
        return UNKNOWN;
    }

    @Override
    public int getNewDocID(String url) {
        return last.updateAndGet(id -> id == Integer.MAX_VALUE ? 1 : id + 1);
    }

    @Override
    public void addUrlAndDocId(String url, int docId) {
        // nothing to remember: see above
    }

    @Override
    public boolean isSeenBefore(String url) {
        return false;
    }

    @Override
    public int getDocCount() {
        return last.get();
    }

    @Override
    public void close() {
        // holds nothing
    }
}
