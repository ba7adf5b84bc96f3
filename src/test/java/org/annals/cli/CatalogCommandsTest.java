package org.annals.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.annals.archive.Archive;
import org.annals.archive.ArchivedRecord;
import org.annals.capture.Outcome;
import org.annals.capture.Via;
import org.annals.catalog.WrittenCrawls;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CatalogCommandsTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void writeTwoRuns() throws IOException {
        String report = WrittenCrawls.report(text -> text);
        WrittenCrawls.run(folder, "2023-05-01", crawl -> crawl.page(WrittenCrawls.REPORT, 200, report));
        WrittenCrawls.run(
                folder,
                "2023-06-01",
                crawl -> crawl.page(
                        WrittenCrawls.REPORT,
                        200,
                        report.replace("行政规范性文件\t0", "行政规范性文件\t12"),
                        Outcome.ARCHIVED,
                        Via.SEED));
    }

    private int run(Object command, String... more) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        List<String> arguments = new ArrayList<>(List.of("--archive", folder.toString()));
        arguments.addAll(List.of(more));
        return new CommandLine(command)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments.toArray(String[]::new));
    }

    @Test
    void statusTellsCoverage() {
        assertThat(run(new StatusCommand())).isZero();
        assertThat(out.toString())
                .contains("1 government, fiscal years 2008–2022 as of 2023-06-01 (Beijing time)")
                .contains("411421  民权县高新技术产业开发区  found 2022 · missing 2008–2021");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void statusAsJson() throws IOException {
        assertThat(run(new StatusCommand(), "--format", "json")).isZero();
        assertThat(new ObjectMapper().readTree(out.toString()).get("coverage")).hasSize(15);
    }

    @Test
    void statusExplainsOneGovernment() {
        assertThat(run(new StatusCommand(), "民权县")).isZero();
        assertThat(out.toString())
                .startsWith("411421  民权县高新技术产业开发区 (zone, 河南省, under 商丘市)")
                .contains("years        found 2022")
                .contains("missing 2008–2021: the archive does not tell why")
                .contains("last visit   2023-06-01 16:00 to 2023-06-01 16:00 (Beijing time)")
                .contains("1 request: archived 1")
                .contains("known reports due 2023-06-08 (new or changed on 2023-06-01: asked weekly)");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void oneGovernmentAsJson() throws IOException {
        assertThat(run(new StatusCommand(), "--format", "json", "411421")).isZero();
        JsonNode json = new ObjectMapper().readTree(out.toString());
        assertThat(json.get("government_code").asText()).isEqualTo("411421");
        assertThat(json.get("reports").get(0).get("due").asText()).isEqualTo("2023-06-08");
        assertThat(json.get("coverage")).hasSize(15);
        assertThat(json.get("last_run").get("outcomes").get("archived").asInt()).isEqualTo(1);
        assertThat(json.get("hosts").get(0).get("origin").asText()).isEqualTo("http://www.example.gov.cn");
    }

    @Test
    void revisionsTellTheChangedValue() {
        assertThat(run(new RevisionsCommand())).isZero();
        assertThat(out.toString())
                .contains("2023-06-01 08:00 UTC  data       民权县高新技术产业开发区, fiscal year 2022")
                .containsPattern("t2\\.normative\\.issued +0 → 12")
                .contains("1 revision");
    }

    @Test
    void revisionsSince() {
        assertThat(run(new RevisionsCommand(), "--since", "2023-06-02")).isZero();
        assertThat(out.toString()).isEqualToIgnoringNewLines("no revisions");
        assertThat(run(new RevisionsCommand(), "--since", "2023-06-01")).isZero();
        assertThat(out.toString()).contains("1 revision");
    }

    @Test
    void badSinceIsWrongUsage() {
        assertThat(run(new RevisionsCommand(), "--since", "lately")).isEqualTo(2);
        assertThat(err.toString()).contains("'lately' is no time");
    }

    @Test
    void feedAsAtom() {
        assertThat(run(new RevisionsCommand(), "--format", "atom")).isZero();
        assertThat(out.toString()).startsWith("<?xml").contains("<entry>").contains("0 → 12");
    }

    @Test
    void rebuildSaysWhatItFound() {
        assertThat(run(new RebuildCommand())).isZero();
        assertThat(out.toString())
                .contains("2 captures, 2 fetches, 2 payloads parsed, 1 reports in 2 versions, 1 revisions");
    }

    @Test
    void verifyIsContentWithWhatIsWhole() {
        run(new RebuildCommand());
        assertThat(run(new VerifyCommand())).isZero();
        assertThat(err.toString()).isEmpty();
        assertThat(out.toString())
                .contains("in 2 files: ")
                .contains(", 2 commits, 0 faults")
                .contains("every row of every view");
    }

    @Test
    void verifyNamesAFlippedByte() throws IOException {
        run(new RebuildCommand());
        Path file;
        try (var walk = Files.walk(folder.resolve("warc"))) {
            file = walk.filter(Files::isRegularFile).sorted().findFirst().orElseThrow();
        }
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        assertThat(run(new VerifyCommand())).isEqualTo(1);
        assertThat(err.toString()).contains(file.getFileName().toString());
        assertThat(err.toString().lines()).allMatch(line -> line.startsWith("annals: "));
    }

    @Test
    void verifyNamesAChangedNumberOfTheCatalogue() throws SQLException {
        run(new RebuildCommand());
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("catalog.sqlite"));
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate("UPDATE cell SET value = 13 WHERE value = 12"))
                    .isPositive();
        }
        assertThat(run(new VerifyCommand())).isEqualTo(1);
        assertThat(err.toString())
                .contains("v_value: the archive does not give", "value=13")
                .contains("v_value: missing", "value=12");
        assertThat(out.toString()).contains("0 faults", "'annals rebuild' derives it again");
        assertThat(run(new VerifyCommand(), "--quick")).isZero();
    }

    @Test
    void bitRotInOneRecordLosesThatRecordAndNothingElse() throws IOException {
        run(new RebuildCommand());
        long offset;
        Path file;
        try (Archive archive = Archive.openForReading(folder)) {
            file = folder.resolve(archive.files().get(0));
            List<ArchivedRecord> records = new ArrayList<>();
            archive.read(archive.files().get(0), 0, records::add);
            offset = records.stream()
                    .filter(record -> record.type() == ArchivedRecord.Type.RESPONSE)
                    .mapToLong(record -> record.location().offset())
                    .findFirst()
                    .orElseThrow();
        }
        byte[] bytes = Files.readAllBytes(file);
        bytes[(int) offset + 100] ^= 1;
        Files.write(file, bytes);
        assertThat(run(new RebuildCommand())).isEqualTo(1);
        assertThat(err.toString()).contains(file.getFileName() + " at offset " + offset);
        assertThat(out.toString()).contains("1 captures", "1 reports in 1 versions");
        assertThat(run(new VerifyCommand(), "--quick")).isZero();
    }

    @Test
    void rebuildNamesAMissingFile() throws IOException {
        run(new RebuildCommand());
        Path file;
        try (var walk = Files.walk(folder.resolve("warc"))) {
            file = walk.filter(Files::isRegularFile).sorted().findFirst().orElseThrow();
        }
        Files.delete(file);
        assertThat(run(new RebuildCommand())).isEqualTo(1);
        assertThat(err.toString()).contains(file.getFileName() + ": missing");
        assertThat(out.toString()).contains("1 captures");
    }

    @Test
    void verifyNamesAMissingCatalogue() {
        assertThat(run(new VerifyCommand())).isEqualTo(1);
        assertThat(err.toString()).contains("no catalogue").contains("annals rebuild");
    }

    @Test
    void corruptCatalogueSaysRebuild() throws IOException {
        Files.writeString(folder.resolve("catalog.sqlite"), "nonsense ".repeat(1000));
        for (Object command : List.of(new StatusCommand(), new RevisionsCommand())) {
            assertThat(run(command)).isEqualTo(2);
            assertThat(err.toString().lines()).hasSize(1);
            assertThat(err.toString()).contains("annals rebuild");
        }
        assertThat(run(new RebuildCommand())).isZero();
        assertThat(run(new StatusCommand())).isZero();
    }
}
