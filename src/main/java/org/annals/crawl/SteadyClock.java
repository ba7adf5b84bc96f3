package org.annals.crawl;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/** Starts at another clock's time and never jumps, so that no step of the system's clock shortens or freezes a delay. */
final class SteadyClock extends Clock {
    private final Clock origin;
    private final Instant start;
    private final long startNanos = System.nanoTime();

    SteadyClock(Clock origin) {
        this.origin = origin;
        this.start = origin.instant();
    }

    @Override
    public Instant instant() {
        return start.plusNanos(System.nanoTime() - startNanos);
    }

    @Override
    public ZoneId getZone() {
        return origin.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new SteadyClock(origin.withZone(zone));
    }
}
