package org.annals.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.annals.capture.Outcome;
import org.annals.capture.Via;
import org.annals.catalog.Catalog;
import org.annals.catalog.ReportSummary;
import org.annals.catalog.WrittenCrawls;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import picocli.CommandLine;

class WaczCommandTest {
    @TempDir
    Path work;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void threeVisitsAndAnotherReport() throws IOException {
        String report = WrittenCrawls.report(text -> text);
        String other = "http://www.example.gov.cn/2021.txt";
        for (String day : List.of("2023-05-01", "2023-06-01", "2023-07-01")) {
            String body = day.contains("07") ? report.replace("行政规范性文件\t0", "行政规范性文件\t12") : report;
            WrittenCrawls.run(archive(), day, crawl -> {
                crawl.page(WrittenCrawls.REPORT, 200, body);
                crawl.page(other, 200, report.replace("2022", "2021"), Outcome.ARCHIVED, Via.SEED);
            });
        }
        run("status");
    }

    private Path archive() {
        return work.resolve("archive");
    }

    private int run(String command, String... more) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        String[] arguments =
                Arrays.copyOf(new String[] {command, "--archive", archive().toString()}, 3 + more.length);
        System.arraycopy(more, 0, arguments, 3, more.length);
        return line.execute(arguments);
    }

    private static byte[] entry(Path wacz, String name) throws IOException {
        try (ZipFile zip = new ZipFile(wacz.toFile());
                InputStream in = zip.getInputStream(zip.getEntry(name))) {
            return in.readAllBytes();
        }
    }

    private static String sha256(byte[] bytes) throws NoSuchAlgorithmException {
        return "sha256:"
                + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private String publication() throws IOException {
        try (Catalog catalog = Catalog.open(archive())) {
            return catalog.reports().stream()
                    .filter(report -> report.url().equals(WrittenCrawls.REPORT))
                    .map(ReportSummary::publicationId)
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void everyFileIsStoredAndNamedWithItsDigest() throws IOException, NoSuchAlgorithmException {
        Path wacz = work.resolve("all.wacz");
        assertThat(run("wacz", "--out", wacz.toString(), "--government", "411421"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).contains("6 captures");
        try (ZipFile zip = new ZipFile(wacz.toFile())) {
            assertThat(Collections.list(zip.entries()))
                    .allMatch(entry -> entry.getMethod() == ZipEntry.STORED)
                    .extracting(ZipEntry::getName)
                    .containsExactly(
                            "archive/data.warc.gz",
                            "indexes/index.cdx",
                            "pages/pages.jsonl",
                            "datapackage.json",
                            "datapackage-digest.json");
        }
        JsonNode datapackage = new ObjectMapper().readTree(entry(wacz, "datapackage.json"));
        assertThat(datapackage.path("resources")).hasSize(3);
        for (JsonNode resource : datapackage.path("resources")) {
            byte[] bytes = entry(wacz, resource.path("path").asText());
            assertThat(resource.path("hash").asText()).isEqualTo(sha256(bytes));
            assertThat(resource.path("bytes").asLong()).isEqualTo(bytes.length);
        }
        assertThat(new ObjectMapper()
                        .readTree(entry(wacz, "datapackage-digest.json"))
                        .path("hash")
                        .asText())
                .isEqualTo(sha256(entry(wacz, "datapackage.json")));
        String pages = new String(entry(wacz, "pages/pages.jsonl"), StandardCharsets.UTF_8);
        assertThat(pages.lines().findFirst().orElseThrow()).contains("json-pages-1.0");
        assertThat(pages).contains("政府信息公开 工作年度报告");
    }

    @Test
    void theIndexPointsToRecordsThatStandAlone() throws IOException {
        Path wacz = work.resolve("one.wacz");
        assertThat(run("wacz", "--out", wacz.toString(), "--publication", publication()))
                .as(err.toString())
                .isZero();
        byte[] data = entry(wacz, "archive/data.warc.gz");
        List<String> lines = new String(entry(wacz, "indexes/index.cdx"), StandardCharsets.US_ASCII)
                .lines()
                .toList();
        assertThat(lines).hasSize(3).isSorted().allMatch(line -> line.contains(WrittenCrawls.REPORT));
        for (String line : lines) {
            JsonNode json = new ObjectMapper().readTree(line.substring(line.indexOf('{')));
            assertThat(json.path("filename").asText()).isEqualTo("data.warc.gz");
            int offset = json.path("offset").asInt();
            byte[] member = Arrays.copyOfRange(
                    data, offset, offset + json.path("length").asInt());
            try (WarcReader reader = new WarcReader(new ByteArrayInputStream(member))) {
                assertThat(reader.compression()).isEqualTo(WarcCompression.GZIP);
                WarcRecord record = reader.next().orElseThrow();
                assertThat(record.headers().first("WARC-Target-URI")).contains(WrittenCrawls.REPORT);
                assertThat(reader.next()).isEmpty();
            }
        }
        // request, capture and metadata of three visits behind the warcinfo
        int records = 0;
        try (WarcReader reader = new WarcReader(new ByteArrayInputStream(data))) {
            while (reader.next().isPresent()) {
                records++;
            }
        }
        assertThat(records).isEqualTo(10);
    }

    @Test
    void theSameArchiveGivesTheSameBytes() throws IOException {
        Path one = work.resolve("one.wacz");
        Path two = work.resolve("two.wacz");
        run("wacz", "--out", one.toString(), "--government", "411421");
        run("rebuild");
        run("wacz", "--out", two.toString(), "--government", "411421");
        assertThat(two).hasSameBinaryContentAs(one);
    }

    @Test
    void whatIsPackedCanBeImportedElsewhere() throws IOException {
        Path wacz = work.resolve("all.wacz");
        run("wacz", "--out", wacz.toString(), "--government", "411421");
        StringWriter said = new StringWriter();
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out)).setErr(new PrintWriter(said));
        Path other = work.resolve("other");
        assertThat(line.execute("import", "--archive", other.toString(), wacz.toString()))
                .as(said.toString())
                .isZero();
        try (Catalog here = Catalog.open(archive());
                Catalog there = Catalog.open(other)) {
            assertThat(there.reports())
                    .extracting(ReportSummary::fiscalYear, ReportSummary::version, ReportSummary::numbers)
                    .containsExactlyInAnyOrderElementsOf(here.reports().stream()
                            .map(r -> Tuple.tuple(r.fiscalYear(), r.version(), r.numbers()))
                            .toList());
        }
    }

    @Test
    void whatIsNotThereIsSaidInOneLine() throws IOException {
        Path wacz = work.resolve("none.wacz");
        assertThat(run("wacz", "--out", wacz.toString(), "--government", "999999"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("no capture of a government 999999").hasLineCount(1);
        assertThat(run("wacz", "--out", wacz.toString())).isEqualTo(2);
        assertThat(run("wacz", "--out", work.toString(), "--government", "411421"))
                .isEqualTo(2);
        assertThat(Files.exists(wacz)).isFalse();
        try (var left = Files.list(work)) {
            assertThat(left.map(file -> file.getFileName().toString())).containsExactly("archive");
        }
    }
}
