package org.annals.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SteadyClockTest {
    private static final Instant BEGIN = Instant.parse("2026-11-21T00:00:00Z");

    /** A clock that somebody sets. */
    private static final class Jumping extends Clock {
        private Instant now = BEGIN;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 1})
    void doesNotJumpWithTheClockThatItStartedFrom(long hours) {
        Jumping jumping = new Jumping();
        SteadyClock steady = new SteadyClock(jumping);
        jumping.now = BEGIN.plus(Duration.ofHours(hours));

        assertThat(steady.instant()).isBetween(BEGIN, BEGIN.plus(Duration.ofMinutes(10)));
    }

    @Test
    void goesOn() {
        SteadyClock steady = new SteadyClock(Clock.fixed(BEGIN, ZoneOffset.UTC));
        Instant first = steady.instant();
        while (!steady.instant().isAfter(first)) {
            Thread.onSpinWait();
        }
        assertThat(first).isAfterOrEqualTo(BEGIN);
    }
}
