package org.annals.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpansTest {
    @ParameterizedTest
    @CsvSource({
        "PT0S, 0 ms",
        "PT0.2S, 200 ms",
        "PT1S, 1 s",
        "PT3.25S, 3.3 s",
        "PT119S, 119 s",
        "PT20M, 20 min",
        "PT2H, 2 h",
        "PT5H20M, 5 h 20 min",
        "PT76H, 3 d 4 h",
        "PT240H, 10 d",
    })
    void spansAreReadable(String span, String words) {
        assertThat(Spans.of(Duration.parse(span))).isEqualTo(words);
    }
}
