package org.annals.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.annals.capture.Outcome;
import org.annals.capture.Payload;
import org.annals.capture.Purpose;
import org.annals.capture.Via;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class YearChecksTest {
    private static final Parsing PARSING = PlainReports.version("1");
    private static final String WUHAN = "420100,武汉市,prefecture,湖北省,湖北省,http://wh/,";
    private static final String CARRY =
            "SELECT r.fiscal_year, r.version_no, k.status, k.expected, k.actual FROM v_check k"
                    + " JOIN v_report r USING (report_id) WHERE k.check_code = 'x.carry' AND k.scope = 'total'";

    @TempDir
    Path folder;

    private final RecordedCrawls crawls =
            new RecordedCrawls().run("2023-05-01").seeds(WUHAN).at("420100");

    private static String report(String publisher, int year, int carriedIn, int carriedOut) {
        return "REPORT\n" + (publisher.isEmpty() ? "" : "publisher=" + publisher + "\n") + "year=" + year
                + "\ntitle=政府信息公开工作年度报告\nt3.carried_in.total=" + carriedIn + "\nt3.carried_out.total=" + carriedOut
                + "\n";
    }

    private List<String> caughtUp() throws IOException {
        Indexer.catchUp(folder, crawls, PARSING, Duration.ZERO);
        return ViewDump.rows(folder, CARRY);
    }

    @Test
    void theLaterReportIsCheckedAgainstTheEarlier() throws IOException {
        crawls.page("http://wh/2021", report("武汉市", 2021, 0, 7)).page("http://wh/2022", report("武汉市", 2022, 6, 0));
        assertThat(caughtUp()).containsExactly("2022|1|fail|7|6");
    }

    @Test
    void theEarlierReportMayComeLater() throws IOException {
        crawls.page("http://wh/2022", report("武汉市", 2022, 6, 0));
        assertThat(caughtUp()).isEmpty();
        crawls.page("http://wh/2021", report("武汉市", 2021, 0, 6));
        assertThat(caughtUp()).containsExactly("2022|1|pass|6|6");
    }

    @Test
    void aCorrectedEarlierReportIsTakenInItsLatestVersion() throws IOException {
        crawls.page("http://wh/2021", report("武汉市", 2021, 0, 7)).page("http://wh/2022", report("武汉市", 2022, 6, 0));
        assertThat(caughtUp()).containsExactly("2022|1|fail|7|6");
        crawls.page("http://wh/2021", report("武汉市", 2021, 0, 6));
        assertThat(caughtUp()).containsExactly("2022|1|pass|6|6");
    }

    @Test
    void everyVersionOfTheLaterReportIsChecked() throws IOException {
        crawls.page("http://wh/2021", report("武汉市", 2021, 0, 7)).page("http://wh/2022", report("武汉市", 2022, 6, 0));
        caughtUp();
        crawls.page("http://wh/2022", report("武汉市", 2022, 7, 0));
        assertThat(caughtUp()).containsExactly("2022|1|fail|7|6", "2022|2|pass|7|7");
        try (Catalog catalog = Catalog.open(folder)) {
            assertThat(catalog.reports())
                    .extracting(ReportSummary::failedChecks)
                    .containsExactly(0, 1, 0);
        }
    }

    @Test
    void anAddressThatTurnsOutToBeAnotherYearsReportLeavesNoCheckBehind() throws IOException {
        crawls.page("http://wh/2021", report("武汉市", 2021, 0, 7)).page("http://wh/2022", report("武汉市", 2022, 6, 0));
        caughtUp();
        Payload of2017 = Payload.of(report("武汉市", 2017, 0, 7).getBytes(StandardCharsets.UTF_8), "text/html", null);
        Parsing fourYearsEarlier = new Parsing(
                "2",
                payload -> PARSING.parser()
                        .apply(
                                new String(payload.bytes(), StandardCharsets.UTF_8).contains("year=2021")
                                        ? of2017
                                        : payload),
                PARSING.checks());
        Indexer.catchUp(folder, crawls, fourYearsEarlier, Duration.ZERO);
        assertThat(ViewDump.rows(folder, "SELECT fiscal_year FROM v_report")).containsExactly("2017", "2022");
        assertThat(ViewDump.rows(folder, CARRY)).isEmpty();
    }

    @Test
    void aGovernmentIsFollowedUnderAnotherName() throws IOException {
        crawls.page("http://wh/2021", report("武汉市人民政府", 2021, 0, 7)).page("http://wh/2022", report("武汉市", 2022, 6, 0));
        assertThat(caughtUp()).containsExactly("2022|1|fail|7|6");
        // a report under the same name counts more
        crawls.page("http://wh/2021b", report("武汉市", 2021, 0, 6));
        assertThat(caughtUp()).containsExactly("2022|1|pass|6|6");
    }

    @Test
    void ofTwoOwnReportsUnderOtherNamesNoneIsCompared() throws IOException {
        crawls.page("http://wh/2021", report("武汉市人民政府", 2021, 0, 7)).page("http://wh/2022", report("武汉市", 2022, 6, 0));
        caughtUp();
        crawls.page("http://wh/2021b", report("湖北省武汉市", 2021, 0, 6));
        assertThat(caughtUp()).isEmpty();
    }

    @Test
    void otherPublishersAndUnnamedOnesAreNotCompared() throws IOException {
        crawls.page("http://wh/a", report("武汉市水务局", 2021, 0, 7)).page("http://wh/b", report("武汉市", 2022, 6, 0));
        crawls.page("http://wh/c", report("武汉市", 2020, 0, 7));
        crawls.close().foreign("old.warc.gz", "2023-06-01");
        crawls.bare("http://x/d", 200, report("", 2021, 0, 7)).bare("http://x/e", 200, report("", 2022, 6, 0));
        assertThat(caughtUp()).isEmpty();
    }

    @Test
    void aWithdrawnReportStillSpeaksForItsYear() throws IOException {
        crawls.page("http://wh/2021", report("武汉市", 2021, 0, 7)).page("http://wh/2022", report("武汉市", 2022, 7, 0));
        crawls.close();
        for (String day : List.of("2023-06-01", "2023-07-01")) {
            crawls.run(day).at("420100");
            crawls.page("http://wh/2021", 404, "none", Purpose.REPORT, Via.SEED, Outcome.GONE)
                    .close();
        }
        assertThat(caughtUp()).containsExactly("2022|1|pass|7|7");
    }

    @Test
    void incrementalEqualsRebuild() throws IOException {
        for (int i = 0; i < 12; i++) {
            String publisher = List.of("武汉市", "武汉市人民政府", "武汉市水务局").get(i % 7 % 3);
            crawls.page("http://wh/" + i % 5, report(publisher, 2019 + i % 4, i % 3, i % 2));
        }
        crawls.close();
        Indexer.rebuild(folder, crawls, PARSING, Duration.ZERO);
        Map<String, List<String>> rebuilt = ViewDump.of(folder);
        assertThat(rebuilt.get("v_check")).anyMatch(row -> row.contains("|x.carry|total|fail|"));
        for (int step : new int[] {1, 3, 7}) {
            Indexer.delete(folder.resolve(Indexer.FILE));
            for (int written = 0; written < crawls.records(); written += step) {
                Indexer.catchUp(folder, crawls.written(written), PARSING, Duration.ZERO);
            }
            Indexer.catchUp(folder, crawls.written(Integer.MAX_VALUE), PARSING, Duration.ZERO);
            assertThat(ViewDump.of(folder)).isEqualTo(rebuilt);
        }
    }
}
