package org.annals.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;
import org.annals.archive.ArchivedRecord;
import org.annals.capture.KnownAddress;
import org.annals.capture.Outcome;
import org.annals.capture.Purpose;
import org.annals.capture.RecordLocation;
import org.annals.capture.Via;
import org.annals.revision.Change;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IndexerTest {
    private static final Parsing PARSING = PlainReports.version("1");
    private static final String WUHAN = "420100,武汉市,prefecture,湖北省,湖北省,http://wh/,";
    private static final String HUBEI = "420000,湖北省人民政府,province,湖北省,,http://hb/,";

    @TempDir
    Path folder;

    /** Three runs in which everything that the catalogue knows happens. */
    private static RecordedCrawls history() {
        Via list = new Via("http://wh/list", "武汉市2021年政府信息公开工作年度报告", 2);
        Via page2 = new Via("http://wh/list2", "更多", 3);
        RecordedCrawls crawls = new RecordedCrawls();
        crawls.run("2023-05-01").seeds(WUHAN, HUBEI).at("420100");
        crawls.page("http://wh/robots.txt", 200, "User-agent: *", Purpose.ROBOTS, Via.SEED, Outcome.ARCHIVED);
        crawls.page("http://wh/", 200, "home", Purpose.SEED, Via.SEED, Outcome.ARCHIVED);
        crawls.page("http://wh/list", 200, "list", Purpose.COLUMN, new Via("http://wh/", "年报", 1), Outcome.ARCHIVED);
        crawls.page(
                "http://wh/list2", 200, "list2", Purpose.PAGER, new Via("http://wh/list", "2", 2), Outcome.ARCHIVED);
        crawls.page("http://wh/a", 200, report("武汉市", 2022, 65), Purpose.REPORT, page2, Outcome.ARCHIVED);
        crawls.page("http://wh/b", 200, report("武汉市", null, 7), Purpose.REPORT, list, Outcome.ARCHIVED);
        crawls.page("http://wh/c", 200, report("武汉市水务局", 2022, 9), Purpose.REPORT, list, Outcome.ARCHIVED);
        crawls.page("http://wh/d", 200, report("湖北省", 2020, 3), Purpose.REPORT, list, Outcome.ARCHIVED);
        crawls.page("http://wh/e", 200, report("武汉市", 2019, 4), Purpose.REPORT, list, Outcome.ARCHIVED);
        crawls.attempt("http://wh/search", Purpose.OTHER, Outcome.ROBOTS_DENIED);
        crawls.attempt("http://wh/f", Purpose.REPORT, Outcome.TIMEOUT);
        crawls.at("420000").page("http://hb/", 200, "wall", Purpose.SEED, Via.SEED, Outcome.CHALLENGE);
        crawls.close();
        crawls.run("2023-06-01").seeds(WUHAN, HUBEI).at("420100");
        crawls.page("http://wh/a", report("武汉市", 2022, 66));
        crawls.page("http://wh/b", 200, report("武汉市", null, 7), Purpose.REPORT, Via.SEED, Outcome.UNCHANGED);
        crawls.page("http://wh/c", report("武汉市水务局", 2022, 9) + "# new template\n");
        crawls.page("http://wh/d", 404, Outcome.GONE);
        crawls.page("http://wh/e", 302, "", Purpose.REPORT, Via.SEED, Outcome.ARCHIVED);
        crawls.page("http://wh/new/e", report("武汉市", 2019, 4));
        crawls.close();
        crawls.run("2023-07-01").seeds(WUHAN, HUBEI).at("420100");
        crawls.page("http://wh/a", report("武汉市", 2022, 65));
        crawls.page("http://wh/d", 302, "", Purpose.REPORT, Via.SEED, Outcome.ARCHIVED);
        crawls.page("http://wh/404", 404, "", Purpose.REPORT, new Via("http://wh/d", "", 1), Outcome.GONE);
        crawls.close();
        return crawls;
    }

    static String report(String publisher, Integer year, int total) {
        return "REPORT\n"
                + (publisher == null ? "" : "publisher=" + publisher + "\n")
                + (year == null ? "" : "year=" + year + "\n")
                + "title=政府信息公开工作年度报告\noverview=全年工作\nt3.new.natural=65\nt3.new.total=" + total
                + "\nt4.review.total=blank\nt4.suit_direct.total=3、4\nt2.fees.amount=25.1\nt4.x.y=absent\n";
    }

    private Indexed catchUp(RecordSource source) throws IOException {
        return Indexer.catchUp(folder, source, PARSING, Duration.ZERO);
    }

    @Test
    void everyViewTellsWhatTheArchiveHas() throws IOException {
        Indexed indexed = catchUp(history());
        assertThat(indexed.captures()).isEqualTo(19);
        assertThat(indexed.visits()).isEqualTo(21);
        assertThat(ViewDump.rows(
                        folder, "SELECT fiscal_year, publisher, government_code, version_no, is_latest FROM v_report"))
                .containsExactly(
                        "2019|武汉市|420100|1|1",
                        "2020|湖北省|420000|1|1",
                        "2021|武汉市|420100|1|1",
                        "2022|武汉市|420100|1|0",
                        "2022|武汉市|420100|2|0",
                        "2022|武汉市|420100|3|1",
                        "2022|武汉市水务局|420100|1|1");
        assertThat(ViewDump.rows(
                        folder,
                        "SELECT publisher, fiscal_year, kind, to_report_id IS NULL,"
                                + " from_report_id = to_report_id FROM v_revision"))
                .containsExactly(
                        "武汉市|2019|moved|0|1",
                        "武汉市|2022|data|0|0",
                        "武汉市|2022|data|0|0",
                        "武汉市水务局|2022|cosmetic|0|1",
                        "湖北省|2020|withdrawn|1|null");
        assertThat(ViewDump.rows(folder, "SELECT item, old_value, new_value FROM v_change"))
                .containsExactly("t3.new.total|65|66", "t3.new.total|66|65", "url|http://wh/e|http://wh/new/e");
    }

    @Test
    void captureNamesItsRecordAndPayload() throws IOException {
        catchUp(history());
        assertThat(ViewDump.rows(folder, "SELECT * FROM v_capture WHERE url = 'http://wh/b' AND is_revisit"))
                .singleElement()
                .asString()
                .startsWith("00000000-0000-0000-0000-0000000000")
                .contains("|20230601T000000123Z|420100|http://wh/b|2023-06-01T00:00:")
                .contains(".123Z|200|text/plain|")
                .contains("|warc/20230601T000000123Z.warc.gz|600|100|1");
        assertThat(ViewDump.rows(
                        folder,
                        "SELECT count(*), count(DISTINCT payload_sha256) FROM v_capture WHERE url = 'http://wh/b'"))
                .containsExactly("2|1");
        assertThat(ViewDump.rows(folder, "SELECT media_type FROM v_capture WHERE http_status = 404"))
                .containsExactly("text/html", "text/html");
    }

    @Test
    void valuesKeepStateRawAndPlace() throws IOException {
        catchUp(history());
        assertThat(ViewDump.rows(
                        folder,
                        "SELECT field, value, typeof(value), state, raw, locator FROM v_value"
                                + " WHERE report_id = (SELECT report_id FROM v_report WHERE fiscal_year = 2021)"))
                .containsExactly(
                        "t2.fees.amount|25.1|real|number|25.1|line",
                        "t3.new.natural|65|integer|number|65|line",
                        "t3.new.total|7|integer|number|7|line",
                        "t4.review.total|null|null|blank||line",
                        "t4.suit_direct.total|null|null|unreadable|3、4|line",
                        "t4.x.y|null|null|absent||");
        assertThat(ViewDump.rows(
                        folder,
                        "SELECT check_code, scope, status, expected, actual FROM v_check"
                                + " WHERE report_id LIKE '%2021%'"))
                .containsExactly("t3.row|new|fail|65|7");
    }

    @Test
    void fetchesAreThereWithAndWithoutAnAnswer() throws IOException {
        catchUp(history());
        assertThat(ViewDump.rows(folder, "SELECT url, http_status, outcome FROM v_fetch WHERE http_status IS NULL"))
                .containsExactly("http://wh/f|null|timeout", "http://wh/search|null|robots_denied");
    }

    @Test
    void snapshotsAreLinkedToTheVersionTheyCarry() throws IOException {
        catchUp(history());
        assertThat(ViewDump.rows(
                        folder,
                        "SELECT r.fiscal_year, r.version_no, count(*) FROM v_capture_report k"
                                + " JOIN v_report r USING (report_id) WHERE r.publisher = '武汉市' GROUP BY 1, 2"))
                .containsExactly("2019|1|2", "2021|1|2", "2022|1|1", "2022|2|1", "2022|3|1");
    }

    @Test
    void incrementalInAnyChunksEqualsRebuild() throws IOException {
        RecordedCrawls crawls = history();
        Indexer.rebuild(folder, crawls, PARSING, Duration.ZERO);
        Map<String, List<String>> rebuilt = ViewDump.of(folder);
        int records = crawls.records();
        Random random = new Random(42);
        for (int round = 0; round < 12; round++) {
            Indexer.delete(folder.resolve(Indexer.FILE));
            for (int written = 0; written < records; written += 1 + random.nextInt(round < 2 ? 1 : 12)) {
                catchUp(crawls.written(written));
            }
            Indexed last = catchUp(crawls.written(Integer.MAX_VALUE));
            assertThat(ViewDump.of(folder)).isEqualTo(rebuilt);
            assertThat(last.captures()).isLessThan(19);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void incrementalEqualsRebuildForAnyHistory(int seed) throws IOException {
        Random random = new Random(seed);
        RecordedCrawls crawls = RandomHistory.of(random);
        Indexer.rebuild(folder, crawls, PARSING, Duration.ZERO);
        Map<String, List<String>> rebuilt = ViewDump.of(folder);
        assertThat(rebuilt.get("v_revision")).isNotEmpty();
        Indexer.delete(folder.resolve(Indexer.FILE));
        for (int written = 0; written < crawls.records(); written += 1 + random.nextInt(60)) {
            catchUp(crawls.written(written));
        }
        catchUp(crawls.written(Integer.MAX_VALUE));
        assertThat(ViewDump.of(folder)).isEqualTo(rebuilt);
        for (String report : rebuilt.get("v_capture_report")) {
            String id = report.split("\\|")[1];
            assertThat(rebuilt.get("v_report")).anyMatch(row -> row.startsWith(id + "|"));
        }
    }

    @Test
    void failedRebuildLeavesTheOldCatalogue() throws IOException {
        catchUp(history());
        Map<String, List<String>> before = ViewDump.of(folder);
        RecordedCrawls gone = new RecordedCrawls() {
            @Override
            public <T> void read(
                    String path,
                    long from,
                    Function<ArchivedRecord, T> prepared,
                    Consumer<T> sink,
                    Consumer<String> damage)
                    throws IOException {
                throw new IOException("the disk is gone");
            }
        };
        gone.run("2023-05-01");
        assertThatThrownBy(() -> Indexer.rebuild(folder, gone, PARSING, Duration.ZERO))
                .isInstanceOf(IOException.class)
                .hasMessage("the disk is gone");
        assertThat(ViewDump.of(folder)).isEqualTo(before);
        assertThat(folder.resolve(Indexer.FILE + ".new")).doesNotExist();
    }

    @Test
    void nothingNewCostsNoParsing() throws IOException {
        RecordedCrawls crawls = history();
        assertThat(catchUp(crawls).parsed()).isPositive();
        Indexed again = catchUp(crawls);
        assertThat(again).isEqualTo(new Indexed(0, 0, 0, List.of()));
    }

    @Test
    void sameBytesAreParsedOnce() throws IOException {
        RecordedCrawls crawls =
                new RecordedCrawls().run("2023-05-01").seeds(WUHAN).at("420100");
        for (int i = 0; i < 50; i++) {
            crawls.page("http://wh/" + i % 5, report("武汉市", 2022, 65));
        }
        assertThat(catchUp(crawls).parsed()).isEqualTo(1);
        assertThat(ViewDump.rows(folder, "SELECT count(*) FROM cell")).containsExactly("6");
    }

    @Test
    void captureWaitsForItsVisit() throws IOException {
        RecordedCrawls crawls =
                new RecordedCrawls().run("2023-05-01").seeds(WUHAN).at("420100");
        crawls.page("http://wh/a", report("武汉市", 2022, 65));
        catchUp(crawls.written(4));
        assertThat(ViewDump.of(folder).get("v_capture")).isEmpty();
        catchUp(crawls.written(5));
        assertThat(ViewDump.rows(folder, "SELECT government_code FROM v_capture"))
                .containsExactly("420100");
    }

    @Test
    void filesOfOthersNeedNoVisits() throws IOException {
        RecordedCrawls crawls = history().foreign("old.warc.gz", "2022-12-01");
        crawls.bare("http://wh/old", 200, report("武汉市", 2022, 60));
        crawls.bare("http://elsewhere/x", 200, report("某某局", 2015, 1));
        catchUp(crawls);
        assertThat(ViewDump.rows(
                        folder,
                        "SELECT government_code, publisher, fiscal_year, version_no FROM v_report"
                                + " WHERE url LIKE '%old' OR url LIKE '%x'"))
                .containsExactly("420100|武汉市|2022|1", "|某某局|2015|1");
        assertThat(ViewDump.rows(folder, "SELECT run_id, government_code FROM v_capture WHERE url LIKE '%old'"))
                .containsExactly("null|null");
    }

    @Test
    void copiedRecordCountsOnce() throws IOException {
        RecordedCrawls crawls = history();
        RecordSource twice = new RecordSource() {
            @Override
            public List<String> files() {
                List<String> all = new ArrayList<>(crawls.files());
                all.add("warc/copy.warc.gz");
                return all;
            }

            @Override
            public long length(String path) {
                return crawls.length(original(path));
            }

            @Override
            public <T> void read(
                    String path,
                    long from,
                    Function<ArchivedRecord, T> prepared,
                    Consumer<T> sink,
                    Consumer<String> damage)
                    throws IOException {
                crawls.read(original(path), from, prepared, sink, damage);
            }

            @Override
            public ArchivedRecord read(RecordLocation at) {
                return crawls.read(at);
            }

            private String original(String path) {
                return path.equals("warc/copy.warc.gz") ? crawls.files().get(0) : path;
            }
        };
        assertThat(catchUp(twice).captures()).isEqualTo(19);
    }

    @Test
    void newParserReadsOldDocumentsAgain() throws IOException {
        RecordedCrawls crawls = history();
        crawls.run("2023-08-01").at("420100");
        crawls.page("http://wh/n", report("武汉市", 2018, 1).replace("=65", "=dozen"));
        crawls.close();
        catchUp(crawls);
        assertThat(ViewDump.rows(folder, "SELECT value, state FROM v_value WHERE raw = 'dozen'"))
                .containsExactly("null|unreadable");
        Indexed renewed = Indexer.catchUp(folder, crawls, PlainReports.version("2"), Duration.ZERO);
        assertThat(renewed.parsed()).isPositive();
        assertThat(ViewDump.rows(folder, "SELECT value, state FROM v_value WHERE raw = 'dozen'"))
                .containsExactly("12|number");
        assertThat(ViewDump.rows(folder, "SELECT DISTINCT parser_version FROM v_report"))
                .containsExactly("2");
        Map<String, List<String>> caughtUp = ViewDump.of(folder);
        Indexer.rebuild(folder, crawls, PlainReports.version("2"), Duration.ZERO);
        assertThat(caughtUp).isEqualTo(ViewDump.of(folder));
    }

    @Test
    void killedAnywhereGoesOnWhereItStopped() throws IOException {
        RecordedCrawls crawls = history();
        Indexer.rebuild(folder, crawls, PARSING, Duration.ZERO);
        Map<String, List<String>> rebuilt = ViewDump.of(folder);
        for (int kill = 1; kill < 12; kill++) {
            Indexer.delete(folder.resolve(Indexer.FILE));
            crawls.written(Integer.MAX_VALUE);
            int[] left = {kill};
            Parsing dying = new Parsing(
                    "1",
                    payload -> {
                        if (--left[0] == 0) {
                            throw new ThreadDeathOfTest();
                        }
                        return PARSING.parser().apply(payload);
                    },
                    PARSING.checks());
            assertThatThrownBy(() -> Indexer.catchUp(folder, crawls, dying, Duration.ZERO))
                    .isInstanceOf(ThreadDeathOfTest.class);
            catchUp(crawls);
            assertThat(ViewDump.of(folder)).isEqualTo(rebuilt);
        }
    }

    @Test
    void finishedBatchesOutliveAKill() throws IOException {
        RecordedCrawls crawls =
                new RecordedCrawls().run("2023-05-01").seeds(WUHAN).at("420100");
        crawls.page("http://wh/a", report("武汉市", 2022, 65));
        for (int i = 0; i < 2_100; i++) {
            crawls.attempt("http://wh/" + i % 7, Purpose.REPORT, Outcome.TIMEOUT);
        }
        crawls.page("http://wh/a", report("武汉市", 2022, 66))
                .page("http://wh/b", "CRASH")
                .close();
        Parsing dying = new Parsing(
                "1",
                payload -> {
                    if (payload.bytes()[0] == 'C') {
                        throw new ThreadDeathOfTest();
                    }
                    return PARSING.parser().apply(payload);
                },
                PARSING.checks());
        assertThatThrownBy(() -> Indexer.catchUp(folder, crawls, dying, Duration.ZERO))
                .isInstanceOf(ThreadDeathOfTest.class);
        assertThat(ViewDump.of(folder).get("v_capture")).hasSize(1);
        assertThat(ViewDump.of(folder).get("v_fetch")).hasSizeGreaterThan(1_900);
        Indexed rest = catchUp(crawls);
        assertThat(rest.captures()).isEqualTo(2);
        assertThat(ViewDump.rows(folder, "SELECT version_no FROM v_report")).containsExactly("1", "2");
        Map<String, List<String>> caughtUp = ViewDump.of(folder);
        Indexer.rebuild(folder, crawls, PARSING, Duration.ZERO);
        assertThat(caughtUp).isEqualTo(ViewDump.of(folder));
    }

    /** Stops the indexer as a kill would. */
    private static final class ThreadDeathOfTest extends Error {
        private static final long serialVersionUID = 1;
    }

    @Test
    void pageThatBreaksTheParserKeepsNoOtherOut() throws IOException {
        RecordedCrawls crawls =
                new RecordedCrawls().run("2023-05-01").seeds(WUHAN).at("420100");
        crawls.page("http://wh/bad", "CRASH").page("http://wh/a", report("武汉市", 2022, 65));
        Indexed indexed = catchUp(crawls);
        assertThat(indexed.faults())
                .singleElement()
                .asString()
                .contains(".warc.gz at offset 300")
                .contains("parser failed");
        assertThat(ViewDump.of(folder).get("v_report")).hasSize(1);
        try (Catalog catalog = Catalog.open(folder)) {
            assertThat(catalog.faults()).isEqualTo(indexed.faults());
        }
    }

    @Test
    void seedsOfALaterRunAttributeAgain() throws IOException {
        RecordedCrawls crawls =
                new RecordedCrawls().run("2023-05-01").seeds(HUBEI).at("420000");
        crawls.page("http://hb/a", report("武汉市水务局", 2022, 65)).close();
        catchUp(crawls);
        assertThat(ViewDump.rows(folder, "SELECT government_code FROM v_report"))
                .containsExactly("420000");
        crawls.run("2023-06-01").seeds(HUBEI, WUHAN).close();
        catchUp(crawls);
        assertThat(ViewDump.rows(folder, "SELECT government_code FROM v_report"))
                .containsExactly("420100");
        assertThat(ViewDump.rows(folder, "SELECT count(*) FROM publication")).containsExactly("1");
    }

    @Test
    void firstRowOfACodeCountsWithinARunAndTheLaterRunBetweenRuns() throws IOException {
        String name = "SELECT DISTINCT name FROM v_coverage";
        RecordedCrawls crawls = new RecordedCrawls().run("2023-05-01").seeds(WUHAN);
        crawls.seeds(WUHAN.replace("武汉市", "江城市")).close();
        Indexer.rebuild(folder, crawls, PARSING, Duration.ZERO);
        assertThat(ViewDump.rows(folder, name)).containsExactly("武汉市");
        crawls.run("2023-06-01").seeds(WUHAN.replace("武汉市", "江城市")).seeds(WUHAN).close();
        catchUp(crawls);
        assertThat(ViewDump.rows(folder, name)).containsExactly("江城市");
        Map<String, List<String>> caughtUp = ViewDump.of(folder);
        Indexer.rebuild(folder, crawls, PARSING, Duration.ZERO);
        assertThat(caughtUp).isEqualTo(ViewDump.of(folder));
    }

    @Test
    void reportThatIsBackWithOtherFiguresNamesTheCells() throws IOException {
        RecordedCrawls crawls =
                new RecordedCrawls().run("2023-05-01").seeds(WUHAN).at("420100");
        crawls.page("http://wh/a", report("武汉市", 2022, 65)).close();
        for (String day : List.of("2023-06-01", "2023-07-01")) {
            crawls.run(day).at("420100").page("http://wh/a", 404, Outcome.GONE).close();
        }
        crawls.run("2023-08-01")
                .at("420100")
                .page("http://wh/a", report("武汉市", 2022, 66))
                .close();
        catchUp(crawls);
        assertThat(
                        ViewDump.rows(
                                folder,
                                "SELECT kind, item, old_value, new_value FROM v_revision LEFT JOIN v_change USING (revision_id)"))
                .containsExactly("data|t3.new.total|65|66", "withdrawn|null|null|null");
    }

    @Test
    void changedDateOfPublicationIsARevisionWithTheNewDate() throws IOException {
        RecordedCrawls crawls =
                new RecordedCrawls().run("2023-05-01").seeds(WUHAN).at("420100");
        String report = report("武汉市", 2022, 65);
        crawls.page("http://wh/a", report).close();
        crawls.run("2023-06-01").at("420100");
        crawls.page("http://wh/a", report + "published=2023-01-12\n").close();
        crawls.run("2023-07-01").at("420100").page("http://wh/a", report).close();
        crawls.run("2023-08-01").at("420100");
        crawls.page("http://wh/a", report + "published=2023-01-20\n").close();
        catchUp(crawls);
        assertThat(ViewDump.rows(folder, "SELECT version_no, published_on FROM v_report"))
                .containsExactly("1|null", "2|2023-01-20");
        assertThat(ViewDump.rows(
                        folder,
                        "SELECT kind, item, old_value, new_value FROM v_revision JOIN v_change USING (revision_id)"))
                .containsExactly("text|published_on|2023-01-12|2023-01-20");
    }

    @Test
    void knownReportAskedWithoutALinkKeepsItsYear() throws IOException {
        catchUp(history());
        assertThat(
                        ViewDump.rows(
                                folder,
                                "SELECT DISTINCT r.fiscal_year FROM v_capture_report k JOIN v_report r"
                                        + " USING (report_id) JOIN v_capture c ON c.capture_id = k.capture_id WHERE c.url = 'http://wh/b'"))
                .containsExactly("2021");
    }

    @Test
    void addressThatCarriesTheNextYearIsNoRevision() throws IOException {
        RecordedCrawls crawls =
                new RecordedCrawls().run("2022-05-01").seeds(WUHAN).at("420100");
        Via of2021 = new Via("http://wh/list", "2021年政府信息公开工作年度报告", 1);
        Via of2022 = new Via("http://wh/list", "2022年政府信息公开工作年度报告", 1);
        crawls.page("http://wh/latest", 200, report("武汉市", null, 7), Purpose.REPORT, of2021, Outcome.ARCHIVED);
        crawls.close().run("2023-05-01").at("420100");
        crawls.page("http://wh/latest", 200, report("武汉市", null, 8), Purpose.REPORT, of2022, Outcome.ARCHIVED);
        crawls.page("http://wh/latest", 200, report("武汉市", null, 8), Purpose.REPORT, Via.SEED, Outcome.UNCHANGED);
        catchUp(crawls.close());
        assertThat(ViewDump.rows(folder, "SELECT fiscal_year, version_no FROM v_report"))
                .containsExactly("2021|1", "2022|1");
        assertThat(ViewDump.of(folder).get("v_revision")).isEmpty();
    }

    @Test
    void reportsWithoutAYearAreNeverVersionsOfEachOther() throws IOException {
        RecordedCrawls crawls =
                new RecordedCrawls().run("2022-05-01").seeds(WUHAN).at("420100");
        crawls.page("http://wh/1", report("武汉市", null, 7)).page("http://wh/2", report("武汉市", null, 8));
        catchUp(crawls);
        assertThat(ViewDump.rows(
                        folder,
                        "SELECT count(DISTINCT publication_id), max(version_no), max(fiscal_year) FROM v_report"))
                .containsExactly("2|1|null");
    }

    @Test
    void pageTakenForASoft404IsAReportOnlyWithNumbers() throws IOException {
        RecordedCrawls crawls =
                new RecordedCrawls().run("2022-05-01").seeds(WUHAN).at("420100");
        String title = "REPORT\npublisher=武汉市\nyear=2021\nt3.new.total=blank\n";
        crawls.page("http://wh/1", 200, title, Purpose.REPORT, Via.SEED, Outcome.SOFT_404);
        crawls.page("http://wh/2", 200, report("武汉市", 2020, 8), Purpose.REPORT, Via.SEED, Outcome.SOFT_404);
        catchUp(crawls);
        assertThat(ViewDump.rows(folder, "SELECT fiscal_year FROM v_report")).containsExactly("2020");
    }

    @Test
    void redirectThatEndsAtNothingIsGone() throws IOException {
        RecordedCrawls crawls =
                new RecordedCrawls().run("2022-05-01").seeds(WUHAN).at("420100");
        crawls.page("http://wh/1", report("武汉市", 2021, 7)).close();
        for (String day : List.of("2022-06-01", "2022-07-01")) {
            crawls.run(day).at("420100");
            crawls.page("http://wh/1", 302, "", Purpose.REPORT, Via.SEED, Outcome.ARCHIVED);
            crawls.page("http://wh/x", 302, "", Purpose.REPORT, new Via("http://wh/1", "", 1), Outcome.ARCHIVED);
            crawls.page("http://wh/404", 404, "", Purpose.REPORT, new Via("http://wh/x", "", 2), Outcome.GONE);
            crawls.close();
        }
        for (int written = 0; written < crawls.records(); written++) {
            catchUp(crawls.written(written));
        }
        catchUp(crawls.written(Integer.MAX_VALUE));
        assertThat(ViewDump.rows(folder, "SELECT kind FROM v_revision")).containsExactly("withdrawn");
    }

    @Test
    void redirectToTheFrontPageIsGone() throws IOException {
        RecordedCrawls crawls =
                new RecordedCrawls().run("2022-05-01").seeds(WUHAN).at("420100");
        crawls.page("http://wh/1", report("武汉市", 2021, 7)).close();
        for (String day : List.of("2022-06-01", "2022-07-01")) {
            crawls.run(day).at("420100");
            crawls.page("http://wh/1", 302, Outcome.SOFT_404).close();
        }
        catchUp(crawls);
        assertThat(ViewDump.rows(folder, "SELECT kind FROM v_revision")).containsExactly("withdrawn");
        assertThat(ViewDump.rows(folder, "SELECT DISTINCT http_status FROM v_fetch WHERE outcome = 'soft_404'"))
                .containsExactly("302");
    }

    private static final String WHOSE = "SELECT publisher, version_no, is_latest, value FROM v_report"
            + " JOIN v_value USING (report_id) WHERE field = 't3.new.total'";

    private static String onTheSite(int total) {
        return report("武汉市人民政府", 2022, total) + "source=meta\n";
    }

    private void derivedInStepsAsAtOnce(RecordedCrawls crawls) throws IOException {
        Indexer.rebuild(folder, crawls, PARSING, Duration.ZERO);
        Map<String, List<String>> rebuilt = ViewDump.of(folder);
        Indexer.delete(folder.resolve(Indexer.FILE));
        for (int written = 0; written < crawls.records(); written++) {
            catchUp(crawls.written(written));
        }
        catchUp(crawls.written(Integer.MAX_VALUE));
        assertThat(ViewDump.of(folder)).isEqualTo(rebuilt);
    }

    @Test
    void bodiesThatOnlyTheListNamesHaveReportsOfTheirOwn() throws IOException {
        RecordedCrawls crawls =
                new RecordedCrawls().run("2023-05-01").seeds(WUHAN).at("420100");
        for (String[] page : new String[][] {{"财政局", "12"}, {"教育局", "40"}}) {
            Via via = new Via("http://wh/list", page[0] + "2022年政府信息公开工作年度报告", 1);
            String body = onTheSite(Integer.parseInt(page[1]));
            crawls.page("http://wh/" + page[1], 200, body, Purpose.REPORT, via, Outcome.ARCHIVED);
        }
        derivedInStepsAsAtOnce(crawls.close());
        assertThat(ViewDump.rows(folder, WHOSE)).containsExactly("教育局|1|1|40", "财政局|1|1|12");
        assertThat(ViewDump.rows(folder, "SELECT 1 FROM v_check WHERE check_code = 'rendition_mismatch'"))
                .isEmpty();
    }

    @Test
    void differentReportsUnderTheNameOfTheSiteAreNeverOnePublication() throws IOException {
        List<String> ids = new ArrayList<>();
        for (List<String> order : List.of(List.of("12", "40"), List.of("40", "12"))) {
            RecordedCrawls crawls =
                    new RecordedCrawls().run("2023-05-01").seeds(WUHAN).at("420100");
            order.forEach(total -> crawls.page("http://wh/" + total, onTheSite(Integer.parseInt(total))));
            crawls.close().run("2023-06-01").at("420100");
            crawls.page("http://wh/40", onTheSite(41)).page("http://wh/12", onTheSite(12));
            derivedInStepsAsAtOnce(crawls.close());
            assertThat(ViewDump.rows(folder, WHOSE))
                    .containsExactly("武汉市人民政府|1|0|40", "武汉市人民政府|1|1|12", "武汉市人民政府|2|1|41");
            assertThat(ViewDump.rows(
                            folder,
                            "SELECT kind, old_value, new_value FROM v_revision JOIN v_change USING (revision_id)"))
                    .containsExactly("data|40|41");
            assertThat(ViewDump.rows(
                            folder,
                            "SELECT scope, status, count(*) FROM v_check WHERE check_code = 'rendition_mismatch'"))
                    .containsExactly("publisher|fail|3");
            ids.add(String.join(" ", ViewDump.rows(folder, "SELECT DISTINCT url, publication_id FROM v_report")));
        }
        assertThat(ids.get(0)).isEqualTo(ids.get(1));
    }

    @Test
    void reportFoundInALaterRunUnderTheNameOfTheSiteIsNoRevision() throws IOException {
        RecordedCrawls crawls =
                new RecordedCrawls().run("2023-05-01").seeds(WUHAN).at("420100");
        crawls.page("http://wh/1", onTheSite(12)).close().run("2023-06-01").at("420100");
        crawls.page("http://wh/2", onTheSite(40)).close();
        derivedInStepsAsAtOnce(crawls);
        assertThat(ViewDump.of(folder).get("v_revision")).isEmpty();
        assertThat(ViewDump.rows(folder, "SELECT count(DISTINCT publication_id), max(version_no) FROM v_report"))
                .containsExactly("2|1");
    }

    @Test
    void reportUnderTheNameOfTheSiteMayMove() throws IOException {
        RecordedCrawls crawls =
                new RecordedCrawls().run("2023-05-01").seeds(WUHAN).at("420100");
        crawls.page("http://wh/1", onTheSite(12)).close().run("2023-06-01").at("420100");
        crawls.page("http://wh/1", 404, Outcome.GONE)
                .page("http://wh/2", onTheSite(12))
                .close();
        derivedInStepsAsAtOnce(crawls);
        assertThat(ViewDump.rows(folder, "SELECT kind FROM v_revision")).containsExactly("moved");
    }

    @Test
    void twoRenditionsOfOneReportThatDifferAreMarkedAndNeverFlip() throws IOException {
        RecordedCrawls crawls = new RecordedCrawls();
        for (String day : List.of("2023-05-01", "2023-06-01", "2023-07-01")) {
            crawls.run(day).seeds(WUHAN).at("420100");
            crawls.page("http://wh/1", report("武汉市", 2022, 12));
            crawls.page("http://wh/2", report("武汉市", 2022, 40)).close();
        }
        derivedInStepsAsAtOnce(crawls);
        assertThat(ViewDump.of(folder).get("v_revision")).isEmpty();
        assertThat(ViewDump.rows(
                        folder,
                        "SELECT version_no, scope, status, expected, actual FROM v_check JOIN v_report USING (report_id)"
                                + " WHERE check_code = 'rendition_mismatch'"))
                .containsExactly("1|t3.new.total|fail|40|12", "2|t3.new.total|fail|12|40");
    }

    @Test
    void fileIsOfTheBodyThatTheLinkToItsPageNames() throws IOException {
        RecordedCrawls crawls =
                new RecordedCrawls().run("2023-05-01").seeds(WUHAN).at("420100");
        Via list = new Via("http://wh/list", "财政局2022年政府信息公开工作年度报告", 1);
        Via page = new Via("http://wh/page", "附件", 2);
        crawls.page("http://wh/file", 200, report(null, 2022, 12), Purpose.REPORT, page, Outcome.ARCHIVED);
        crawls.page("http://wh/page", 200, "see the file", Purpose.REPORT, list, Outcome.ARCHIVED);
        derivedInStepsAsAtOnce(crawls.close());
        assertThat(ViewDump.rows(folder, WHOSE)).containsExactly("财政局|1|1|12");
    }

    @Test
    void cutAnswerIsNoReport() throws IOException {
        RecordedCrawls crawls =
                new RecordedCrawls().run("2023-05-01").seeds(WUHAN).at("420100");
        crawls.page("http://wh/a", 200, report("武汉市", 2022, 65), Purpose.REPORT, Via.SEED, Outcome.TOO_LARGE);
        catchUp(crawls);
        assertThat(ViewDump.of(folder).get("v_report")).isEmpty();
        assertThat(ViewDump.rows(folder, "SELECT media_type FROM v_capture")).containsExactly("text/html");
    }

    @Test
    void coverageKnowsFoundMissingOverdueBlockedAndWithdrawn() throws IOException {
        catchUp(history());
        try (Catalog catalog = Catalog.open(folder)) {
            assertThat(catalog.coverage().stream()
                            .filter(c -> c.government().equals("420100"))
                            .map(c -> c.fiscalYear() + " " + c.status()))
                    .startsWith("2008 missing")
                    .endsWith("2018 missing", "2019 found", "2020 missing", "2021 found", "2022 found");
            assertThat(catalog.coverage().stream()
                            .filter(c -> c.government().equals("420000"))
                            .map(c -> c.fiscalYear() + " " + c.status()))
                    .hasSize(15)
                    .startsWith("2008 blocked")
                    .contains("2020 withdrawn")
                    .endsWith("2022 blocked");
        }
    }

    @Test
    void newestYearIsOverdueOnlyAfterTheDeadlineOfItsLevel() throws IOException {
        String ministry = "m1,某某部,ministry,,,http://m/,";
        for (String[] day : new String[][] {
            {"2023-01-30", "420100 2021 overdue", "m1 2021 overdue"},
            {"2023-01-31", "420100 2021 overdue", "m1 2021 overdue"},
            {"2023-02-01", "420100 2021 overdue", "m1 2022 overdue"},
            {"2023-03-30", "420100 2021 overdue", "m1 2022 overdue"},
            {"2023-04-01", "420100 2022 overdue", "m1 2022 overdue"}
        }) {
            Indexer.delete(folder.resolve(Indexer.FILE));
            catchUp(new RecordedCrawls().run(day[0]).seeds(WUHAN, ministry).close());
            assertThat(ViewDump.rows(
                            folder,
                            "SELECT government_code || ' ' || fiscal_year || ' ' || status"
                                    + " FROM v_coverage WHERE status <> 'missing'"))
                    .containsExactly(day[1], day[2]);
        }
    }

    @Test
    void yearThatIsNotDueIsListedOnlyIfFound() throws IOException {
        RecordedCrawls crawls =
                new RecordedCrawls().run("2023-01-15").seeds(WUHAN).at("420100");
        crawls.page("http://wh/a", report("武汉市", 2022, 65)).page("http://wh/b", report("武汉市", 2006, 65));
        catchUp(crawls);
        assertThat(ViewDump.rows(folder, "SELECT fiscal_year, status FROM v_coverage WHERE status <> 'missing'"))
                .containsExactly("2006|found", "2021|overdue", "2022|found");
    }

    @Test
    void aDepartmentsReportIsNotTheGovernmentsOwn() throws IOException {
        RecordedCrawls crawls =
                new RecordedCrawls().run("2023-05-01").seeds(WUHAN).at("420100");
        crawls.page("http://wh/a", report("武汉市财政局", 2022, 65)).page("http://wh/b", report("武汉市人民政府", 2021, 65));
        catchUp(crawls);
        assertThat(ViewDump.rows(folder, "SELECT fiscal_year, status FROM v_coverage WHERE status <> 'missing'"))
                .containsExactly("2021|found", "2022|overdue");
    }

    @Test
    void oneRefusedSearchDoesNotBlockAPortal() throws IOException {
        RecordedCrawls crawls =
                new RecordedCrawls().run("2023-05-01").seeds(WUHAN).at("420100");
        crawls.page("http://wh/list", 200, "list", Purpose.COLUMN, Via.SEED, Outcome.ARCHIVED);
        crawls.attempt("http://wh/x", Purpose.SECTION, Outcome.ROBOTS_DENIED);
        catchUp(crawls);
        assertThat(ViewDump.rows(folder, "SELECT DISTINCT status FROM v_coverage"))
                .containsExactly("missing", "overdue");
    }

    @Test
    void blockedAsOfTheLastRunThatAsked() throws IOException {
        RecordedCrawls crawls =
                new RecordedCrawls().run("2023-05-01").seeds(WUHAN).at("420100");
        crawls.attempt("http://wh/", Purpose.SEED, Outcome.ROBOTS_DENIED).close();
        catchUp(crawls);
        assertThat(ViewDump.rows(folder, "SELECT DISTINCT status FROM v_coverage"))
                .containsExactly("blocked");
        crawls.run("2023-06-01").at("420100");
        crawls.page("http://wh/", 200, "home", Purpose.SEED, Via.SEED, Outcome.ARCHIVED)
                .close();
        catchUp(crawls);
        assertThat(ViewDump.rows(folder, "SELECT DISTINCT status FROM v_coverage"))
                .containsExactly("missing", "overdue");
    }

    @Test
    void portalThatRefusesEverythingIsBlocked() throws IOException {
        RecordedCrawls crawls =
                new RecordedCrawls().run("2023-05-01").seeds(WUHAN, HUBEI).at("420100");
        crawls.page("http://wh/", 405, "no", Purpose.SEED, Via.SEED, Outcome.SERVER_ERROR);
        crawls.at("420000").page("http://hb/", 503, "busy", Purpose.SEED, Via.SEED, Outcome.SERVER_ERROR);
        catchUp(crawls);
        assertThat(ViewDump.rows(folder, "SELECT DISTINCT government_code, status, why FROM v_coverage"))
                .containsExactly(
                        "420000|missing|server_error", "420000|overdue|server_error", "420100|blocked|refuses");
    }

    @Test
    void knownAddressesAreColumnsAndLivingReports() throws IOException {
        catchUp(history());
        try (Catalog catalog = Catalog.open(folder)) {
            assertThat(catalog.known(false))
                    .containsExactly(
                            new KnownAddress("420100", "http://wh/list", Purpose.COLUMN),
                            new KnownAddress("420100", "http://wh/a", Purpose.REPORT),
                            new KnownAddress("420100", "http://wh/b", Purpose.REPORT),
                            new KnownAddress("420100", "http://wh/c", Purpose.REPORT),
                            new KnownAddress("420100", "http://wh/new/e", Purpose.REPORT));
            assertThat(catalog.known(true)).contains(new KnownAddress("420100", "http://wh/d", Purpose.REPORT));
        }
    }

    @Test
    void revisionsComeNewestFirstWithTheirChanges() throws IOException {
        catchUp(history());
        try (Catalog catalog = Catalog.open(folder)) {
            List<DetectedRevision> all = catalog.revisions(Optional.empty());
            assertThat(all)
                    .extracting(DetectedRevision::kind)
                    .containsExactly("withdrawn", "data", "moved", "cosmetic", "data");
            assertThat(all.get(1).changes()).containsExactly(new Change("t3.new.total", "66", "65"));
            assertThat(all.get(0).government()).isEqualTo("湖北省人民政府");
            assertThat(catalog.revisions(Optional.of(Instant.parse("2023-07-01T00:00:00Z"))))
                    .hasSize(2);
            assertThat(catalog.revisions(Optional.of(all.get(0).detectedAt()))).hasSize(1);
        }
    }

    @Test
    void summariesCountCellsAndFailedChecks() throws IOException {
        catchUp(history());
        try (Catalog catalog = Catalog.open(folder)) {
            ReportSummary water = catalog.reports().stream()
                    .filter(r -> r.publisher().equals("武汉市水务局"))
                    .findFirst()
                    .orElseThrow();
            assertThat(List.of(
                            water.numbers(),
                            water.blanks(),
                            water.unreadables(),
                            water.absents(),
                            water.failedChecks()))
                    .containsExactly(3, 1, 1, 1, 1);
            assertThat(catalog.totals()).isEqualTo(new Totals(19, 21, 5, 7, 5));
            assertThat(catalog.asOf()).contains(Instant.parse("2023-07-01T00:00:12.123Z"));
        }
    }

    @Test
    void fileThatBecameShorterIsReadAnew() throws IOException {
        RecordedCrawls crawls = history();
        catchUp(crawls);
        crawls.cut(crawls.files().get(2), 2);
        catchUp(crawls);
        Map<String, List<String>> caughtUp = ViewDump.of(folder);
        Indexer.rebuild(folder, crawls, PARSING, Duration.ZERO);
        assertThat(caughtUp).isEqualTo(ViewDump.of(folder));
    }

    @Test
    void readersSeeTheOldCatalogueUntilTheNewOneIsWhole() throws IOException {
        RecordedCrawls crawls = history();
        catchUp(crawls);
        try (Catalog reader = Catalog.open(folder)) {
            Totals before = reader.totals();
            Indexer.rebuild(folder, crawls, PARSING, Duration.ZERO);
            assertThat(reader.totals()).isEqualTo(before);
        }
        catchUp(crawls);
        assertThat(ViewDump.of(folder).get("v_report")).hasSize(7);
        assertThat(folder.resolve(Indexer.FILE + ".new")).doesNotExist();
    }

    @Test
    void readersAreNotBlockedByTheWriter() throws IOException {
        RecordedCrawls crawls = history();
        catchUp(crawls);
        Parsing reading = new Parsing(
                "2",
                payload -> {
                    try (Catalog catalog = Catalog.open(folder)) {
                        assertThat(catalog.totals().versions()).isEqualTo(7);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                    return PARSING.parser().apply(payload);
                },
                PARSING.checks());
        assertThat(Indexer.catchUp(folder, crawls, reading, Duration.ZERO).faults())
                .isEmpty();
    }

    @Test
    void onlyOneWritesAtATime() throws IOException {
        RecordedCrawls crawls = history();
        try (WriteLock lock = WriteLock.await(folder, Duration.ZERO)) {
            lock.require();
            assertThatThrownBy(() -> catchUp(crawls))
                    .isInstanceOf(CatalogBusyException.class)
                    .hasMessageContaining("another program");
        }
        assertThat(catchUp(crawls).captures()).isEqualTo(19);
    }

    @Test
    void catalogueOfAnotherLayoutIsDerivedAgain() throws IOException {
        RecordedCrawls crawls = history();
        catchUp(crawls);
        try (Database database = Database.open(folder.resolve(Indexer.FILE), Database.Mode.WRITE)) {
            database.script("PRAGMA user_version = 99");
        }
        assertThatThrownBy(() -> Catalog.open(folder))
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining("annals rebuild");
        assertThat(catchUp(crawls).captures()).isEqualTo(19);
    }

    @Test
    void corruptCatalogueIsNamedWithTheWayOut() throws IOException {
        Files.writeString(folder.resolve(Indexer.FILE), "this is no database, though it is long enough".repeat(40));
        assertThatThrownBy(() -> catchUp(history()))
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining("catalog.sqlite")
                .hasMessageContaining("annals rebuild");
        assertThatThrownBy(() -> Catalog.open(folder))
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining("annals rebuild");
        Indexer.rebuild(folder, history(), PARSING, Duration.ZERO);
        assertThat(ViewDump.of(folder).get("v_report")).hasSize(7);
    }

    @Test
    void comparisonNamesViewAndRow() throws IOException {
        RecordedCrawls crawls = history();
        catchUp(crawls);
        List<String> lines = new ArrayList<>();
        assertThat(ViewComparison.run(folder, crawls, PARSING, lines::add)).isEqualTo(new Compared(0, false, 0));
        try (Database database = Database.open(folder.resolve(Indexer.FILE), Database.Mode.WRITE)) {
            database.update("UPDATE cell SET value = 99 WHERE value = 66");
            database.update("DELETE FROM visit WHERE outcome = 'timeout'");
        }
        assertThat(ViewComparison.run(folder, crawls, PARSING, lines::add)).isEqualTo(new Compared(3, false, 0));
        assertThat(lines)
                .hasSize(3)
                .anyMatch(l -> l.startsWith("v_value: the archive does not give ") && l.contains("value=99"))
                .anyMatch(l -> l.startsWith("v_value: missing ") && l.contains("value=66"))
                .anyMatch(l -> l.startsWith("v_fetch: missing ") && l.contains("url=http://wh/f"));
    }

    @Test
    void comparisonTellsWhatTheCatalogueHasNotTakenInYetFromDamage() throws IOException {
        RecordedCrawls crawls = history();
        catchUp(crawls.written(20));
        long had = captures();
        crawls.written(Integer.MAX_VALUE);
        List<String> lines = new ArrayList<>();
        assertThat(ViewComparison.run(folder, crawls, PARSING, lines::add)).isEqualTo(new Compared(0, true, 19 - had));
        assertThat(lines).isEmpty();
        assertThat(captures()).as("the catalogue itself is not changed").isEqualTo(had);
        try (Database database = Database.open(folder.resolve(Indexer.FILE), Database.Mode.WRITE)) {
            database.update("UPDATE visit SET outcome = 'gone' WHERE outcome = 'archived'"
                    + " AND address = (SELECT id FROM address WHERE url = 'http://wh/')");
        }
        assertThat(ViewComparison.run(folder, crawls, PARSING, lines::add)).isEqualTo(new Compared(2, true, 19 - had));
        assertThat(lines).allMatch(line -> line.startsWith("v_fetch: "));
    }

    @Test
    void indexingThatWasBrokenOffIsNoDamage() throws IOException {
        RecordedCrawls crawls = history();
        catchUp(crawls);
        try (Database database = Database.open(folder.resolve(Indexer.FILE), Database.Mode.WRITE)) {
            database.update("DELETE FROM change");
            database.update("DELETE FROM revision");
            database.update("INSERT INTO touched SELECT id FROM address");
        }
        List<String> lines = new ArrayList<>();
        assertThat(ViewComparison.run(folder, crawls, PARSING, lines::add)).isEqualTo(new Compared(0, true, 0));
        assertThat(lines).isEmpty();
    }

    private long captures() throws IOException {
        try (Catalog catalog = Catalog.open(folder)) {
            return catalog.totals().captures();
        }
    }

    @Test
    void folderNamesMayHoldAnything() throws IOException {
        folder = Files.createDirectories(folder.resolve("a b%20?c#武汉"));
        catchUp(history());
        try (Catalog catalog = Catalog.open(folder)) {
            assertThat(catalog.totals().versions()).isEqualTo(7);
        }
        assertThat(folder.resolve(Indexer.FILE)).exists();
    }
}
