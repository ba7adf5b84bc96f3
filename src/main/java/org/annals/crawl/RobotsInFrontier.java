package org.annals.crawl;

import edu.uci.ics.crawler4j.fetcher.PageFetcher;
import edu.uci.ics.crawler4j.robotstxt.RobotstxtConfig;
import edu.uci.ics.crawler4j.robotstxt.RobotstxtServer;
import edu.uci.ics.crawler4j.url.WebURL;
import edu.uci.ics.crawler4j.url.WebURLFactory;

/**
 * Lets every link pass to the frontier, which reads a host's robots.txt before its first page and applies it when an address is its turn. The engine would ask for the
 * robots.txt of other hosts in the middle of a page, without pace.
 */
final class RobotsInFrontier extends RobotstxtServer {
    RobotsInFrontier(PageFetcher fetcher, WebURLFactory factory) {
        super(new RobotstxtConfig(), fetcher, factory);
    }

    @Override
    public boolean allows(WebURL url) {
        return true;
    }

    @Override
    public boolean allows(WebURL url, boolean isSeed) {
        return true;
    }
}
