package org.annals.crawl;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.annals.frontier.Opening;
import org.annals.policy.AskingHours;

/** The hours of the day in which the crawl asks, by a clock that may be set while it runs; says when they end and begin. Safe for many threads. */
final class Hours implements Opening {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final Optional<AskingHours> hours;
    private final Clock clock;
    private final CrawlListener listener;
    private boolean closed;

    Hours(Optional<AskingHours> hours, Clock clock, CrawlListener listener) {
        this.hours = hours;
        this.clock = clock;
        this.listener = listener;
    }

    @Override
    public Duration closedFor() {
        if (hours.isEmpty()) {
            return Duration.ZERO;
        }
        Instant now = clock.instant();
        Duration wait = hours.get().closedFor(now);
        tell(!wait.isZero(), now.plus(wait));
        return wait;
    }

    private synchronized void tell(boolean nowClosed, Instant opening) {
        if (nowClosed == closed) {
            return;
        }
        closed = nowClosed;
        listener.noted(
                closed
                        ? "outside the hours " + hours.get() + ": nothing is asked until "
                                + TIME.format(opening.atZone(AskingHours.ZONE)) + ", Beijing time"
                        : "the hours " + hours.get() + " have begun");
    }
}
