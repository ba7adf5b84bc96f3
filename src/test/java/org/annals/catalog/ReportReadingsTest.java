package org.annals.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.annals.report.Cell;
import org.annals.report.CellValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the pages of reports ask the catalogue. */
class ReportReadingsTest {
    private static final String SEEDS = "420100,武汉市,prefecture,湖北省,湖北省,http://wh/,";
    private static final String FIELD = "t3.new.total";

    @TempDir
    Path folder;

    private static String report(int year, String total) {
        return "REPORT\npublisher=武汉市\nsource=title\nyear=" + year + "\ntitle=年度报告\noverview=全年工作\n" + FIELD + "="
                + total + "\nt4.review.total=blank\n";
    }

    private void read(RecordedCrawls crawls) throws IOException {
        Indexer.rebuild(folder, crawls, PlainReports.version("p1"), Duration.ZERO);
    }

    private static List<String> values(List<Cell> cells) {
        return cells.stream()
                .map(cell -> cell.value()
                        .number()
                        .map(Object::toString)
                        .orElse(cell.value().state()))
                .toList();
    }

    @Test
    void renditionsStandSideBySideWithTheCellsThatDiffer() throws IOException {
        RecordedCrawls crawls =
                new RecordedCrawls().run("2023-05-01").seeds(SEEDS).at("420100");
        crawls.page("http://wh/1", report(2022, "12")).page("http://wh/2", report(2022, "40"));
        read(crawls.close());
        try (Catalog catalog = Catalog.open(folder)) {
            ReportReadings readings = catalog.reportReadings();
            ReadReport first = readings.of(catalog.reports().get(0).reportId()).orElseThrow();
            List<ReadReport.Rendition> renditions = readings.renditions(first);
            assertThat(renditions)
                    .extracting(ReadReport.Rendition::url)
                    .containsExactlyInAnyOrder("http://wh/1", "http://wh/2");
            ReadReport.Rendition other = renditions.stream()
                    .filter(rendition -> !rendition.isShown())
                    .findFirst()
                    .orElseThrow();
            assertThat(first.source().url()).isEqualTo("http://wh/1");
            assertThat(other.differing()).containsOnlyKeys(FIELD);
            assertThat(values(List.copyOf(other.differing().values()))).containsExactly("40");
        }
    }

    @Test
    void historyOfACellKeepsItsStatesAndNeverMakesABlankZero() throws IOException {
        RecordedCrawls crawls = new RecordedCrawls();
        Map<String, String> totals = Map.of("2023-05-01", "12", "2023-06-01", "blank", "2023-07-01", "3、4");
        for (String day : List.of("2023-05-01", "2023-06-01", "2023-07-01")) {
            crawls.run(day).seeds(SEEDS).at("420100");
            crawls.page("http://wh/2022", report(2022, totals.get(day)));
            crawls.page("http://wh/2021", report(2021, "7")).close();
        }
        read(crawls);
        try (Catalog catalog = Catalog.open(folder)) {
            ReportReadings readings = catalog.reportReadings();
            ReportSummary latest = catalog.reports().stream()
                    .filter(report -> report.latest()
                            && report.fiscalYear().filter(year -> year == 2022).isPresent())
                    .findFirst()
                    .orElseThrow();
            ReadReport report = readings.of(latest.reportId()).orElseThrow();
            CellHistory history = readings.history(report, FIELD);
            assertThat(values(history.versions().stream()
                            .map(CellHistory.OfVersion::cell)
                            .toList()))
                    .containsExactly("12", "blank", "unreadable");
            assertThat(history.years())
                    .extracting(CellHistory.OfYear::fiscalYear)
                    .containsExactly(2021, 2022);
            assertThat(history.years().get(0).cell().value().number()).isPresent();
            assertThat(history.years().get(1).cell().value()).isInstanceOf(CellValue.Unreadable.class);
            assertThat(readings.history(report, "t3.granted.total")
                            .years()
                            .get(0)
                            .cell())
                    .isEqualTo(Cell.ABSENT);
            assertThat(readings.versions(report.publicationId()))
                    .extracting(ReadReport.Version::number)
                    .containsExactly(1, 2, 3);
        }
    }

    @Test
    void unknownReportIsNotThere() throws IOException {
        read(new RecordedCrawls().run("2023-05-01").seeds(SEEDS).at("420100").close());
        try (Catalog catalog = Catalog.open(folder)) {
            assertThat(catalog.reportReadings().of("none")).isEmpty();
            assertThat(catalog.governmentReports().own("420100")).isEmpty();
            assertThat(catalog.governmentReports().countOfOthers("420100")).isZero();
        }
    }
}
