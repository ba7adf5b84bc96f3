package org.annals.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.annals.capture.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolitenessTest {
    private static final Instant END = Instant.parse("2026-11-21T00:00:00Z");
    private static final Duration SHORT = Duration.ofMillis(200);
    private static final Politeness THREE_SECONDS = Politeness.of(Duration.ofSeconds(3));

    @Test
    void leastDelayCountsFromTheEnd() {
        assertThat(next(THREE_SECONDS, SHORT, null, 0, null)).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void crawlDelayLengthensButNeverShortens() {
        assertThat(next(THREE_SECONDS, SHORT, Duration.ofSeconds(10), 0, null)).isEqualTo(Duration.ofSeconds(10));
        assertThat(next(THREE_SECONDS, SHORT, Duration.ofSeconds(1), 0, null)).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void crawlDelayIsCappedAndSaysSo() {
        assertThat(next(THREE_SECONDS, SHORT, Duration.ofHours(1), 0, null)).isEqualTo(Duration.ofSeconds(300));
        assertThat(Politeness.capNote(Optional.of(Duration.ofHours(1))))
                .contains("Crawl-delay of 3600 s kept as 300 s");
        assertThat(Politeness.capNote(Optional.of(Duration.ofSeconds(300)))).isEmpty();
        assertThat(Politeness.capNote(Optional.empty())).isEmpty();
    }

    @Test
    void slowPortalsAreAskedLessOften() {
        Politeness politeness = new Politeness(Duration.ofSeconds(3), 5);
        assertThat(next(politeness, SHORT, null, 0, null)).isEqualTo(Duration.ofSeconds(3));
        assertThat(next(politeness, Duration.ofSeconds(2), null, 0, null)).isEqualTo(Duration.ofSeconds(10));
        assertThat(next(politeness, Duration.ofSeconds(100), null, 0, null)).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void usualAnswersAreNotSlowHoweverShortTheDelay() {
        Politeness politeness = new Politeness(Duration.ofMillis(50), 5);
        assertThat(next(politeness, SHORT, null, 0, null)).isEqualTo(SHORT);
        assertThat(next(politeness, Duration.ofMillis(300), null, 0, null)).isEqualTo(Duration.ofMillis(1_500));
    }

    @Test
    void failuresBackOffFourfoldToALimit() {
        assertThat(next(THREE_SECONDS, SHORT, null, 1, null)).isEqualTo(Duration.ofSeconds(12));
        assertThat(next(THREE_SECONDS, SHORT, null, 2, null)).isEqualTo(Duration.ofSeconds(48));
        assertThat(next(THREE_SECONDS, SHORT, null, 9999, null)).isEqualTo(Duration.ofSeconds(300));
    }

    @Test
    void retryAfterHoldsTheOriginUpToAnHour() {
        assertThat(next(THREE_SECONDS, SHORT, null, 1, Duration.ofSeconds(120))).isEqualTo(Duration.ofSeconds(120));
        assertThat(next(THREE_SECONDS, SHORT, null, 1, Duration.ofDays(400))).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void delayBelowZeroIsAMistake() {
        assertThatThrownBy(() -> Politeness.of(Duration.ofSeconds(-1))).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "120, 120",
        "0, 0",
        "' 7 ', 7",
        "'Sat, 21 Nov 2026 00:01:30 GMT', 90",
        "'Fri, 20 Nov 2026 00:00:00 GMT', 0",
        "'Saturday, 21-Nov-26 00:01:30 GMT', 90",
        "'Sat Nov 21 00:01:30 2026', 90",
        "'Tue Dec  1 00:00:00 2026', 864000",
        "'Friday, 20-Nov-99 00:00:00 GMT', 0",
        "0000000000007, 7",
        "9999999999, 315360000",
        "99999999999999999999, 315360000",
        "'Fri, 31 Dec 9999 23:59:59 GMT', 315360000",
    })
    void retryAfterIsSecondsOrADate(String header, long seconds) {
        assertThat(RetryAfter.parse(header, END)).contains(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @CsvSource({"soon", "-5", "1.5", "''", "'Sat, 99 Nov 2026 00:01:30 GMT'"})
    void otherRetryAfterIsNone(String header) {
        assertThat(RetryAfter.parse(header, END)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "TIMEOUT, 0, true",
        "CONNECTION_ERROR, 0, true",
        "SERVER_ERROR, 503, true",
        "SERVER_ERROR, 429, true",
        "SERVER_ERROR, 408, true",
        "SERVER_ERROR, 400, false",
        "SERVER_ERROR, 405, false",
        "SERVER_ERROR, 451, false",
        "CHALLENGE, 429, true",
        "CHALLENGE, 403, false",
        "CHALLENGE, 521, false",
        "GONE, 404, false",
        "TLS_ERROR, 0, false",
        "OUT_OF_SCOPE, 0, false",
        "TOO_LARGE, 0, false",
        "ARCHIVED, 200, false",
    })
    void onlyWhatMayPassIsTriedAgain(Outcome outcome, int status, boolean retried) {
        assertThat(RetryPolicy.waitAfter(1, outcome, status, SHORT, Optional.empty())
                        .isPresent())
                .isEqualTo(retried);
    }

    @Test
    void waitsGrowFromTheDelayAndEndAfterThreeAttempts() {
        assertThat(wait(1, null)).contains(Duration.ofMillis(800));
        assertThat(wait(2, null)).contains(Duration.ofMillis(3200));
        assertThat(wait(3, null)).isEmpty();
        assertThat(wait(1, Duration.ofSeconds(60))).contains(Duration.ofSeconds(60));
        assertThat(wait(1, Duration.ofDays(1))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "200, ARCHIVED",
        "206, ARCHIVED",
        "301, ARCHIVED",
        "304, ARCHIVED",
        "404, GONE",
        "410, GONE",
        "400, SERVER_ERROR",
        "401, CHALLENGE",
        "403, CHALLENGE",
        "405, SERVER_ERROR",
        "412, CHALLENGE",
        "429, SERVER_ERROR",
        "451, SERVER_ERROR",
        "418, SERVER_ERROR",
        "521, CHALLENGE",
        "500, SERVER_ERROR",
        "503, SERVER_ERROR",
        "999, SERVER_ERROR",
        "101, SERVER_ERROR",
    })
    void statusGivesTheOutcome(int status, Outcome outcome) {
        assertThat(OutcomeOf.status(status)).isEqualTo(outcome);
    }

    private static Optional<Duration> wait(int attempt, Duration retryAfter) {
        return RetryPolicy.waitAfter(attempt, Outcome.SERVER_ERROR, 503, SHORT, Optional.ofNullable(retryAfter));
    }

    private static Duration next(
            Politeness politeness, Duration lastDuration, Duration crawlDelay, int failures, Duration retryAfter) {
        Instant at = politeness.nextAt(
                END, lastDuration, Optional.ofNullable(crawlDelay), failures, Optional.ofNullable(retryAfter));
        return Duration.between(END, at);
    }
}
