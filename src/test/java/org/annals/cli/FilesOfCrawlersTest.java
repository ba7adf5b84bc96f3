package org.annals.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.annals.catalog.Catalog;
import org.annals.catalog.ReportSummary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Files that Wget, Heritrix and js-wacz wrote of one portal; how is told in the README beside them. */
class FilesOfCrawlersTest {
    private static final String[] REPORTS = {
        "410999|青石经济技术开发区管理委员会|2020|http://www.example.gov.cn/nb/t2020.html",
        // only the link to the page in front of the file says whose it is
        "410999|青石县水利局|2022|http://www.example.gov.cn/nb/2022/P020230120.docx"
    };

    @TempDir
    Path work;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void seeds() throws IOException {
        Files.writeString(
                work.resolve("seeds.csv"),
                "code,name,level,province,parent,portal_url,report_list_url\n410999,青石县,county,示范省,,http://www.example.gov.cn/,\n");
    }

    private Path file(String name) throws IOException {
        Path file = work.resolve(name);
        try (InputStream in = getClass().getResourceAsStream("/org/annals/archive/crawlers/" + name)) {
            Files.write(file, in.readAllBytes());
        }
        return file;
    }

    private int run(String command, Path... files) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        String[] arguments = {command, "--archive", work.resolve("archive").toString()};
        if (files.length > 0) {
            arguments = Arrays.copyOf(arguments, 5 + files.length);
            arguments[3] = "--seeds";
            arguments[4] = work.resolve("seeds.csv").toString();
            for (int i = 0; i < files.length; i++) {
                arguments[5 + i] = files[i].toString();
            }
        }
        return line.execute(arguments);
    }

    private List<String> reports() throws IOException {
        try (Catalog catalog = Catalog.open(work.resolve("archive"))) {
            return catalog.reports().stream()
                    .map(FilesOfCrawlersTest::described)
                    .toList();
        }
    }

    private static String described(ReportSummary one) {
        return String.join(
                "|",
                one.government(),
                one.publisher(),
                one.fiscalYear().map(String::valueOf).orElse(""),
                one.url());
    }

    @ParameterizedTest
    @ValueSource(strings = {"wget.warc.gz", "heritrix.warc.gz", "js-wacz.wacz"})
    void areTakenInOnceAndWhole(String name) throws IOException {
        Path file = file(name);
        assertThat(run("import", file)).as(err.toString()).isZero();
        assertThat(reports()).containsExactlyInAnyOrder(REPORTS);
        assertThat(run("import", file)).isZero();
        assertThat(out.toString()).startsWith("0 captures taken in").contains("nothing written");
        assertThat(run("verify")).as(err.toString()).isZero();
    }

    @Test
    void severalOfOnePortalMakeOneHistory() throws IOException {
        assertThat(run("import", file("heritrix.warc.gz"), file("js-wacz.wacz"), file("wget.warc.gz")))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).contains("15 captures taken in", "7 known already");
        assertThat(reports()).containsExactlyInAnyOrder(REPORTS);
        run("revisions");
        assertThat(out.toString()).doesNotContain("withdrawn", "data", "text");
        assertThat(run("verify")).as(err.toString()).isZero();
    }

    @Test
    void anyPackingOfAFileGivesTheSameReports() throws IOException {
        byte[] plain;
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file("heritrix.warc.gz")))) {
            plain = in.readAllBytes();
        }
        ByteArrayOutputStream oneMember = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(oneMember)) {
            gzip.write(plain);
        }
        assertThat(run("import", Files.write(work.resolve("plain.warc"), plain)))
                .as(err.toString())
                .isZero();
        assertThat(reports()).containsExactlyInAnyOrder(REPORTS);
        assertThat(run("import", Files.write(work.resolve("one.warc.gz"), oneMember.toByteArray())))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).startsWith("0 captures taken in");
    }

    @Test
    void aFileCutShortGivesWhatStandsBeforeTheCutAndSaysWhere() throws IOException {
        byte[] whole = Files.readAllBytes(file("wget.warc.gz"));
        Path cut = Files.write(work.resolve("cut.warc.gz"), Arrays.copyOf(whole, whole.length * 3 / 4));
        assertThat(run("import", cut)).isEqualTo(1);
        assertThat(err.toString()).contains("cut.warc.gz").containsPattern("offset \\d+");
        assertThat(reports()).containsExactly(REPORTS[0]);
        assertThat(run("verify")).as(err.toString()).isZero();
        assertThat(run("import", file("wget.warc.gz"))).as(err.toString()).isZero();
        assertThat(reports()).containsExactlyInAnyOrder(REPORTS);
    }
}
