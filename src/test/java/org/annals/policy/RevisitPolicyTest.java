package org.annals.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RevisitPolicyTest {
    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01, 2026-01-02",
        "2026-02-10, 2026-02-11",
        "2026-04-14, 2026-04-15",
        "2025-12-31, 2026-01-01",
        "2026-04-15, 2026-05-15",
        "2026-06-01, 2026-07-01",
        "2025-12-01, 2025-12-31",
        "2025-12-02, 2026-01-01",
        "2025-12-20, 2026-01-01",
    })
    void columnsAreAskedDailyFromJanuaryToMidAprilAndSlowlyOtherwise(String asked, String due) {
        assertThat(RevisitPolicy.column(day(asked)).day()).isEqualTo(day(due));
    }

    @Test
    void theReasonIsSaid() {
        assertThat(RevisitPolicy.column(day("2026-02-10")).reason()).contains("1 January to 15 April", "daily");
        assertThat(RevisitPolicy.column(day("2026-06-10")).reason()).contains("every 30 days");
        assertThat(RevisitPolicy.report(day("2026-02-01"), day("2026-02-08")).reason())
                .contains("2026-02-01", "weekly");
        assertThat(RevisitPolicy.report(day("2024-02-01"), day("2026-02-08")).reason())
                .contains("2024-02-01", "91 days");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 7",
        "30, 7",
        "63, 7",
        "64, 8",
        "120, 15",
        "365, 45",
        "728, 91",
        "4000, 91",
        "-5, 7",
    })
    void reportsAreAskedWeeklyForTwoMonthsAndThenLessOftenUpToQuarterly(int age, int wait) {
        LocalDate asked = day("2026-03-01");
        assertThat(RevisitPolicy.report(asked.minusDays(age), asked).day()).isEqualTo(asked.plusDays(wait));
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "16, 2", "80, 10", "1000, 30"})
    void whatGaveNoAnswerIsAskedSoonAndLaterAndLaterWhereItGoesOn(int silent, int wait) {
        LocalDate asked = day("2026-06-01");
        Due otherwise = RevisitPolicy.report(day("2020-01-01"), asked);
        assertThat(RevisitPolicy.afterFailure(Optional.of(asked.minusDays(silent)), asked, otherwise)
                        .day())
                .isEqualTo(asked.plusDays(wait));
    }

    @Test
    void aFailureNeverPutsOff() {
        LocalDate asked = day("2026-02-01");
        Due otherwise = RevisitPolicy.column(asked);
        assertThat(RevisitPolicy.afterFailure(Optional.of(day("2025-01-01")), asked, otherwise))
                .isEqualTo(otherwise);
    }

    @Test
    void daysAreChinas() {
        assertThat(RevisitPolicy.day(Instant.parse("2025-12-31T15:59:59Z"))).isEqualTo(day("2025-12-31"));
        assertThat(RevisitPolicy.day(Instant.parse("2025-12-31T16:00:00Z"))).isEqualTo(day("2026-01-01"));
        assertThat(new Due(day("2026-01-01"), "").isBy(day("2026-01-01"))).isTrue();
        assertThat(new Due(day("2026-01-02"), "").isBy(day("2026-01-01"))).isFalse();
    }

    @Test
    void whatHasNotComeWholeForLongIsAskedForWhole() {
        Instant whole = Instant.parse("2026-01-01T00:00:00Z");
        assertThat(RevisitPolicy.mayAskConditionally(whole, whole.plus(Duration.ofDays(89))))
                .isTrue();
        assertThat(RevisitPolicy.mayAskConditionally(whole, whole.plus(Duration.ofDays(90))))
                .isFalse();
    }
}
