package org.annals.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.annals.capture.Payload;
import org.annals.parse.ParseResult;
import org.annals.report.Report;
import org.annals.report.Section;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReparsingTest {
    private static final Parsing OLD = PlainReports.version("1");
    private static final Parsing NEW = PlainReports.version("2");
    private static final String WUHAN = "420100,武汉市,prefecture,湖北省,湖北省,http://wh/,";
    private static final String REPORT = "REPORT\npublisher=武汉市\nyear=2022\ntitle=年报\noverview=全年工作\n";

    @TempDir
    Path folder;

    /** Three reports, of which one has a cell that only version 2 understands, and a page that is none. */
    private static RecordedCrawls crawls() {
        RecordedCrawls crawls =
                new RecordedCrawls().run("2023-05-01").seeds(WUHAN).at("420100");
        crawls.page("http://wh/2022", REPORT + "t3.new.natural=dozen\nt3.new.total=13\nt4.review.total=blank\n");
        crawls.page("http://wh/2021", REPORT.replace("2022", "2021") + "t3.new.natural=3\nt3.new.total=3\n");
        crawls.page("http://wh/2020", REPORT.replace("2022", "2020") + "t3.new.natural=4\nt3.new.total=4\n");
        crawls.page("http://wh/", "home");
        crawls.close();
        return crawls;
    }

    private List<Reparsed> reparse(RecordSource source, Parsing parsing) throws IOException {
        List<Reparsed> all = new ArrayList<>();
        Reparsing.run(folder, source, parsing, Duration.ZERO, all::add);
        return all;
    }

    private void index(RecordSource source, Parsing parsing) throws IOException {
        Indexer.catchUp(folder, source, parsing, Duration.ZERO);
    }

    private static Parsing changed(String version, ChangedReport change) {
        return new Parsing(
                version,
                payload -> {
                    ParseResult result = OLD.parser().apply(payload);
                    return new ParseResult(
                            result.mediaType(),
                            result.charset(),
                            result.report().flatMap(change::of),
                            List.of());
                },
                OLD.checks());
    }

    /** What another version makes of a report. */
    @FunctionalInterface
    private interface ChangedReport {
        Optional<Report> of(Report report);
    }

    @Test
    void aCellThatReadsDifferentlyIsToldWithBothStates() throws IOException {
        RecordedCrawls crawls = crawls();
        index(crawls, OLD);
        List<Reparsed> all = reparse(crawls, NEW);
        assertThat(all).hasSize(4);
        assertThat(all).filteredOn(one -> one.differences().isEmpty()).hasSize(3);
        Reparsed one = all.stream()
                .filter(reparsed -> !reparsed.differences().isEmpty())
                .findFirst()
                .orElseThrow();
        assertThat(one.publisher()).isEqualTo("武汉市");
        assertThat(one.government()).isEqualTo("420100");
        assertThat(one.fiscalYear()).contains(2022);
        assertThat(one.publicationId()).isPresent();
        assertThat(one.url()).isEqualTo("http://wh/2022");
        assertThat(one.oldVersion()).isEqualTo("1");
        assertThat(one.newVersion()).isEqualTo("2");
        assertThat(one.capturedAt()).isAfter(Instant.parse("2023-05-01T00:00:00Z"));
        assertThat(one.differences()).hasSize(2);
        Difference.OfCell cell = (Difference.OfCell) one.differences().get(0);
        assertThat(cell.field()).isEqualTo("t3.new.natural");
        assertThat(cell.before().value().state()).isEqualTo("unreadable");
        assertThat(cell.before().raw()).isEqualTo("dozen");
        assertThat(cell.after().value().number().orElseThrow()).isEqualByComparingTo("12");
        Difference.OfCheck check = (Difference.OfCheck) one.differences().get(1);
        assertThat(check.code() + " " + check.scope()).isEqualTo("t3.row new");
        assertThat(check.before().orElseThrow().status().name()).isEqualTo("SKIP");
        assertThat(check.after().orElseThrow().expected().orElseThrow()).isEqualByComparingTo("12");
    }

    @Test
    void theCatalogueIsThenThatOfTheNewParser() throws IOException {
        RecordedCrawls crawls = crawls();
        index(crawls, OLD);
        reparse(crawls, NEW);
        Map<String, List<String>> reparsed = ViewDump.of(folder);
        Indexer.rebuild(folder, crawls, NEW, Duration.ZERO);
        assertThat(reparsed).isEqualTo(ViewDump.of(folder));
        assertThat(reparse(crawls, NEW)).isEmpty();
    }

    @Test
    void whatThePresentVersionReadIsNotComparedAgain() throws IOException {
        RecordedCrawls crawls = crawls();
        index(crawls.written(0), OLD);
        assertThat(reparse(crawls.written(Integer.MAX_VALUE), NEW)).isEmpty();
    }

    @Test
    void titlePublisherYearAndSectionsAreCompared() throws IOException {
        RecordedCrawls crawls = crawls();
        index(crawls, OLD);
        List<Reparsed> all = reparse(
                crawls,
                changed(
                        "3",
                        report -> Optional.of(new Report(
                                report.generation(),
                                Optional.of("武汉市人民政府"),
                                report.publisherSource(),
                                report.fiscalYear().map(year -> year - 1),
                                Optional.empty(),
                                report.publishedOn(),
                                Map.of(Section.OVERVIEW, "全年工作", Section.OTHER, "无"),
                                report.cells()))));
        assertThat(all)
                .filteredOn(one -> one.fiscalYear().equals(Optional.of(2020)))
                .singleElement()
                .satisfies(one -> assertThat(one.differences())
                        .containsExactly(
                                new Difference.OfText("publisher", Optional.of("武汉市"), Optional.of("武汉市人民政府")),
                                new Difference.OfText("fiscal_year", Optional.of("2020"), Optional.of("2019")),
                                new Difference.OfText("title", Optional.of("年报"), Optional.empty()),
                                new Difference.OfText("other", Optional.empty(), Optional.of("无"))));
    }

    @Test
    void aReportThatIsNoneAnyMoreLosesItsCells() throws IOException {
        RecordedCrawls crawls = crawls();
        index(crawls, OLD);
        List<Reparsed> all = reparse(crawls, changed("3", report -> Optional.empty()));
        assertThat(all).filteredOn(Reparsed::wasReport).hasSize(3).allSatisfy(one -> {
            assertThat(one.isReport()).isFalse();
            assertThat(one.differences())
                    .contains(new Difference.OfText("is_report", Optional.of("true"), Optional.of("false")))
                    .anySatisfy(difference -> assertThat(difference).isInstanceOf(Difference.OfCell.class));
        });
        List<Reparsed> back = reparse(crawls, NEW);
        assertThat(back)
                .filteredOn(one -> one.isReport() && !one.wasReport())
                .hasSize(3)
                .allSatisfy(one -> assertThat(one.publisher()).isEqualTo("武汉市"));
    }

    @Test
    void aPlaceAloneIsNoDifferenceButCounted() throws IOException {
        RecordedCrawls crawls = crawls();
        index(crawls, OLD);
        List<Reparsed> all =
                reparse(crawls, new Parsing("3", payload -> OLD.parser().apply(withZeros(payload)), OLD.checks()));
        assertThat(all).filteredOn(Reparsed::placesDiffer).hasSize(2);
        assertThat(all).allSatisfy(one -> assertThat(one.differences()).isEmpty());
    }

    /** 4 printed as 4.0 is the same number. */
    private static Payload withZeros(Payload payload) {
        String text = new String(payload.bytes(), StandardCharsets.UTF_8);
        return Payload.of(
                text.replace("total=4", "total=4.0")
                        .replace("total=3", "total=3.0")
                        .getBytes(StandardCharsets.UTF_8),
                payload.contentType().orElse(null),
                null);
    }

    @Test
    void aParserThatFailsNowIsADifference() throws IOException {
        RecordedCrawls crawls = crawls();
        index(crawls, OLD);
        List<Reparsed> all = reparse(
                crawls,
                new Parsing(
                        "3",
                        payload -> {
                            throw new IllegalStateException("broken");
                        },
                        OLD.checks()));
        assertThat(all)
                .hasSize(4)
                .allSatisfy(one -> assertThat(one.differences())
                        .anySatisfy(difference -> assertThat(difference)
                                .isInstanceOfSatisfying(Difference.OfText.class, text -> {
                                    assertThat(text.item()).isEqualTo("fault");
                                    assertThat(text.after().orElseThrow()).contains("broken");
                                })));
    }

    @Test
    void aCatalogueOfAnotherLayoutIsComparedWithTheOneDerivedInItsPlace() throws IOException {
        RecordedCrawls crawls = crawls();
        index(crawls, OLD);
        try (Database database = Database.open(folder.resolve(Indexer.FILE), Database.Mode.WRITE)) {
            database.script("PRAGMA user_version = 999;\n");
        }
        assertThat(reparse(crawls, NEW))
                .hasSize(4)
                .anyMatch(one -> !one.differences().isEmpty());
        assertThat(ViewDump.rows(folder, "SELECT DISTINCT parser_version FROM v_report"))
                .containsExactly("2");
    }

    @Test
    void withoutACatalogueThereIsNothingToCompare() throws IOException {
        assertThat(reparse(crawls(), NEW)).isEmpty();
        assertThat(ViewDump.rows(folder, "SELECT count(*) FROM v_report")).containsExactly("3");
    }

    @Test
    void aDamagedCatalogueIsSaidToBeSo() throws IOException {
        Files.writeString(folder.resolve(Indexer.FILE), "nonsense ".repeat(1000));
        assertThatThrownBy(() -> reparse(crawls(), NEW))
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining("annals rebuild");
    }
}
