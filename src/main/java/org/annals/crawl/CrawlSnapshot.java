package org.annals.crawl;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * A crawl at one instant: enough to tell why it waits.
 *
 * @param hostsActive hosts that are being asked
 * @param hostsReady those that could be, with no worker free
 * @param hostsPacing hosts that wait out their delay
 * @param hostsBackingOff those of them that failed the last time
 * @param hostsLeftAlone hosts that are asked no more: they failed too often, or their robots.txt gave no answer
 * @param addressesWaiting known and not settled; not all of them will be asked for
 * @param governmentsLeft not finished
 * @param pages answers archived, robots.txt not counted
 * @param reports those that hold a report, as far as the crawl can tell
 * @param refused addresses that robots.txt or scope forbade
 * @param challenged answers that were script walls and log-in pages
 * @param errors attempts that brought no answer, or a server error
 * @param nextIn until the next host is ready; empty where nothing waits for time
 * @param closedFor how long the hours of the day still forbid all asking; zero within them
 */
public record CrawlSnapshot(
        int hostsActive,
        int hostsReady,
        int hostsPacing,
        int hostsBackingOff,
        int hostsLeftAlone,
        long addressesWaiting,
        int governmentsLeft,
        long pages,
        long reports,
        long refused,
        long challenged,
        long errors,
        Optional<Duration> nextIn,
        Duration closedFor) {
    public static final CrawlSnapshot NOTHING_YET =
            new CrawlSnapshot(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, Optional.empty(), Duration.ZERO);

    public CrawlSnapshot {
        Objects.requireNonNull(nextIn);
        Objects.requireNonNull(closedFor);
    }
}
