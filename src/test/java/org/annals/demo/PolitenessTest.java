package org.annals.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolitenessTest {
    private static final Site SITE = new Pingdingshan();
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void gapsCountFromTheEndOfOneToTheStartOfTheNext() {
        PolitenessReport.Host host =
                Politeness.judge(SITE, List.of(at("/c", 5000, 5100), at("/a", 0, 900), at("/b", 2000, 2500)), SECOND);
        assertThat(host.requests()).isEqualTo(3);
        assertThat(host.mostAtOnce()).isEqualTo(1);
        assertThat(host.smallestGap()).contains(Duration.ofMillis(1100));
        assertThat(host.polite()).isTrue();
    }

    @Test
    void aGapBelowTheDelayIsImpolite() {
        PolitenessReport.Host host = Politeness.judge(SITE, List.of(at("/a", 0, 900), at("/b", 1899, 2000)), SECOND);
        assertThat(host.smallestGap()).contains(Duration.ofMillis(999));
        assertThat(host.polite()).isFalse();
    }

    @Test
    void thePortalsOwnDelayCountsWhereItIsLonger() {
        List<Request> log = List.of(at("/a", 0, 10), at("/b", 210, 220));
        assertThat(Politeness.judge(SITE, log, Duration.ofMillis(100)).wanted()).isEqualTo(Duration.ofMillis(300));
        assertThat(Politeness.judge(SITE, log, Duration.ofMillis(100)).polite()).isFalse();
        assertThat(Politeness.judge(new Houma(), log, Duration.ofMillis(100)).polite())
                .isTrue();
    }

    @Test
    void overlapsAreCountedEvenInsideALongRequest() {
        PolitenessReport.Host host = Politeness.judge(
                SITE, List.of(at("/a", 0, 9000), at("/b", 1000, 2000), at("/c", 1500, 1700)), Duration.ZERO);
        assertThat(host.mostAtOnce()).isEqualTo(3);
        assertThat(host.smallestGap().orElseThrow()).isNegative();
        assertThat(host.polite()).isFalse();
    }

    @Test
    void whatRobotsForbidsIsNamed() {
        PolitenessReport.Host host =
                Politeness.judge(SITE, List.of(at("/web/search/nb.shtml?q=1", 0, 1), at("/web/", 9000, 9001)), SECOND);
        assertThat(host.forbidden()).containsExactly("/web/search/nb.shtml?q=1");
        assertThat(host.polite()).isFalse();
    }

    @Test
    void aPortalThatWasAskedOnceHasNoGap() {
        assertThat(Politeness.judge(SITE, List.of(at("/", 0, 1)), SECOND).smallestGap())
                .isEmpty();
        assertThat(Politeness.judge(SITE, List.of(), SECOND).polite()).isTrue();
    }

    private static Request at(String path, long startMillis, long endMillis) {
        return new Request("平顶山高新区", path, 200, startMillis * 1_000_000, endMillis * 1_000_000);
    }
}
