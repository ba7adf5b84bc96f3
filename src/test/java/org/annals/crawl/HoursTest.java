package org.annals.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.annals.archive.Archive;
import org.annals.policy.AskingHours;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HoursTest {
    @TempDir
    Path folder;

    private PortalServer portal;
    private CrawlBench bench;
    private final SetClock clock = new SetClock();

    /** A clock that can be set while it runs. */
    private static final class SetClock extends Clock {
        private volatile Instant now;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return AskingHours.ZONE;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @BeforeEach
    void start() {
        portal = CountyPortal.fill(new PortalServer(), "示范县");
        bench = new CrawlBench(folder).government("990001", portal);
        bench.delay = Duration.ofMillis(5);
        bench.hours = AskingHours.parse("22-7");
        bench.clock = clock;
        clock.now = Instant.parse("2026-03-01T12:00:00+08:00");
    }

    @AfterEach
    void stop() {
        portal.close();
    }

    @Test
    void outsideTheHoursNothingIsAskedAndTheTimeThatIsUpEndsTheWaiting() throws IOException {
        bench.maxTime = Optional.of(Duration.ofMillis(50));

        CrawlSummary summary = bench.crawl();

        assertThat(portal.log()).isEmpty();
        assertThat(summary.interrupted()).isTrue();
        assertThat(bench.notes)
                .contains("outside the hours 22:00-07:00: nothing is asked until 2026-03-01 22:00, Beijing time");
    }

    @Test
    void whenTheHoursEndNothingMoreIsAskedUntilTheyBeginAgain() throws Exception {
        clock.now = Instant.parse("2026-03-01T23:00:00+08:00");
        portal.onRequest(() -> {
            if (portal.log().size() == 3) {
                clock.now = Instant.parse("2026-03-02T07:00:00+08:00");
            }
        });
        Optional<CrawlSummary> done;
        try (Archive archive = Archive.openForWriting(folder)) {
            Crawler crawler = bench.crawler(archive);
            CrawlSummary[] summary = new CrawlSummary[1];
            Thread run = new Thread(() -> {
                try {
                    summary[0] = bench.run(crawler);
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            run.start();
            while (crawler.snapshot().closedFor().isZero() || portal.log().size() < 4) {
                Thread.onSpinWait();
            }
            assertThat(crawler.snapshot().closedFor()).isEqualTo(Duration.ofHours(15));
            // until the crawl has looked at the clock and said what it sees, it may only be about to
            while (bench.notes.stream().noneMatch(note -> note.startsWith("outside the hours"))) {
                Thread.onSpinWait();
            }
            assertThat(portal.log()).hasSize(4);
            // the clock is set forward by half a day
            clock.now = Instant.parse("2026-03-02T22:00:00+08:00");
            run.join();
            done = Optional.ofNullable(summary[0]);
        }

        assertThat(done).hasValueSatisfying(s -> assertThat(s.reports()).isEqualTo(3));
        assertThat(bench.notes).contains("the hours 22:00-07:00 have begun");
        assertThat(portal.paths()).doesNotHaveDuplicates().hasSize(8);
    }

    @Test
    void theHoursStandInTheArchive() throws IOException {
        clock.now = Instant.parse("2026-03-01T23:00:00+08:00");
        bench.maxTime = Optional.of(Duration.ofNanos(1));
        bench.crawl();

        try (Archive archive = Archive.openForReading(folder)) {
            assertThat(archive.unfinished().orElseThrow().settings())
                    .containsEntry("hours", "22:00-07:00 Asia/Shanghai");
        }
    }
}
