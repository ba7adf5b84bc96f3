package org.annals.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrawlTest {
    @TempDir
    Path folder;

    private PortalServer portal;
    private CrawlBench bench;

    @BeforeEach
    void start() {
        portal = CountyPortal.fill(new PortalServer(), "示范县");
        bench = new CrawlBench(folder).government("990001", portal);
    }

    @AfterEach
    void stop() {
        portal.close();
    }

    @Test
    void findsEveryReportFromTheHomePageAndLittleElse() throws IOException {
        CrawlSummary summary = bench.crawl();

        assertThat(summary.interrupted()).isFalse();
        assertThat(summary.reports()).isEqualTo(3);
        assertThat(portal.paths())
                .startsWith("/robots.txt", "/")
                .doesNotHaveDuplicates()
                .contains(CountyPortal.path(2020), CountyPortal.path(2021), CountyPortal.path(2022))
                .doesNotContain("/news/1.html", "/news/2.html");
    }
}
