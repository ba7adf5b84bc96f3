package org.annals.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.annals.archive.Archive;
import org.annals.archive.ArchiveWriter;
import org.annals.archive.RunInfo;
import org.annals.capture.RunId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What goes wrong is said in one line, with the right exit code and no stack trace. */
class BadInputTest {
    private static final String HEADER = "code,name,level,province,parent,portal_url,report_list_url\n";

    @TempDir
    Path folder;

    private final StringWriter err = new StringWriter();

    private int annals(String... arguments) {
        CommandLine line = Main.commandLine();
        line.setErr(new PrintWriter(err, true));
        return line.execute(arguments);
    }

    private void saysInOneLine(String words) {
        assertThat(err.toString().strip())
                .startsWith("annals: ")
                .contains(words)
                .doesNotContain("\n", "Exception");
    }

    @Test
    void anUnknownCommandIsWrongUsageAndTheNearestIsNamed() {
        assertThat(annals("crwal")).isEqualTo(2);
        saysInOneLine("crawl");
    }

    @Test
    void noCommandIsWrongUsage() {
        assertThat(annals()).isEqualTo(2);
        saysInOneLine("a command is missing");
    }

    @Test
    void aMissingSeedsFileIsNamed() {
        assertThat(annals("crawl", "--seeds", folder.resolve("none.csv").toString(), "--contact", "a@example.org"))
                .isEqualTo(2);
        saysInOneLine("none.csv");
    }

    @Test
    void aCrawlOutsideThisMachineNeedsAContact() throws Exception {
        Path seeds = Files.writeString(folder.resolve("s.csv"), HEADER + "1,甲县,county,,,http://www.example.gov.cn/,\n");
        assertThat(annals(
                        "crawl",
                        "--seeds",
                        seeds.toString(),
                        "--archive",
                        folder.resolve("a").toString()))
                .isEqualTo(2);
        saysInOneLine("--contact");
        assertThat(folder.resolve("a")).doesNotExist();
    }

    @Test
    void aContactThatNobodyCanReachIsRefused() throws Exception {
        Path seeds = Files.writeString(folder.resolve("s.csv"), HEADER + "1,甲县,county,,,http://www.example.gov.cn/,\n");
        for (String contact : List.of("me", "http://", "我@例子", "a@b\r\nX: y")) {
            err.getBuffer().setLength(0);
            assertThat(annals("crawl", "--seeds", seeds.toString(), "--contact", contact))
                    .as(contact)
                    .isEqualTo(2);
            saysInOneLine("--contact");
        }
    }

    @Test
    void seedsWithoutOneGoodRowAreUnreadable() throws Exception {
        Path seeds = Files.writeString(folder.resolve("s.csv"), "name,url\n甲县,http://x.gov.cn\n");
        assertThat(annals("crawl", "--seeds", seeds.toString())).isEqualTo(2);
        saysInOneLine("s.csv");
    }

    @Test
    void aNetworkThatIsNoneIsNamed() throws Exception {
        Path seeds = Files.writeString(folder.resolve("s.csv"), HEADER + "1,甲县,county,,,http://127.0.0.1:9/,\n");
        assertThat(annals("crawl", "--seeds", seeds.toString(), "--allow-network", "10.0.0.0/99"))
                .isEqualTo(2);
        saysInOneLine("10.0.0.0/99");
    }

    @Test
    void publicHostsAreNotAskedMoreThanOnceASecond() throws Exception {
        Path seeds = Files.writeString(folder.resolve("s.csv"), HEADER + "1,甲县,county,,,http://11.0.0.1/,\n");
        assertThat(annals("crawl", "--seeds", seeds.toString(), "--contact", "a@example.org", "--delay", "0s"))
                .isEqualTo(2);
        saysInOneLine("--delay 0ms is too short for 甲县: 11.0.0.1 is a public host");
    }

    @Test
    void aFormatWithoutAPlanIsWrongUsage() throws Exception {
        Path seeds = Files.writeString(folder.resolve("s.csv"), HEADER + "1,甲县,county,,,http://127.0.0.1:9/,\n");
        assertThat(annals("crawl", "--seeds", seeds.toString(), "--format", "json"))
                .isEqualTo(2);
        saysInOneLine("--format is for --plan");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void anArchiveWhereNoFolderCanBeMadeIsExplained() throws Exception {
        Path seeds = Files.writeString(folder.resolve("s.csv"), HEADER + "1,甲县,county,,,http://127.0.0.1:9/,\n");
        assertThat(annals("crawl", "--seeds", seeds.toString(), "--archive", "/proc/x"))
                .isEqualTo(2);
        saysInOneLine("cannot use /proc/x as an archive: no folder can be made there");
    }

    @Test
    void aDelayThatIsNoneIsExplained() {
        assertThat(annals("crawl", "--seeds", "x.csv", "--delay", "soon")).isEqualTo(2);
        saysInOneLine("3s");
    }

    @Test
    void commandsOverAnArchiveThatIsNotThereSaySo() {
        for (String command : List.of("status", "revisions", "verify", "rebuild", "serve")) {
            err.getBuffer().setLength(0);
            assertThat(annals(command, "--archive", folder.resolve("none").toString()))
                    .as(command)
                    .isEqualTo(2);
            saysInOneLine("none");
        }
    }

    @Test
    void thePagesAreNotShownOnAPortThatThereIsNot() {
        assertThat(annals("serve", "--port", "70000")).isEqualTo(2);
        saysInOneLine("65535");
    }

    @Test
    void theDemoDoesNotEmptyAFolderThatIsNotItsOwn() throws Exception {
        Path precious = Files.writeString(folder.resolve("thesis.txt"), "years of work");
        assertThat(annals("demo", "--archive", folder.toString())).isEqualTo(2);
        saysInOneLine("thesis.txt");
        assertThat(precious).hasContent("years of work");
    }

    @Test
    void theDemoDoesNotEmptyTheArchiveOfARealCrawlFinishedOrNot() throws Exception {
        RunInfo run = new RunInfo(RunId.startedAt(Instant.EPOCH), "crawl", Instant.EPOCH, Map.of());
        try (Archive archive = Archive.openForWriting(folder);
                ArchiveWriter writer = archive.write(run)) {
            writer.seeds("seeds.csv", HEADER.getBytes(StandardCharsets.UTF_8), Instant.EPOCH);
        }
        assertThat(annals("demo", "--archive", folder.toString())).isEqualTo(2);
        saysInOneLine("real crawls");
        assertThat(folder.resolve("warc")).isNotEmptyDirectory();
    }

    @Test
    void aMistypedOptionIsNotTakenForASeedsFile() {
        assertThat(annals("crawl", "--seeds", "x.csv", "--dealy", "3s")).isEqualTo(2);
        saysInOneLine("--dealy");
    }

    @Test
    void anArchiveThatIsBeingWrittenIsVerifiedLater() throws Exception {
        try (Archive archive = Archive.openForWriting(folder)) {
            assertThat(annals("verify", "--archive", archive.folder().toString()))
                    .isEqualTo(2);
        }
        saysInOneLine("is being written to");
    }

    @Test
    void aGovernmentThatDoesNotAnswerIsNamedAndTheExitCodeIsOne() throws Exception {
        int closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        Path seeds = Files.writeString(
                folder.resolve("s.csv"), HEADER + "1,甲县,county,,,http://127.0.0.1:" + closed + "/,\n");
        try (AnnalsProcess annals = AnnalsProcess.run(
                folder,
                "crawl",
                "--seeds",
                seeds.toString(),
                "--archive",
                folder.resolve("a").toString(),
                "--delay",
                "1ms")) {
            assertThat(annals.exitCode()).as(annals.err()).isEqualTo(1);
            assertThat(annals.err()).contains("甲县 (1)", "connection_error").doesNotContain("Exception");
            assertThat(annals.out()).contains("finished");
        }
    }
}
