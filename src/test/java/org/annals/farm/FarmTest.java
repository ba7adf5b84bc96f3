package org.annals.farm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.annals.archive.Samples;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every style of portal and every fault, crawled side by side, and judged from the portals' own log, the catalogue and the archive. */
class FarmTest {
    private static final double MOST_OTHERS = 3;

    private static FarmCrawl crawl;

    static List<Style> styles() {
        return Style.all();
    }

    static List<Fault> faults() {
        return Fault.all();
    }

    @BeforeAll
    static void crawlAll(@TempDir Path folder) throws Exception {
        crawl = new FarmCrawl(folder);
        for (Style style : styles()) {
            crawl.add(style);
        }
        for (Fault fault : faults()) {
            crawl.add(fault);
        }
        crawl.run();
    }

    @AfterAll
    static void print() throws Exception {
        try {
            StringBuilder table =
                    new StringBuilder("\nstyle of portal                        reports  other pages per report\n");
            for (Style style : styles()) {
                Evidence seen = crawl.of(style.name());
                int of = seen.site().reports().size();
                int found = of - seen.missing().size();
                table.append(String.format(
                        Locale.ROOT,
                        "%-38s %3d/%-3d  %.1f%n",
                        style.name(),
                        found,
                        of,
                        (double) seen.others() / Math.max(1, found)));
            }
            table.append("\nfault                                          reports  requests  recorded\n");
            for (Fault fault : faults()) {
                Evidence seen = crawl.of(fault.name());
                String recorded = seen.fetches().stream()
                        .collect(Collectors.groupingBy(Evidence.Fetch::outcome, Collectors.counting()))
                        .toString();
                int of = seen.site().reports().size();
                table.append("%-46s %3d/%-3d  %8d  %s%n"
                        .formatted(
                                fault.name(),
                                of - seen.missing().size(),
                                of,
                                seen.log().size(),
                                recorded));
            }
            table.append("\n%d hosts, %d requests, crawled within %d s%n"
                    .formatted(
                            styles().size() + faults().size(),
                            crawl.summary().requests(),
                            crawl.summary().took().toSeconds()));
            System.out.println(table);
        } finally {
            crawl.close();
        }
    }

    @Test
    void thereAreAtLeastTwelveStylesAndThirtyFaultsAndTheCrawlEnds() {
        assertThat(styles()).hasSizeGreaterThanOrEqualTo(12);
        assertThat(faults()).hasSizeGreaterThanOrEqualTo(30);
        assertThat(crawl.summary().interrupted()).isFalse();
    }

    @Test
    void theWarcFilesAreValidAndEachGzipMemberEnds() throws Exception {
        assertThat(Samples.jwarcSays(crawl.warcFiles())).isEmpty();
        for (Path file : crawl.warcFiles()) {
            try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
                assertThat(in.transferTo(OutputStream.nullOutputStream())).isPositive();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("styles")
    void everyReportIsFoundAndLittleElseIsAskedFor(Style style) throws Exception {
        Evidence seen = crawl.of(style.name());

        SoftAssertions softly = new SoftAssertions();
        softly.assertThat(seen.missing()).as("missing").isEmpty();
        softly.assertThat(seen.invented()).as("no report of this portal").isEmpty();
        softly.assertThat(seen.others()).as("other pages").isLessThanOrEqualTo((long)
                (MOST_OTHERS * seen.site().reports().size()));
        softly.assertThat(seen.log().stream().map(Asked::path))
                .as("asked twice")
                .doesNotHaveDuplicates();
        softly.assertThat(PolitenessJudge.faults(seen.site(), seen.log(), FarmCrawl.DELAY))
                .as("politeness")
                .isEmpty();
        softly.assertAll();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void whatIsWrongWithAPortalIsRecordedAndTheRestIsFound(Fault fault) throws Exception {
        Evidence seen = crawl.of(fault.name());

        SoftAssertions softly = new SoftAssertions();
        softly.assertThat(seen.missing()).as("missing").isEmpty();
        softly.assertThat(seen.invented()).as("no report of this portal").isEmpty();
        softly.assertThat(seen.log()).as("requests").hasSizeLessThanOrEqualTo(fault.atMost());
        fault.asked()
                .forEach((path, times) -> softly.assertThat(seen.asked(path))
                        .as("asked for " + path)
                        .isEqualTo((long) times));
        fault.outcomes()
                .forEach((path, outcomes) -> softly.assertThat(
                                seen.outcomes(seen.site().url(path)))
                        .as("recorded of " + path)
                        .isEqualTo(outcomes));
        softly.assertThat(PolitenessJudge.faults(seen.site(), seen.log(), FarmCrawl.DELAY))
                .as("politeness")
                .isEmpty();
        softly.assertThat(seen.insideLog()).as("asked of the host inside").isEmpty();
        fault.checks()
                .forEach(
                        check -> softly.assertThatCode(() -> check.accept(seen)).doesNotThrowAnyException());
        softly.assertAll();
    }
}
