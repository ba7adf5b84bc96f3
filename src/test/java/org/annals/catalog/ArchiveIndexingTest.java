package org.annals.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.annals.archive.Archive;
import org.annals.archive.ArchivedRecord;
import org.annals.capture.Outcome;
import org.annals.capture.RecordLocation;
import org.annals.capture.Via;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The catalogue over a real archive with the real parser. */
class ArchiveIndexingTest {
    @TempDir
    Path folder;

    @TempDir
    Path other;

    @BeforeEach
    void writeThreeRuns() throws IOException {
        String report = WrittenCrawls.report(text -> text);
        WrittenCrawls.run(folder, "2023-05-01", crawl -> {
            crawl.page("http://www.example.gov.cn/", 200, "首页");
            Via list = new Via("http://www.example.gov.cn/", "2022年政府信息公开工作年度报告", 1);
            crawl.page(WrittenCrawls.REPORT, 200, report, Outcome.ARCHIVED, list);
            crawl.attempt("http://www.example.gov.cn/slow", Outcome.TIMEOUT);
        });
        WrittenCrawls.run(folder, "2023-06-01", crawl -> {
            crawl.page(WrittenCrawls.REPORT, 200, report);
            crawl.page("http://www.example.gov.cn/", 200, "首页");
        });
        WrittenCrawls.run(folder, "2023-07-01", crawl -> crawl.page(WrittenCrawls.REPORT, 200, corrected(report)));
    }

    private static String corrected(String report) {
        return report.replace("一、本年新收政府信息公开申请数量\t\t0", "一、本年新收政府信息公开申请数量\t\t7");
    }

    private static Indexed rebuild(Path folder) throws IOException {
        try (Archive archive = Archive.openForReading(folder)) {
            return Indexer.rebuild(archive);
        }
    }

    private static Indexed catchUp(Path folder) throws IOException {
        try (Archive archive = Archive.openForReading(folder)) {
            return Indexer.catchUp(archive);
        }
    }

    @Test
    void correctedFigureIsARevisionWithOldAndNewValue() throws IOException {
        assertThat(catchUp(folder).faults()).isEmpty();
        assertThat(ViewDump.rows(folder, "SELECT publisher, fiscal_year, version_no, is_latest FROM v_report"))
                .containsExactly("民权县高新技术产业开发区|2022|1|0", "民权县高新技术产业开发区|2022|2|1");
        assertThat(ViewDump.rows(
                        folder,
                        "SELECT kind, item, old_value, new_value FROM v_revision"
                                + " JOIN v_change USING (revision_id)"))
                .containsExactly("data|t3.new.natural|0|7");
        assertThat(ViewDump.rows(folder, "SELECT check_code, scope, status FROM v_check WHERE status = 'fail'"))
                .isNotEmpty();
    }

    @Test
    void unchangedAnswerIsARevisitOfTheSameVersion() throws IOException {
        Indexed indexed = catchUp(folder);
        assertThat(indexed.parsed()).isEqualTo(3);
        assertThat(ViewDump.rows(
                        folder,
                        "SELECT c.is_revisit, f.outcome, count(*) FROM v_capture c JOIN v_fetch f"
                                + " ON f.url = c.url AND f.fetched_at = c.captured_at GROUP BY 1, 2"))
                .containsExactly("0|archived|3", "1|unchanged|2");
        assertThat(ViewDump.rows(
                        folder,
                        "SELECT version_no, count(*) FROM v_capture_report"
                                + " JOIN v_report USING (report_id) GROUP BY 1"))
                .containsExactly("1|2", "2|1");
    }

    @Test
    void notModifiedIsACaptureOfTheSameVersion() throws IOException {
        WrittenCrawls.run(folder, "2023-08-01", crawl -> crawl.notModified(WrittenCrawls.REPORT));
        catchUp(folder);
        String last = " WHERE c.captured_at LIKE '2023-08-01%'";
        assertThat(ViewDump.rows(
                        folder,
                        "SELECT c.http_status, c.is_revisit, c.media_type, f.outcome, f.http_status, r.version_no,"
                                + " c.payload_sha256 = r.payload_sha256 FROM v_capture c"
                                + " JOIN v_fetch f ON f.url = c.url AND f.fetched_at = c.captured_at"
                                + " JOIN v_capture_report k USING (capture_id) JOIN v_report r USING (report_id)"
                                + last))
                .containsExactly("304|1|text/plain|unchanged|304|2|1");
        assertThat(ViewDump.rows(folder, "SELECT kind FROM v_revision")).containsExactly("data");
        Map<String, List<String>> views = ViewDump.of(folder);
        rebuild(folder);
        assertThat(ViewDump.of(folder)).isEqualTo(views);
    }

    @Test
    void reportThatWasGoneAndIsNotModifiedIsRestored() throws IOException {
        for (String day : List.of("2023-08-01", "2023-09-01")) {
            WrittenCrawls.run(folder, day, crawl -> crawl.page(WrittenCrawls.REPORT, 404, "not found"));
        }
        WrittenCrawls.run(folder, "2023-10-01", crawl -> crawl.notModified(WrittenCrawls.REPORT));
        catchUp(folder);
        assertThat(ViewDump.rows(folder, "SELECT kind FROM v_revision"))
                .containsExactlyInAnyOrder("data", "withdrawn", "restored");
        assertThat(ViewDump.rows(folder, "SELECT status FROM v_coverage WHERE fiscal_year = 2022"))
                .containsExactly("found");
    }

    @Test
    void everyCaptureOpensItsRecord() throws IOException {
        catchUp(folder);
        try (Archive archive = Archive.openForReading(folder);
                Database database = Database.open(folder.resolve(Indexer.FILE), Database.Mode.READ)) {
            List<String> opened = database.list(
                    "SELECT capture_id, url, payload_sha256, warc_path, warc_offset, warc_length FROM v_capture",
                    row -> row.text(1) + "|" + row.text(2) + "|" + row.text(3) + "|" + row.text(4) + "|" + row.number(5)
                            + "|" + row.number(6));
            assertThat(opened).hasSize(5);
            for (String one : opened) {
                String[] part = one.split("\\|");
                ArchivedRecord record =
                        archive.read(new RecordLocation(part[3], Long.parseLong(part[4]), Long.parseLong(part[5])));
                assertThat(record.recordId()).contains(part[0]);
                assertThat(record.targetUri()).contains(part[1]);
                assertThat(record.payload().orElseThrow().sha256()).isEqualTo(part[2]);
            }
        }
    }

    @Test
    void archiveCutAtAnyByteAndThenGrownGivesTheSame() throws IOException {
        rebuild(folder);
        Map<String, List<String>> whole = ViewDump.of(folder);
        Random random = new Random(7);
        for (int round = 0; round < 6; round++) {
            Indexer.delete(other.resolve(Indexer.FILE));
            for (int step = 0; step < 5; step++) {
                copyCut(random.nextDouble());
                catchUp(other);
                copyCut(1);
            }
            assertThat(catchUp(other).faults()).isEmpty();
            assertThat(ViewDump.of(other)).isEqualTo(whole);
        }
    }

    /** Copies the archive as far as it had been written at a moment: whole files, and one that ends anywhere. */
    private void copyCut(double share) throws IOException {
        List<Path> files;
        try (var walk = Files.walk(folder.resolve("warc"))) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        long left = 0;
        for (Path file : files) {
            left += Files.size(file);
        }
        left = (long) (left * share);
        for (Path file : files) {
            byte[] bytes = Files.readAllBytes(file);
            Path target = other.resolve(folder.relativize(file).toString());
            Files.createDirectories(target.getParent());
            int kept = (int) Math.min(bytes.length, left);
            // a file never becomes shorter, as it never does while a crawl writes
            if (kept > 0 && (!Files.exists(target) || Files.size(target) < kept)) {
                Files.write(target, Arrays.copyOf(bytes, kept));
            }
            left -= kept;
        }
    }

    @Test
    void killedIndexerGoesOnAndGivesTheSame() throws Exception {
        rebuild(folder);
        Map<String, List<String>> whole = ViewDump.of(folder);
        for (int round = 0; round < 4; round++) {
            Indexer.delete(folder.resolve(Indexer.FILE));
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            EndlessIndexing.class.getName(),
                            folder.toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            // the first line says that it has begun; which moment the kill meets is up to the machine
            assertThat(process.inputReader(StandardCharsets.UTF_8).readLine()).isEqualTo("indexing");
            for (int line = 0; line < round; line++) {
                process.inputReader(StandardCharsets.UTF_8).readLine();
            }
            process.destroyForcibly().waitFor();
            catchUp(folder);
            assertThat(ViewDump.of(folder)).isEqualTo(whole);
        }
    }

    @Test
    void committedFileThatIsMissingOrShorterIsNamed() throws IOException {
        assertThat(catchUp(folder).faults()).isEmpty();
        List<String> paths = ViewDump.rows(
                folder, "SELECT warc_path, max(warc_offset + warc_length) FROM v_capture GROUP BY warc_path");
        String[] cut = paths.get(1).split("\\|");
        Path file = folder.resolve(cut[0]);
        // at the end of a record, so that nothing but the commit tells
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), Integer.parseInt(cut[1])));
        String missing = paths.get(2).split("\\|")[0];
        Files.delete(folder.resolve(missing));
        for (Indexed indexed : List.of(rebuild(folder), catchUp(folder))) {
            assertThat(indexed.faults()).hasSize(2);
            assertThat(indexed.faults().get(0)).startsWith(cut[0] + " at offset " + cut[1] + ": ends here, though");
            assertThat(indexed.faults().get(1)).startsWith(missing + ": missing, though");
        }
    }

    @Test
    void damagedRecordCostsItselfAndIsNamed() throws IOException {
        catchUp(folder);
        String[] place = ViewDump.rows(
                        folder,
                        "SELECT warc_path, warc_offset, warc_length FROM v_capture" + " ORDER BY captured_at LIMIT 1")
                .get(0)
                .split("\\|");
        Path file = folder.resolve(place[0]);
        byte[] bytes = Files.readAllBytes(file);
        bytes[Integer.parseInt(place[1]) + Integer.parseInt(place[2]) / 2] ^= 0x10;
        Files.write(file, bytes);
        Indexed indexed = rebuild(folder);
        assertThat(indexed.faults())
                .singleElement()
                .asString()
                .contains(place[0])
                .contains(place[1]);
        assertThat(ViewDump.rows(folder, "SELECT count(*) FROM v_capture")).containsExactly("4");
        assertThat(ViewDump.rows(folder, "SELECT count(*) FROM v_report")).containsExactly("2");
    }
}
