package org.annals.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValidatorsTest {
    private static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");
    private static final String DATE = "Mon, 05 Jan 2026 08:00:00 GMT";
    private static final String BEFORE = "Mon, 05 Jan 2026 07:59:59 GMT";

    private static Validators of(String etag, String lastModified) {
        return Validators.of(Optional.ofNullable(etag), Optional.ofNullable(lastModified), Optional.of(DATE), NOW);
    }

    @Test
    void bothAreSentBackWordForWord() {
        assertThat(of("W/\"5f-1a\"", BEFORE).conditions())
                .containsExactly(new Header("If-None-Match", "W/\"5f-1a\""), new Header("If-Modified-Since", BEFORE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "\"a b\"", "\"a\"b\"", "\"a\r\nX: 1\"", "\"标\"", "w/\"a\"", "\"", ""})
    void whatIsNoTagIsNotSent(String etag) {
        assertThat(of(etag, null).isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2026-01-05", "0", "Mon, 05 Jan 2026 07:59:59 GMT\r\nX: 1"})
    void whatIsNoDateIsNotSent(String lastModified) {
        assertThat(of(null, lastModified).isEmpty()).isTrue();
    }

    @Test
    void aChangeInTheSecondOfTheAnswerOrLaterSaysNothing() {
        assertThat(of(null, BEFORE).lastModified()).contains(BEFORE);
        assertThat(of(null, DATE).isEmpty()).isTrue();
        assertThat(of(null, "Tue, 06 Jan 2026 08:00:00 GMT").isEmpty()).isTrue();
    }

    @Test
    void withoutADateTheTimeOfReceivingCounts() {
        Optional<String> lastModified = Optional.of(BEFORE);
        assertThat(Validators.of(Optional.empty(), lastModified, Optional.empty(), NOW)
                        .lastModified())
                .isPresent();
        assertThat(Validators.of(Optional.empty(), lastModified, Optional.of("now"), NOW.minusSeconds(60))
                        .isEmpty())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "'\"a\"', '\"a\"', -, true",
                "'\"a\"', 'W/\"a\"', -, true",
                "'\"a-gzip\"', '\"a\"', -, true",
                "'\"a\"', '\"b\"', -, false",
                "'\"a\"', '\"b\"', 'Mon, 05 Jan 2026 07:59:59 GMT', false",
                "'\"a\"', -, -, true",
                "-, '\"b\"', 'Mon, 05 Jan 2026 07:59:59 GMT', true",
                "-, -, 'Sun, 04 Jan 2026 08:00:00 GMT', true",
                "-, -, 'Mon, 05 Jan 2026 08:30:00 GMT', false",
            })
    void notModifiedMaySpeakOfThisStateUnlessItNamesAnother(
            String sentTag, String saidTag, String saidDate, boolean may) {
        Validators sent = of(sentTag, BEFORE);
        assertThat(sent.mayBe(Optional.ofNullable(saidTag), Optional.ofNullable(saidDate)))
                .isEqualTo(may);
    }
}
