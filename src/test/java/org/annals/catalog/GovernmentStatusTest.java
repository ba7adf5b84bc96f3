package org.annals.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.annals.archive.Archive;
import org.annals.capture.Finish;
import org.annals.capture.Outcome;
import org.annals.capture.Via;
import org.annals.catalog.GovernmentStatus.LastRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Why reports are not there, from the archive alone. */
class GovernmentStatusTest {
    private static final String CODE = "411421";
    private static final String COLUMN = "http://www.example.gov.cn/nb/";

    @TempDir
    Path folder;

    private String report;

    @BeforeEach
    void read() throws IOException {
        report = WrittenCrawls.report(text -> text);
    }

    private void run(String day, WrittenCrawls.Steps steps) throws IOException {
        WrittenCrawls.run(folder, day, steps);
        try (Archive archive = Archive.openForReading(folder)) {
            assertThat(Indexer.catchUp(archive).faults()).isEmpty();
        }
    }

    private void found(WrittenCrawls crawl) throws IOException {
        crawl.page(WrittenCrawls.REPORT, 200, report, Outcome.ARCHIVED, new Via(COLUMN, "2022年政府信息公开工作年度报告", 2));
    }

    private GovernmentStatus status() throws IOException {
        try (Catalog catalog = Catalog.open(folder)) {
            return catalog.status(CODE).orElseThrow();
        }
    }

    private Optional<String> why(int year) throws IOException {
        return status().coverage().stream()
                .filter(row -> row.fiscalYear() == year)
                .findFirst()
                .orElseThrow()
                .why();
    }

    @Test
    void whatIsThereNeedsNoReason() throws IOException {
        run("2023-05-01", crawl -> {
            found(crawl);
            crawl.finish(Finish.End.EXHAUSTED, 0);
        });
        assertThat(why(2022)).isEmpty();
        assertThat(why(2021)).contains("not_listed");
    }

    @Test
    void whatWasNotAskedIsNoRequest() throws IOException {
        run("2023-05-01", crawl -> {
            found(crawl);
            crawl.attempt("http://www.example.gov.cn/slow.html", Outcome.TIMEOUT);
            crawl.notAsked("http://www.example.gov.cn/left.html", Outcome.TIMEOUT);
            crawl.notAsked("http://www.example.gov.cn/no.html", Outcome.ROBOTS_DENIED);
        });
        LastRun last = status().last().orElseThrow();
        assertThat(last.urls()).hasSize(2);
        assertThat(last.outcomes()).containsOnly(Map.entry("archived", 1), Map.entry("timeout", 1));
        assertThat(last.notAsked()).containsOnly(Map.entry("timeout", 1), Map.entry("robots_denied", 1));
    }

    @Test
    void theEndOfTheLastRunThatAskedCounts() throws IOException {
        run("2023-05-01", crawl -> {
            found(crawl);
            crawl.finish(Finish.End.EXHAUSTED, 0);
        });
        run("2023-06-01", crawl -> {
            found(crawl);
            crawl.finish(Finish.End.BUDGET, 7);
        });
        assertThat(why(2021)).contains("budget");
        assertThat(status().last().orElseThrow().finish().orElseThrow().beyondBudget())
                .isEqualTo(7);
        // a run that asked others only says nothing of this one
        run("2023-07-01", crawl -> {});
        assertThat(why(2021)).contains("budget");
        assertThat(status().last().orElseThrow().run()).startsWith("20230601");
    }

    @Test
    void whereNoPageCouldBeReadTheCommonestFailureIsWhy() throws IOException {
        run("2023-05-01", crawl -> {
            crawl.attempt("http://www.example.gov.cn/", Outcome.TLS_ERROR);
            crawl.attempt("http://www.example.gov.cn/a", Outcome.TLS_ERROR);
            crawl.attempt("http://www.example.gov.cn/b", Outcome.TIMEOUT);
            crawl.finish(Finish.End.NO_COLUMN, 0);
        });
        assertThat(why(2022)).contains("tls_error");
    }

    @Test
    void aWallIsNamedThoughOtherPagesWereRead() throws IOException {
        run("2023-05-01", crawl -> {
            crawl.page("http://www.example.gov.cn/x", 404, "not there");
            crawl.attempt(COLUMN, Outcome.ROBOTS_DENIED);
            crawl.finish(Finish.End.NO_COLUMN, 0);
        });
        assertThat(why(2022)).contains("robots_denied");
        assertThat(ViewDump.rows(folder, "SELECT DISTINCT status, why FROM v_coverage"))
                .containsExactly("blocked|robots_denied");
    }

    @Test
    void aYearThatIsListedAndCouldNotBeReadSaysSo() throws IOException {
        run("2023-05-01", crawl -> {
            found(crawl);
            Via scan = new Via(COLUMN, "民权县2021年政府信息公开工作年度报告", 2);
            crawl.page("http://www.example.gov.cn/2021.pdf", 200, "a picture", Outcome.ARCHIVED, scan);
            Via slow = new Via(COLUMN, "民权县2020年度报告 2021-01-15", 2);
            crawl.page("http://www.example.gov.cn/2020.html", 503, "busy", Outcome.SERVER_ERROR, slow);
            crawl.finish(Finish.End.REPORT_FAILED, 0);
        });
        assertThat(why(2022)).isEmpty();
        assertThat(why(2021)).contains("not_read");
        assertThat(why(2020)).contains("server_error");
        assertThat(why(2019)).contains("report_failed");
    }

    @Test
    void aGovernmentThatWasNeverAskedSaysSo() throws IOException {
        run("2023-05-01", crawl -> {});
        assertThat(why(2022)).contains("never_asked");
        assertThat(status().last()).isEmpty();
    }

    @Test
    void withoutAWordInTheArchiveNothingIsClaimed() throws IOException {
        run("2023-05-01", this::found);
        assertThat(why(2021)).isEmpty();
    }

    @Test
    void columnsAndReportsAreToldWithTheirVisits() throws IOException {
        run("2023-05-01", crawl -> {
            crawl.page(COLUMN, 200, "列表");
            found(crawl);
        });
        run("2023-06-01", crawl -> crawl.attempt(COLUMN, Outcome.TIMEOUT));

        GovernmentStatus status = status();
        assertThat(status.columns()).singleElement().satisfies(column -> {
            assertThat(column.address().url()).isEqualTo(COLUMN);
            assertThat(column.reports()).isEqualTo(1);
            assertThat(column.outcome()).isEqualTo("timeout");
            assertThat(column.answered()).isFalse();
            assertThat(column.answeredAt().orElseThrow()).isBefore("2023-05-02T00:00:00Z");
        });
        assertThat(status.reports()).singleElement().satisfies(one -> {
            assertThat(one.address().url()).isEqualTo(WrittenCrawls.REPORT);
            assertThat(one.answered()).isTrue();
        });
        assertThat(status.last().orElseThrow().failed())
                .extracting(GovernmentStatus.Failed::outcome)
                .containsExactly("timeout");
    }

    @Test
    void aReportIsAsOldAsItsVersion() throws IOException {
        run("2023-05-01", this::found);
        run("2023-06-01", this::found);
        assertThat(status().reports().get(0).changedAt()).isBefore("2023-05-02T00:00:00Z");
        String corrected = report.replace("行政规范性文件\t0", "行政规范性文件\t12");
        run("2023-07-01", crawl -> crawl.page(WrittenCrawls.REPORT, 200, corrected));
        assertThat(status().reports().get(0).changedAt()).isAfter("2023-06-30T00:00:00Z");
    }

    @Test
    void rebuildTellsTheSame() throws IOException {
        whereNoPageCouldBeReadTheCommonestFailureIsWhy();
        run("2023-08-01", crawl -> {
            found(crawl);
            crawl.finish(Finish.End.COLUMN_FAILED, 2);
        });
        Map<String, List<String>> views = ViewDump.of(folder);
        assertThat(views.get("v_finish")).hasSize(2).anyMatch(row -> row.contains("|column_failed|"));
        try (Archive archive = Archive.openForReading(folder)) {
            Indexer.rebuild(archive);
        }
        assertThat(ViewDump.of(folder)).isEqualTo(views);
    }
}
