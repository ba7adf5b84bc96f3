package org.annals.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.annals.archive.Archive;
import org.annals.archive.RunInfo;
import org.annals.capture.Outcome;
import org.annals.capture.Payload;
import org.annals.capture.Purpose;
import org.annals.capture.RunId;
import org.annals.capture.Via;
import org.annals.catalog.Indexer;
import org.annals.catalog.WrittenCrawls;
import org.annals.crawl.CrawlOptions;
import org.annals.crawl.RunSettings;
import org.annals.fetch.FetchSettings;
import org.annals.frontier.FollowRule;
import org.annals.frontier.HostFrontier;
import org.annals.frontier.Offer;
import org.annals.policy.AskingHours;
import org.annals.policy.Politeness;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DryRunTest {
    private static final String COLUMN = "http://www.example.gov.cn/nb/";
    private static final Instant NOW = Instant.parse("2023-06-11T02:00:00Z");

    @TempDir
    Path folder;

    @TempDir
    Path outside;

    private Path archive;
    private Path seeds;
    private Duration delay = Duration.ofSeconds(3);
    private Optional<AskingHours> hours = Optional.empty();
    private boolean revisit;
    private boolean due;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void seeds() throws IOException {
        archive = folder.resolve("archive");
        seeds = outside.resolve("seeds.csv");
        Files.writeString(
                seeds,
                WrittenCrawls.SEEDS + "m1,示范部,ministry,,,http://m.example.gov.cn/,http://m.example.gov.cn/nb/\n");
    }

    private CrawlOptions options() {
        return new CrawlOptions(
                "crawl",
                delay,
                4,
                20,
                Optional.empty(),
                revisit,
                "annals",
                hours,
                FetchSettings.DEFAULT,
                Map.of(),
                "1");
    }

    private String plan(DryRun.Format format) throws IOException {
        out.reset();
        err.reset();
        new DryRun(options(), SeedsInput.read(List.of(seeds)), due, NOW)
                .print(archive, format, new PrintStream(out, true), new PrintStream(err, true));
        return out.toString(StandardCharsets.UTF_8);
    }

    private JsonNode json() throws IOException {
        return new ObjectMapper().readTree(plan(DryRun.Format.JSON));
    }

    private void crawled(String day) throws IOException {
        WrittenCrawls.run(archive, day, crawl -> {
            crawl.page(
                    "http://www.example.gov.cn/robots.txt",
                    200,
                    "User-agent: *\nCrawl-delay: 10\nDisallow: /2022.txt\n");
            crawl.page(COLUMN, 200, "列表");
            crawl.page(
                    WrittenCrawls.REPORT,
                    200,
                    WrittenCrawls.report(text -> text),
                    Outcome.ARCHIVED,
                    new Via(COLUMN, "2022年政府信息公开工作年度报告", 2));
        });
        catchUp();
    }

    private void catchUp() throws IOException {
        try (Archive open = Archive.openForReading(archive)) {
            Indexer.catchUp(open);
        }
    }

    /** Every file with its bytes. */
    private Map<String, String> contents() throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(
                        folder.relativize(file).toString(),
                        Payload.of(Files.readAllBytes(file), null, null).sha256());
            }
        }
        return contents;
    }

    @Test
    void aFirstCrawlBeginsAtTheSeedsAndLeavesNoTrace() throws IOException {
        JsonNode plan = json();

        assertThat(archive).doesNotExist();
        assertThat(plan.get("goes_on_with_run").isNull()).isTrue();
        assertThat(plan.get("hosts")).hasSize(2);
        // robots.txt, and portal and report list where both are known
        assertThat(plan.get("requests").asInt()).isEqualTo(2 + 3);
        assertThat(plan.get("requests_at_most").asInt()).isEqualTo(5 + 2 * 20);
        assertThat(plan.get("takes_seconds").asDouble()).isEqualTo(2 * 3);
        assertThat(plan.get("takes_seconds_at_most").asDouble()).isEqualTo((2 + 20) * 3);
        assertThat(plan.get("governments")
                        .get(1)
                        .get("addresses")
                        .get(0)
                        .get("purpose")
                        .asText())
                .isEqualTo("column");
        assertThat(plan(DryRun.Format.TEXT))
                .contains("for the first time, from its seeds, at most 20 pages")
                .contains("http://m.example.gov.cn/nb/");
    }

    @Test
    void knownColumnsAreAskedAndKnownReportsOnlyIfNoColumnListsThem() throws IOException {
        crawled("2023-06-10");
        Map<String, String> before = contents();

        JsonNode government = json().get("governments").get(0);

        assertThat(contents()).isEqualTo(before);
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(government.get("state").asText()).isEqualTo("known");
        assertThat(government.get("addresses")).singleElement().satisfies(address -> {
            assertThat(address.get("url").asText()).isEqualTo(COLUMN);
            assertThat(address.get("due").asText()).isEqualTo("2023-07-10");
        });
        assertThat(government.get("known_reports_held").asInt()).isEqualTo(1);
    }

    @Test
    void thePortalsOwnDelayAndRulesAreTakenFromItsArchivedRobotsTxt() throws IOException {
        crawled("2023-06-10");
        revisit = true;

        JsonNode plan = json();

        JsonNode host = plan.get("hosts").get(0);
        assertThat(host.get("origin").asText()).isEqualTo("http://www.example.gov.cn");
        assertThat(host.get("gap_seconds").asDouble()).isEqualTo(10);
        assertThat(host.get("crawl_delay_seconds").asDouble()).isEqualTo(10);
        assertThat(host.get("robots_read_at").asText()).startsWith("2023-06-10");
        assertThat(plan.get("governments")
                        .get(0)
                        .get("addresses")
                        .get(1)
                        .get("forbidden_by")
                        .asText())
                .contains("Disallow: /2022.txt");
        assertThat(plan.get("governments").get(0).get("requests").asInt()).isEqualTo(1);
        assertThat(plan(DryRun.Format.TEXT)).contains("NOT ASKED: robots: Disallow: /2022.txt", "asks for 10 s");
    }

    @Test
    void whatIsNotDueIsNotAsked() throws IOException {
        crawled("2023-06-10");
        due = true;

        JsonNode plan = json();

        assertThat(plan.get("governments").get(0).get("state").asText()).isEqualTo("not_due");
        assertThat(plan.get("governments").get(0).get("due").asText()).isEqualTo("2023-06-17");
        assertThat(plan.get("governments").get(1).get("state").asText()).isEqualTo("first");
        assertThat(plan.get("hosts")).hasSize(1);
        assertThat(plan(DryRun.Format.TEXT)).contains("not due before 2023-06-17 (new or changed on 2023-06-10");
    }

    @Test
    void anInterruptedRunIsGoneOnWithWhereItStopped() throws IOException {
        crawled("2023-06-10");
        RunId id = new RunId("20230611T000000000Z");
        RunInfo run = new RunInfo(
                id,
                "crawl",
                Instant.parse("2023-06-11T00:00:00Z"),
                RunSettings.of(options(), SeedsInput.read(List.of(seeds)).files(), false));
        try (Archive open = Archive.openForWriting(archive)) {
            open.write(run).close();
        }
        catchUp();
        FollowRule rule = progress -> new FollowRule.Step.Follow(Purpose.ROBOTS, Purpose.REPORT);
        try (HostFrontier frontier = HostFrontier.open(
                archive.resolve("frontier.sqlite"), Clock.systemUTC(), Politeness.of(Duration.ZERO), rule)) {
            frontier.begin(
                    id,
                    Map.of("411421", List.of(link("nb/", Purpose.COLUMN), link("a", Purpose.REPORT)), "m1", List.of()));
            // the changes still lie in the log of the file
            assertThat(Files.size(archive.resolve("frontier.sqlite-wal"))).isPositive();
            Map<String, String> before = contents();

            JsonNode plan = json();

            assertThat(contents()).isEqualTo(before);
            assertThat(plan.get("goes_on_with_run").asText()).isEqualTo(id.value());
            JsonNode government = plan.get("governments").get(0);
            assertThat(government.get("state").asText()).isEqualTo("interrupted");
            assertThat(government.get("requests").asInt()).isEqualTo(2);
            assertThat(plan(DryRun.Format.TEXT)).contains("goes on with the unfinished run " + id);
        }
        Files.delete(archive.resolve("frontier.sqlite"));
        assertThat(json().get("goes_on_with_run").asText()).isEqualTo(id.value());
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("told from the archive");
    }

    private static Offer link(String path, Purpose purpose) {
        return Offer.link("http://www.example.gov.cn/" + path, purpose, 0, Via.SEED);
    }

    @Test
    void hoursOfTheNightStretchTheTime() throws IOException {
        hours = AskingHours.parse("22-24");
        delay = Duration.ofMinutes(10);

        JsonNode plan = json();

        // it is ten in the morning in Beijing, and 210 minutes are asked for in two hours a night
        assertThat(plan.get("begins_in_seconds").asInt()).isEqualTo(12 * 3600);
        assertThat(plan.get("takes_seconds_at_most").asInt()).isEqualTo((12 + 22) * 3600 + 22 * 10 * 60);
        assertThat(plan(DryRun.Format.TEXT)).contains("between 22:00-24:00 Beijing time, which begin in 12 h");
    }

    @Test
    void aCatalogueThatIsBehindIsSaid() throws IOException {
        crawled("2023-06-10");
        WrittenCrawls.run(archive, "2023-06-11", crawl -> crawl.page(COLUMN, 200, "列表二"));

        plan(DryRun.Format.TEXT);

        assertThat(err.toString(StandardCharsets.UTF_8)).contains("annals status");
    }
}
