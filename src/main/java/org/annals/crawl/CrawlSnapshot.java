package org.annals.crawl;

import java.time.Duration;

/**
 * A crawl at one instant.
 *
 * @param hostsActive hosts that are being asked
 * @param hostsPacing hosts that wait out their delay
 * @param hostsBackingOff those of them that failed the last time
 * @param addressesWaiting known and not settled
 * @param governmentsLeft not finished
 * @param pages answers archived, robots.txt not counted
 * @param reports those that hold a report, as far as the crawl can tell
 * @param refused addresses that robots.txt or scope forbade
 * @param errors attempts that brought no answer, or a server error
 * @param closedFor how long the hours of the day still forbid all asking; zero within them
 */
public record CrawlSnapshot(
        int hostsActive,
        int hostsPacing,
        int hostsBackingOff,
        long addressesWaiting,
        int governmentsLeft,
        long pages,
        long reports,
        long refused,
        long errors,
        Duration closedFor) {
    public static final CrawlSnapshot NOTHING_YET = new CrawlSnapshot(0, 0, 0, 0, 0, 0, 0, 0, 0, Duration.ZERO);
}
