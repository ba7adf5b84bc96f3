package org.annals.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
    @Test
    void theFewestChangedLettersDecide() {
        assertThat(Nearest.to("crwal", List.of("wacz", "crawl", "export"))).contains("crawl");
        assertThat(Nearest.to("stats", List.of("status", "serve"))).contains("status");
        assertThat(Nearest.to("x", List.of())).isEmpty();
        assertThat(Nearest.distance("kitten", "sitting")).isEqualTo(3);
        assertThat(Nearest.distance("", "abc")).isEqualTo(3);
    }
}
