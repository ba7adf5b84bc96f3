package org.annals.crawl;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.annals.fetch.FetchSettings;
import org.annals.policy.AskingHours;

/**
 * What the operator of a crawl decides.
 *
 * @param kind what the archive calls the run: crawl or demo
 * @param delay least time between the end of one request to a host and the start of the next
 * @param maxHosts hosts that are asked at the same time, one worker each
 * @param maxPages page budget of one government; reports and known addresses are not charged to it
 * @param maxTime after which the crawl ends as if interrupted; empty for no limit
 * @param revisit whether every known report is asked again
 * @param userAgent sent with each request
 * @param hours of the day in which portals are asked; empty for all
 * @param fetch limits of requests, and what is let through
 * @param settings said in the archive beside what follows from the options, for example software and contact
 * @param parserVersion said in the commit
 */
public record CrawlOptions(
        String kind,
        Duration delay,
        int maxHosts,
        int maxPages,
        Optional<Duration> maxTime,
        boolean revisit,
        String userAgent,
        Optional<AskingHours> hours,
        FetchSettings fetch,
        Map<String, String> settings,
        String parserVersion) {
    public static final Duration DEFAULT_DELAY = Duration.ofSeconds(3);
    public static final int DEFAULT_MAX_HOSTS = 64;
    public static final int DEFAULT_MAX_PAGES = 200;

    public CrawlOptions {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(maxTime);
        Objects.requireNonNull(userAgent);
        Objects.requireNonNull(hours);
        Objects.requireNonNull(fetch);
        Objects.requireNonNull(parserVersion);
        if (delay.isNegative() || maxHosts < 1 || maxPages < 1) {
            throw new IllegalArgumentException(
                    "delay " + delay + ", " + maxHosts + " hosts, " + maxPages + " pages: too little");
        }
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    public static CrawlOptions of(String userAgent, String parserVersion) {
        return new CrawlOptions(
                "crawl",
                DEFAULT_DELAY,
                DEFAULT_MAX_HOSTS,
                DEFAULT_MAX_PAGES,
                Optional.empty(),
                false,
                userAgent,
                Optional.empty(),
                FetchSettings.DEFAULT,
                Map.of(),
                parserVersion);
    }
}
