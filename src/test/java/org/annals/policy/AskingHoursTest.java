package org.annals.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AskingHoursTest {
    /** Beijing time of a day in winter; there is no other in China. */
    private static Duration closedFor(String hours, String time) {
        return AskingHours.parse(hours).orElseThrow().closedFor(Instant.parse("2026-01-15T" + time + ":00+08:00"));
    }

    @ParameterizedTest
    @CsvSource({
        "22-7, 21:59, 1",
        "22-7, 22:00, 0",
        "22-7, 23:59, 0",
        "22-7, 00:00, 0",
        "22-7, 06:59, 0",
        "22-7, 07:00, 900",
        "22:30-6:00, 22:29, 1",
        "22:30-6:00, 05:59, 0",
        "22:30-6:00, 06:00, 990",
        "9-17, 08:00, 60",
        "9-17, 12:00, 0",
        "9-17, 17:00, 960",
        "18-24, 23:59, 0",
        "18-24, 00:00, 1080",
        "0-24, 00:00, 0",
        "0-24, 23:59, 0",
    })
    void outsideTheHoursTheWaitLastsUntilTheyBegin(String hours, String time, long minutes) {
        assertThat(closedFor(hours, time)).isEqualTo(Duration.ofMinutes(minutes));
    }

    @Test
    void hoursAreThoseOfThePortalsAndNotOfTheOperator() {
        AskingHours night = AskingHours.parse("22-7").orElseThrow();
        assertThat(night.closedFor(Instant.parse("2026-01-15T14:00:00Z"))).isZero();
        assertThat(night.closedFor(Instant.parse("2026-01-15T22:00:00Z"))).isZero();
        assertThat(night.closedFor(Instant.parse("2026-01-15T23:00:00Z"))).isEqualTo(Duration.ofHours(15));
    }

    @Test
    void hoursAreWrittenInFull() {
        assertThat(AskingHours.parse("22-7")).hasToString("Optional[22:00-07:00]");
        assertThat(AskingHours.parse(" 18 - 24 ")).hasToString("Optional[18:00-24:00]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "22", "7-7", "25-3", "22:60-3", "3-24:01", "-1-5", "22-7-9", "a-b", "22:5-7", "１-２"})
    void whatAreNoHoursIsNotGuessed(String text) {
        assertThat(AskingHours.parse(text)).isEmpty();
    }
}
