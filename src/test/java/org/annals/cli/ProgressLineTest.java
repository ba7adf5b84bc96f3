package org.annals.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.annals.crawl.CrawlSnapshot;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
    @Test
    void saysWhatIsAskedWhatWaitsWhatIsFoundAndWhatIsLeft() {
        CrawlSnapshot now = new CrawlSnapshot(
                5, 2, 40, 3, 1, 800, 30, 321, 45, 12, 2, 7, Optional.of(Duration.ofSeconds(1)), Duration.ZERO);
        assertThat(ProgressLine.of(now, Duration.ofSeconds(723), 200))
                .isEqualTo("12:03 | 5 hosts asked, 2 ready, 40 pacing (3 after a failure), 1 left alone"
                        + " | 321 pages, 45 reports, 12 refused, 2 blocked by a challenge, 7 errors"
                        + " | 800 to do for 30 governments, 16 pages a minute");
    }

    @Test
    void whereAllHostsWaitItSaysForHowLong() {
        CrawlSnapshot now = new CrawlSnapshot(
                0, 0, 2, 2, 0, 9, 2, 3, 1, 0, 0, 2, Optional.of(Duration.ofSeconds(192)), Duration.ZERO);
        assertThat(ProgressLine.of(now, Duration.ofSeconds(61), 3))
                .isEqualTo("1:01 | 0 hosts asked, 2 pacing (2 after a failure), next in 3:12"
                        + " | 3 pages, 1 reports, 2 errors | 9 to do for 2 governments");
    }

    @Test
    void outsideTheHoursItSaysWhenItGoesOn() {
        CrawlSnapshot now = new CrawlSnapshot(
                0, 4, 0, 0, 0, 9, 4, 30, 1, 0, 0, 0, Optional.of(Duration.ofSeconds(-5)), Duration.ofMinutes(312));
        assertThat(ProgressLine.of(now, Duration.ofMinutes(90), 30))
                .isEqualTo("1:30:00 | outside the hours, on again in 5:12:00, 0 hosts asked, 4 ready, 0 pacing"
                        + " | 30 pages, 1 reports | 9 to do for 4 governments");
    }
}
