package org.annals.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.annals.catalog.WrittenCrawls;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportCommandTest {
    @TempDir
    private Path folder;

    @Test
    void bytesAreTheSameInEveryLocaleTimeZoneAndNumberOfProcessors() throws Exception {
        crawl("2025-03-01");
        assertThat(java(
                        "here",
                        List.of(
                                "-Duser.language=zh",
                                "-Duser.country=CN",
                                "-Duser.timezone=Asia/Shanghai",
                                "-Dfile.encoding=UTF-8"),
                        "export",
                        "--archive",
                        archive(),
                        "--out",
                        folder.resolve("here").toString()))
                .isZero();
        assertThat(java(
                        "there",
                        List.of(
                                "-Duser.language=tr",
                                "-Duser.country=TR",
                                "-Duser.timezone=America/St_Johns",
                                "-Dfile.encoding=ISO-8859-9",
                                "-XX:ActiveProcessorCount=1"),
                        "export",
                        "--archive",
                        archive(),
                        "--out",
                        folder.resolve("there").toString()))
                .isZero();
        List<Path> files = files(folder.resolve("here"));
        assertThat(files).hasSizeGreaterThan(40);
        for (Path file : files) {
            Path other = folder.resolve("there").resolve(folder.resolve("here").relativize(file));
            assertThat(Files.mismatch(file, other)).as(file.toString()).isEqualTo(-1);
        }
        assertThat(files(folder.resolve("there"))).hasSameSizeAs(files);
    }

    @Test
    void packageIsReproducedAfterNewerCrawlsAndAChangeIsNamed() throws Exception {
        crawl("2025-03-01");
        Path out = folder.resolve("package");
        AnnalsProcess export = AnnalsProcess.run(
                folder, "export", "--archive", archive(), "--out", out.toString(), "--format", "csv,sqlite");
        assertThat(export.exitCode()).as(export.err()).isZero();
        assertThat(export.out()).contains("as of commit 1").contains("1 publications");
        crawl("2026-03-01");

        AnnalsProcess equal = AnnalsProcess.run(folder, "reproduce", out.toString(), "--archive", archive());
        assertThat(equal.exitCode()).as(equal.err()).isZero();
        assertThat(equal.out()).startsWith("equal: all");

        Path descriptor = out.resolve("datapackage.json");
        Files.writeString(
                descriptor,
                Files.readString(descriptor).replace("\"parser_version\" : \"", "\"parser_version\" : \"0."));
        AnnalsProcess differs = AnnalsProcess.run(folder, "reproduce", out.toString(), "--archive", archive());
        assertThat(differs.exitCode()).isEqualTo(1);
        assertThat(differs.out()).startsWith("not equal: 1 of");
        assertThat(differs.err()).contains("(parser 0.").contains("datapackage.json: differs from line");
    }

    @Test
    void wrongInputIsOneLineWithTheWayOut() throws Exception {
        crawl("2025-03-01");
        assertRefused("no format 'xml'", "export", "--archive", archive(), "--out", out(), "--format", "xml");
        assertRefused("commit", "export", "--archive", archive(), "--out", out(), "--at", "7");
        assertRefused(
                "nothing was committed by 2020-01-01",
                "export",
                "--archive",
                archive(),
                "--out",
                out(),
                "--at",
                "2020-01-01");
        assertRefused(
                "no archive", "export", "--archive", folder.resolve("none").toString(), "--out", out());
        assertRefused("no data package", "reproduce", folder.toString(), "--archive", archive());
        assertRefused("not empty", "export", "--archive", archive(), "--out", folder.toString());
        Files.createDirectories(folder.resolve("empty/warc"));
        assertRefused(
                "no commit yet", "export", "--archive", folder.resolve("empty").toString(), "--out", out());
        assertThat(folder.resolve("out")).doesNotExist();
    }

    private void assertRefused(String why, String... arguments) throws Exception {
        AnnalsProcess annals = AnnalsProcess.run(folder, arguments);
        assertThat(annals.exitCode()).as(annals.err()).isEqualTo(2);
        assertThat(annals.err()).contains(why).hasLineCount(1);
    }

    private void crawl(String day) throws IOException {
        WrittenCrawls.run(
                folder.resolve("archive"),
                day,
                crawl -> crawl.page(
                        WrittenCrawls.REPORT,
                        200,
                        WrittenCrawls.report(text -> text.replace("规章\t0", "规章\t" + day.substring(3, 4)))));
    }

    private String archive() {
        return folder.resolve("archive").toString();
    }

    private String out() {
        return folder.resolve("out").toString();
    }

    private int java(String name, List<String> options, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(
                List.of("-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of(arguments));
        Path said = folder.resolve(name + ".txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("still running after two minutes");
        }
        assertThat(process.exitValue())
                .as(Files.readString(said, StandardCharsets.ISO_8859_1))
                .isZero();
        return process.exitValue();
    }

    private static List<Path> files(Path out) throws IOException {
        try (Stream<Path> walk = Files.walk(out)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
