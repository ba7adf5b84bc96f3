package org.annals.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.annals.archive.Archive;
import org.annals.capture.RecordLocation;
import org.annals.catalog.WrittenCrawls;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ShowCommandTest {
    @TempDir
    private Path archive;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void crawlTwice() throws IOException {
        crawl("2025-03-01", "7");
        crawl("2026-03-01", "8");
    }

    @Test
    void valueIsShownWithItsWholeChainInEveryVersion() throws IOException {
        assertThat(annals("show", "民权县", "2022", "--field", "t2.normative.issued", "--format", "json"))
                .isZero();
        JsonNode shown = new ObjectMapper().readTree(out.toString());
        assertThat(shown.path("versions")).hasSize(2);
        JsonNode latest = shown.path("versions").path(0);
        JsonNode first = shown.path("versions").path(1);
        assertThat(latest.path("values")
                        .path("t2.normative.issued")
                        .path("value")
                        .asInt())
                .isEqualTo(8);
        assertThat(first.path("values")
                        .path("t2.normative.issued")
                        .path("value")
                        .asInt())
                .isEqualTo(7);
        assertThat(first.path("values")
                        .path("t2.normative.issued")
                        .path("locator")
                        .asText())
                .isNotEmpty();
        assertThat(first.path("checks").findValuesAsText("code")).contains("t2.integer");
        assertThat(shown.path("revisions").path(0).path("kind").asText()).isEqualTo("data");

        JsonNode capture = first.path("capture");
        try (Archive opened = Archive.openForReading(archive)) {
            var record = opened.read(new RecordLocation(
                    capture.path("warc_path").asText(),
                    capture.path("warc_offset").asLong(),
                    capture.path("warc_length").asLong()));
            assertThat(record.recordId().toString())
                    .contains(capture.path("capture_id").asText());
            assertThat(record.payload().orElseThrow().sha256())
                    .isEqualTo(capture.path("payload_sha256").asText());
        }
    }

    @Test
    void textNamesStatePlaceAndRecord() {
        assertThat(annals("show", "民权县高新技术产业开发区 2022", "--field", "t2.licensing.decisions"))
                .isZero();
        assertThat(out.toString())
                .contains("state        blank")
                .contains("as printed   -")
                .contains("value        none")
                .contains("WARC record  warc/")
                .contains("sha256:")
                .contains("Version 2 (latest)");
        assertThat(annals("show", "411421")).isZero();
        assertThat(out.toString()).contains("t2.normative.issued  8");
    }

    @Test
    void unknownNamesAreAnsweredWithTheNearest() {
        assertThat(annals("show", "民权县 2019")).isEqualTo(2);
        assertThat(err.toString())
                .contains("of that publisher")
                .contains("2022")
                .hasLineCount(1);
        assertThat(annals("show", "民权县 2022", "--field", "t3.new.totl")).isEqualTo(2);
        assertThat(err.toString()).contains("t3.new.total");
    }

    private void crawl(String day, String figure) throws IOException {
        WrittenCrawls.run(
                archive,
                day,
                crawl -> crawl.page(
                        WrittenCrawls.REPORT,
                        200,
                        WrittenCrawls.report(text ->
                                text.replace("行政规范性文件\t0", "行政规范性文件\t" + figure).replace("行政许可\t0", "行政许可\t-"))));
    }

    private int annals(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        String[] all = new String[arguments.length + 2];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        all[arguments.length] = "--archive";
        all[arguments.length + 1] = archive.toString();
        return line.execute(all);
    }
}
