package org.annals.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.annals.capture.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Captures that other programs made earlier, and that come into the archive later. */
class LateCapturesTest {
    private static final Parsing PARSING = PlainReports.version("1");
    private static final String REVISIONS =
            "SELECT kind, detected_at, old_value, new_value FROM v_revision LEFT JOIN v_change USING (revision_id)"
                    + " ORDER BY detected_at";
    private static final String VERSIONS =
            "SELECT version_no, captured_at, is_latest FROM v_report ORDER BY version_no";
    private static final String URL = "http://wh/2022";

    @TempDir
    Path folder;

    private final RecordedCrawls crawls = new RecordedCrawls();

    private static String report(int total) {
        return IndexerTest.report("武汉市", 2022, total);
    }

    private RecordedCrawls visit(String day) {
        return crawls.run(day)
                .seeds("420100,武汉市,prefecture,湖北省,湖北省,http://wh/,")
                .at("420100");
    }

    private void takenInAsAtOnce() throws IOException {
        Indexer.catchUp(folder, crawls, PARSING, Duration.ZERO);
        Map<String, List<String>> live = ViewDump.of(folder);
        Indexer.rebuild(folder, crawls, PARSING, Duration.ZERO);
        assertThat(ViewDump.of(folder)).isEqualTo(live);
    }

    @Test
    void anEarlierCaptureBecomesTheFirstVersion() throws IOException {
        visit("2023-06-01").page(URL, report(65)).close();
        takenInAsAtOnce();
        assertThat(ViewDump.rows(folder, REVISIONS)).isEmpty();
        crawls.foreign("old.warc.gz", "2023-04-01").bare(URL, 200, report(60));
        takenInAsAtOnce();
        assertThat(ViewDump.rows(folder, REVISIONS))
                .singleElement()
                .asString()
                .startsWith("data|2023-06-01")
                .endsWith("|60|65");
        assertThat(ViewDump.rows(folder, VERSIONS))
                .satisfiesExactly(
                        one -> assertThat(one).startsWith("1|2023-04-01").endsWith("|0"),
                        two -> assertThat(two).startsWith("2|2023-06-01").endsWith("|1"));
    }

    @Test
    void aVersionKeepsItsIdWhateverIsTakenInLater() throws IOException {
        visit("2023-06-01").page(URL, report(65)).close();
        visit("2023-07-01").page(URL, report(70)).close();
        takenInAsAtOnce();
        String ids = "SELECT v.value, r.report_id FROM v_report r JOIN v_value v USING (report_id)"
                + " WHERE field = 't3.new.total' ORDER BY r.version_no";
        List<String> before = ViewDump.rows(folder, ids);
        crawls.foreign("old.warc.gz", "2023-04-01").bare(URL, 200, report(60)).bare(URL, 200, report(65));
        takenInAsAtOnce();
        assertThat(ViewDump.rows(folder, ids)).hasSize(3).containsAll(before);
    }

    @Test
    void aCaptureInBetweenMakesAChangeThereAndBack() throws IOException {
        visit("2023-05-01").page(URL, report(65)).close();
        visit("2023-07-01").page(URL, report(65)).close();
        takenInAsAtOnce();
        assertThat(ViewDump.rows(folder, VERSIONS)).hasSize(1);
        crawls.foreign("between.warc.gz", "2023-06-01").bare(URL, 200, report(66));
        takenInAsAtOnce();
        assertThat(ViewDump.rows(folder, VERSIONS)).hasSize(3);
        assertThat(ViewDump.rows(folder, REVISIONS))
                .satisfiesExactly(
                        there -> assertThat(there).startsWith("data|2023-06-01").endsWith("|65|66"),
                        back -> assertThat(back).startsWith("data|2023-07-01").endsWith("|66|65"));
    }

    @Test
    void aCaptureBetweenTwoGoneVisitsProvesThatItWasThere() throws IOException {
        visit("2023-05-01").page(URL, report(65)).close();
        visit("2023-06-01").page(URL, 404, Outcome.GONE).close();
        visit("2023-08-01").page(URL, 404, Outcome.GONE).close();
        takenInAsAtOnce();
        assertThat(ViewDump.rows(folder, REVISIONS)).singleElement().asString().startsWith("withdrawn|2023-08-01");
        crawls.foreign("there.warc.gz", "2023-07-01").bare(URL, 200, report(65));
        takenInAsAtOnce();
        assertThat(ViewDump.rows(folder, REVISIONS)).isEmpty();
    }

    @Test
    void failuresAndChallengesWithdrawNothing() throws IOException {
        visit("2023-05-01").page(URL, report(65)).close();
        int month = 6;
        for (Outcome outcome :
                List.of(Outcome.CHALLENGE, Outcome.SERVER_ERROR, Outcome.CHALLENGE, Outcome.SERVER_ERROR)) {
            visit("2023-0" + month++ + "-01")
                    .page(URL, outcome == Outcome.CHALLENGE ? 403 : 503, outcome)
                    .close();
        }
        takenInAsAtOnce();
        assertThat(ViewDump.rows(folder, REVISIONS)).isEmpty();
        assertThat(ViewDump.rows(folder, VERSIONS)).hasSize(1);
    }

    @Test
    void aCopyOnAHostOfNoGovernmentIsNeverAVersionOfTheReport() throws IOException {
        visit("2023-06-01").page(URL, report(65)).close();
        crawls.foreign("copy.warc.gz", "2023-07-01").bare("http://mirror.example/2022", 200, report(77));
        takenInAsAtOnce();
        assertThat(ViewDump.rows(folder, REVISIONS)).isEmpty();
        assertThat(ViewDump.rows(folder, "SELECT government_code, url, is_latest FROM v_report ORDER BY url"))
                .containsExactlyInAnyOrder("|http://mirror.example/2022|1", "420100|" + URL + "|1");
    }
}
