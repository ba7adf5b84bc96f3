package org.annals.frontier;

import edu.uci.ics.crawler4j.frontier.DocIDServer;
import edu.uci.ics.crawler4j.frontier.Frontier;
import edu.uci.ics.crawler4j.frontier.FrontierConfiguration;
import edu.uci.ics.crawler4j.url.WebURLFactory;

/** Hands our frontier to Crawler4j. The engine does not own it: who opened it closes it. */
public final class EngineFrontier implements FrontierConfiguration {
    private final HostFrontier frontier;
    private final DocIDServer docIds = new FrontierDocIds();

    public EngineFrontier(HostFrontier frontier) {
        this.frontier = frontier;
    }

    @Override
    public DocIDServer getDocIDServer() {
        return docIds;
    }

    @Override
    public Frontier getFrontier() {
        return frontier;
    }

    @Override
    public WebURLFactory getWebURLFactory() {
        return OfferedUrl::new;
    }

    @Override
    public void close() {
        // the frontier outlives the engine: the run still reads its counts
    }
}
