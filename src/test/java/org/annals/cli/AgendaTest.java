package org.annals.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.annals.archive.Archive;
import org.annals.capture.KnownAddress;
import org.annals.capture.Outcome;
import org.annals.capture.Via;
import org.annals.catalog.Catalog;
import org.annals.catalog.Indexer;
import org.annals.catalog.WrittenCrawls;
import org.annals.crawl.Selection;
import org.annals.government.Government;
import org.annals.government.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgendaTest {
    private static final String CODE = "411421";
    private static final String COLUMN = "http://www.example.gov.cn/nb/";
    private static final List<Government> GOVERNMENTS =
            List.of(new Government(CODE, "民权县", Level.COUNTY, "", "", "http://www.example.gov.cn/", null));

    @TempDir
    Path folder;

    private Agenda after(String day, WrittenCrawls.Steps steps) throws IOException {
        WrittenCrawls.run(folder, day, steps);
        try (Archive archive = Archive.openForReading(folder)) {
            Indexer.catchUp(archive);
        }
        try (Catalog catalog = Catalog.open(folder)) {
            return Agenda.of(catalog);
        }
    }

    private static void columnAndReport(WrittenCrawls crawl) throws IOException {
        crawl.page(COLUMN, 200, "列表");
        crawl.page(
                WrittenCrawls.REPORT,
                200,
                WrittenCrawls.report(text -> text),
                Outcome.ARCHIVED,
                new Via(COLUMN, "2022年政府信息公开工作年度报告", 2));
    }

    private static Selection by(Agenda agenda, String day) {
        return agenda.by(LocalDate.parse(day), GOVERNMENTS);
    }

    @Test
    void columnsMakeAGovernmentDueDailyInTheSeason() throws IOException {
        Agenda agenda = after("2023-02-10", AgendaTest::columnAndReport);
        assertThat(by(agenda, "2023-02-10").governments()).isEmpty();
        assertThat(by(agenda, "2023-02-11").governments()).containsExactly(CODE);
        assertThat(by(agenda, "2023-02-11").reports()).isEmpty();
        assertThat(by(agenda, "2023-02-17").reports())
                .extracting(KnownAddress::url)
                .containsExactly(WrittenCrawls.REPORT);
    }

    @Test
    void aReportMakesItsGovernmentDueOutOfSeason() throws IOException {
        Agenda agenda = after("2023-06-10", AgendaTest::columnAndReport);
        assertThat(by(agenda, "2023-06-16").governments()).isEmpty();
        assertThat(by(agenda, "2023-06-17").governments()).containsExactly(CODE);
        assertThat(agenda.next(GOVERNMENTS).orElseThrow().day()).isEqualTo("2023-06-17");
    }

    @Test
    void whatWasNeverAskedIsDueAtOnce() throws IOException {
        assertThat(Agenda.empty().by(LocalDate.parse("2023-06-10"), GOVERNMENTS).governments())
                .containsExactly(CODE);
        Agenda agenda = after("2023-06-10", crawl -> {});
        assertThat(by(agenda, "2023-06-10").governments()).containsExactly(CODE);
    }

    @Test
    void aPortalWithoutAKnownColumnIsDueLikeAColumn() throws IOException {
        Agenda agenda = after("2023-06-10", crawl -> crawl.attempt("http://www.example.gov.cn/", Outcome.TIMEOUT));
        assertThat(by(agenda, "2023-06-11").governments()).isEmpty();
        assertThat(by(agenda, "2023-07-10").governments()).containsExactly(CODE);
    }

    @Test
    void aColumnThatGaveNoAnswerIsDueTheNextDay() throws IOException {
        after("2023-06-10", AgendaTest::columnAndReport);
        Agenda agenda = after("2023-06-12", crawl -> crawl.attempt(COLUMN, Outcome.TIMEOUT));
        assertThat(by(agenda, "2023-06-12").governments()).isEmpty();
        assertThat(by(agenda, "2023-06-13").governments()).containsExactly(CODE);
    }
}
