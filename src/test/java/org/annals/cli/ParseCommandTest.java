package org.annals.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ParseCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path report;

    @BeforeEach
    void writeReport() throws IOException {
        report = folder.resolve("a report.txt");
        try (InputStream in = getClass().getResourceAsStream("/org/annals/parse/layouts/tabs-cut-by-pages.txt")) {
            Files.copy(in, report);
        }
    }

    private int run(Object... arguments) {
        List<String> texts = new ArrayList<>();
        for (Object argument : arguments) {
            texts.add(argument.toString());
        }
        return new CommandLine(new ParseCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(texts.toArray(String[]::new));
    }

    @Test
    void printsOneObjectAFileInTheOrderGiven() throws IOException {
        Path other = Files.writeString(folder.resolve("news.txt"), "今天是晴天。\n");
        assertThat(run(report, other)).isZero();
        List<String> lines = out.toString().lines().toList();
        assertThat(lines).hasSize(2);
        JsonNode first = new ObjectMapper().readTree(lines.get(0));
        assertThat(first.get("source").asText()).isEqualTo(report.toString());
        assertThat(first.get("is_report").asBoolean()).isTrue();
        assertThat(first.get("generation").asText()).isEqualTo("2021");
        assertThat(first.get("media_type").asText()).isEqualTo("text/plain");
        assertThat(first.get("charset").asText()).isEqualTo("UTF-8");
        assertThat(first.get("published_on").isNull()).isTrue();
        assertThat(first.get("values")).hasSize(200);
        assertThat(first.get("checks"))
                .filteredOn(check -> check.get("code").asText().equals("t3.balance"))
                .hasSize(7)
                .allMatch(check -> check.get("status").asText().equals("pass"));
        assertThat(lines.get(0))
                .contains("\"t2.fees.amount\":{\"value\":11384.8489,\"state\":\"number\",\"raw\":\"11384.8489\","
                        + "\"locator\":\"line 40, cell 2\"}")
                .contains("\"t3.granted.natural\":{\"value\":16,");
        JsonNode second = new ObjectMapper().readTree(lines.get(1));
        assertThat(second.get("is_report").asBoolean()).isFalse();
        assertThat(second.get("values")).isEmpty();
    }

    @Test
    void aMissingFileIsNamedAndTheOthersAreStillRead() {
        assertThat(run(folder.resolve("missing.txt"), report)).isEqualTo(2);
        assertThat(err.toString().lines()).singleElement().asString().contains("missing.txt", "no such file");
        assertThat(out.toString().lines()).hasSize(1);
    }

    @Test
    void aKindThatCannotBeReadIsNamed() throws IOException {
        Path bytes = Files.write(folder.resolve("report.bin"), new byte[] {1, 0, 2, 0, 0, 0, 3});
        assertThat(run(bytes, report)).isEqualTo(2);
        assertThat(err.toString().lines()).singleElement().asString().contains("report.bin", "octet-stream");
        assertThat(out.toString().lines()).hasSize(1);
    }

    @Test
    void aDamagedOrPicturedDocumentIsNoReportAndSaysWhy() throws IOException {
        Path pdf = Files.writeString(folder.resolve("report.pdf"), "%PDF-1.7\n");
        Path picture = Files.writeString(folder.resolve("report.gif"), "GIF89a");
        assertThat(run(pdf, picture)).isZero();
        assertThat(out.toString().lines())
                .hasSize(2)
                .allSatisfy(line -> assertThat(new ObjectMapper()
                                .readTree(line)
                                .get("is_report")
                                .asBoolean())
                        .isFalse())
                .allSatisfy(line -> assertThat(new ObjectMapper().readTree(line).get("warnings"))
                        .hasSize(1));
    }

    @Test
    void aFolderStandsForItsFilesInOrder() throws IOException {
        Path corpus = Files.createDirectories(folder.resolve("corpus"));
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            Path below = Files.createDirectories(corpus.resolve("part" + i / 50));
            Path file = below.resolve("%03d.txt".formatted(i));
            if (i % 20 == 0) {
                Files.copy(report, file);
            } else {
                Files.writeString(file, "今天是晴天。第" + i + "天。\n");
            }
            expected.add(file.toString());
        }
        Files.writeString(corpus.resolve(".hidden"), "nothing to read\n");
        assertThat(run(corpus, folder.resolve("missing"), report)).isEqualTo(2);
        expected.add(report.toString());
        List<String> sources = new ArrayList<>();
        int reports = 0;
        for (String line : out.toString().lines().toList()) {
            JsonNode result = new ObjectMapper().readTree(line);
            sources.add(result.get("source").asText());
            reports += result.get("is_report").asBoolean() ? 1 : 0;
        }
        assertThat(sources).isEqualTo(expected);
        assertThat(reports).isEqualTo(11);
        assertThat(err.toString().lines()).hasSize(1);
    }

    @Test
    void textFormatShowsTheTables() {
        assertThat(run("--format", "text", report)).isZero();
        assertThat(out.toString())
                .contains("publisher    偃师区人民政府办公室  (from the title)", "fiscal year  2022")
                .containsPattern("行政规范性文件 +5 +38 +47")
                .containsPattern("行政复议( +·){5}")
                .contains("Cells: 200 (5 blank, 195 number)");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void whatCannotBeWrittenAnyMoreStopsTheWork() {
        Writer full = new Writer() {
            @Override
            public void write(char[] text, int from, int length) throws IOException {
                throw new IOException("no space left on device");
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        int code = new CommandLine(new ParseCommand())
                .setOut(new PrintWriter(full))
                .setErr(new PrintWriter(err))
                .execute(report.toString());
        assertThat(code).isEqualTo(1);
        assertThat(err.toString()).contains("standard output");
    }

    @Test
    void noFileIsWrongUsage() {
        assertThat(run()).isEqualTo(2);
    }
}
