package org.annals.demo;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What the portals' own logs say of a crawl.
 *
 * @param hosts one entry a portal, in the order of the seeds file
 */
public record PolitenessReport(List<Host> hosts) {
    /**
     * @param requests how many were answered, robots.txt included
     * @param mostAtOnce the largest number of requests that were open at the same time
     * @param wanted the least gap that was asked for: the crawl's delay or the portal's own Crawl-delay, whichever
     *     is longer
     * @param smallestGap from the end of one request to the start of the next; empty below two requests
     * @param forbidden paths that were fetched although robots.txt forbids them
     */
    public record Host(
            String portal,
            int requests,
            int mostAtOnce,
            Duration wanted,
            Optional<Duration> smallestGap,
            List<String> forbidden) {
        public Host {
            forbidden = List.copyOf(forbidden);
        }

        /** Never two at once, no gap too short, nothing forbidden. */
        public boolean polite() {
            return mostAtOnce <= 1
                    && forbidden.isEmpty()
                    && smallestGap.map(gap -> gap.compareTo(wanted) >= 0).orElse(true);
        }
    }

    public PolitenessReport {
        hosts = List.copyOf(hosts);
    }

    public boolean polite() {
        return hosts.stream().allMatch(Host::polite);
    }
}
