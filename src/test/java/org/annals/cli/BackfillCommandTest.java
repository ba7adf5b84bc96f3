package org.annals.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.annals.archive.ForeignWarc;
import org.annals.catalog.Catalog;
import org.annals.catalog.ReportSummary;
import org.annals.catalog.WrittenCrawls;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.cdx.CdxFormat;
import picocli.CommandLine;

class BackfillCommandTest {
    private static final String COLUMN = "http://www.example.gov.cn/nb/";
    private static final String OLD = "http://www.example.gov.cn/nb/2019.txt";

    @TempDir
    Path work;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path warc;

    /** What the other archive has: two versions of a report that the crawl knows, and a column that links to one that is gone since. */
    @BeforeEach
    void otherArchive() throws IOException {
        String report = WrittenCrawls.report(text -> text);
        String first = ForeignWarc.page(report.replace("行政规范性文件\t0", "行政规范性文件\t7"));
        String second = ForeignWarc.page(report.replace("行政规范性文件\t0", "行政规范性文件\t12"));
        String gone = ForeignWarc.page(report.replace("2022", "2019"));
        String column = ForeignWarc.page("<html><head><title>政府信息公开年报</title></head><body><ul><li><a href='2019.txt'>"
                + "民权县高新技术产业开发区2019年政府信息公开工作年度报告</a> 2020-01-20</li></ul></body></html>");
        warc = Files.write(
                work.resolve("other.warc.gz"),
                new ForeignWarc()
                        .response(
                                WrittenCrawls.REPORT, "2023-02-01T00:00:00Z", digest(plain(first)), bytes(plain(first)))
                        .response(
                                WrittenCrawls.REPORT, "2023-02-02T00:00:00Z", digest(plain(first)), bytes(plain(first)))
                        .response(
                                WrittenCrawls.REPORT,
                                "2023-03-01T00:00:00Z",
                                digest(plain(second)),
                                bytes(plain(second)))
                        .response(COLUMN, "2020-03-01T00:00:00Z", digest(column), bytes(column))
                        .response(OLD, "2020-03-01T00:00:00Z", digest(plain(gone)), bytes(plain(gone)))
                        .members());
        WrittenCrawls.run(
                work.resolve("archive"), "2023-05-01", crawl -> crawl.page(WrittenCrawls.REPORT, 200, report));
    }

    private static String digest(String response) {
        String body = response.substring(response.indexOf("\r\n\r\n") + 4);
        return "WARC-Payload-Digest: " + ForeignWarc.sha1(body) + "\r\n";
    }

    private static byte[] bytes(String response) {
        return ForeignWarc.bytes(response);
    }

    private static String plain(String response) {
        return response.replace("text/html", "text/plain");
    }

    private int run(LoopbackArchive other, String... more) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        List<String> arguments = new ArrayList<>(List.of(
                "backfill",
                "--archive",
                work.resolve("archive").toString(),
                "--cdx",
                other.cdx(),
                "--replay",
                other.replay(),
                "--delay",
                "1ms"));
        arguments.addAll(List.of(more));
        return line.execute(arguments.toArray(String[]::new));
    }

    private List<ReportSummary> reports() throws IOException {
        try (Catalog catalog = Catalog.open(work.resolve("archive"))) {
            return catalog.reports();
        }
    }

    @Test
    void olderVersionsOfKnownReportsTakeTheirPlaceInTime() throws IOException {
        for (CdxFormat format : List.of(CdxFormat.CDX11, CdxFormat.CDXJ)) {
            try (LoopbackArchive other = new LoopbackArchive(format, List.of(warc))) {
                assertThat(run(other, "--government", "411421"))
                        .as(err.toString())
                        .isZero();
                if (format == CdxFormat.CDX11) {
                    assertThat(out.toString())
                            .contains("3 captures listed: 2 taken in, 1 with the digest of the one before");
                } else {
                    assertThat(out.toString()).contains("0 taken in", "2 there already", "nothing written");
                    assertThat(other.asked()).noneMatch(path -> path.startsWith("/web/"));
                }
            }
        }
        assertThat(reports()).extracting(ReportSummary::version).containsExactly(1, 2, 3);
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        assertThat(line.execute("verify", "--archive", work.resolve("archive").toString()))
                .as(err.toString())
                .isZero();
    }

    @Test
    void aReportThatOnlyAnOldColumnLinksToIsFound() throws IOException {
        try (LoopbackArchive other = new LoopbackArchive(CdxFormat.CDX11, List.of(warc))) {
            assertThat(run(other, COLUMN)).as(err.toString()).isZero();
            assertThat(reports()).extracting(ReportSummary::url).contains(OLD);
            assertThat(reports())
                    .filteredOn(one -> one.url().equals(OLD))
                    .singleElement()
                    .satisfies(one -> {
                        assertThat(one.fiscalYear()).contains(2019);
                        assertThat(one.government()).isEqualTo("411421");
                    });
        }
    }

    @Test
    void linksAndRedirectsAreFollowedToTheFileAlsoAfterARunThatWasBrokenOff() throws IOException {
        String column = ForeignWarc.page("<html><head><title>政府信息公开年报</title></head><body><ul><li><a href='2018/'>"
                + "民权县高新技术产业开发区2018年政府信息公开工作年度报告</a> 2019-01-20</li></ul></body></html>");
        String front = ForeignWarc.page("<html><head><title>政府信息公开工作年度报告</title></head><body><p>附件："
                + "<a href='P0.docx'>年度报告.docx</a></p></body></html>");
        String file = plain(ForeignWarc.page(WrittenCrawls.report(text -> text.replace("2022", "2018"))));
        String moved = "HTTP/1.1 302 Found\r\nLocation: P1.txt\r\nContent-Length: 0\r\n\r\n";
        Path behind = Files.write(
                work.resolve("behind.warc.gz"),
                new ForeignWarc()
                        .response(COLUMN, "2019-03-01T00:00:00Z", digest(column), bytes(column))
                        .response(COLUMN + "2018/", "2019-03-01T00:00:01Z", digest(front), bytes(front))
                        .response(COLUMN + "2018/P0.docx", "2019-03-01T00:00:02Z", moved)
                        .response(COLUMN + "2018/P1.txt", "2019-03-01T00:00:03Z", digest(file), bytes(file))
                        .members());
        // seven columns, as the Wayback Machine gives them: where a redirect leads to must be asked
        CdxFormat seven = new CdxFormat.Builder().legend("N b a m s k S").build();
        Path onlyColumn = Files.write(
                work.resolve("column.warc.gz"),
                new ForeignWarc()
                        .response(COLUMN, "2019-03-01T00:00:00Z", digest(column), bytes(column))
                        .members());
        try (LoopbackArchive other = new LoopbackArchive(seven, List.of(onlyColumn))) {
            assertThat(run(other, COLUMN)).as(err.toString()).isZero();
            assertThat(out.toString()).contains("1 taken in");
        }
        try (LoopbackArchive other = new LoopbackArchive(seven, List.of(behind))) {
            assertThat(run(other, COLUMN)).as(err.toString()).isZero();
            assertThat(out.toString()).contains("2 taken in", "1 there already");
            assertThat(reports()).extracting(ReportSummary::url).contains(COLUMN + "2018/P1.txt");
        }
    }

    @Test
    void theOtherArchiveIsAskedOneAtATimeAndAgainWhenItIsBusy() throws IOException {
        try (LoopbackArchive other = new LoopbackArchive(CdxFormat.CDX11, List.of(warc))) {
            other.busy.set(2);
            assertThat(run(other, "--government", "411421")).as(err.toString()).isZero();
            assertThat(other.asked()).hasSize(2 + 1 + 2).noneMatch(path -> path.contains("robots.txt"));
        }
    }

    @Test
    void limitsOfTimeAndNumberAreKept() throws IOException {
        try (LoopbackArchive other = new LoopbackArchive(CdxFormat.CDX11, List.of(warc))) {
            assertThat(run(other, "--government", "411421", "--from", "2023-02-15"))
                    .isZero();
            assertThat(out.toString()).contains("1 captures listed: 1 taken in");
            assertThat(run(other, "--government", "411421", "--max-captures", "1"))
                    .isZero();
            assertThat(out.toString()).contains("0 taken in");
        }
    }

    @Test
    void anArchiveThatFailsIsNamedAndLeftAlone() throws IOException {
        try (LoopbackArchive other = new LoopbackArchive(CdxFormat.CDX11, List.of(warc))) {
            other.busy.set(1000);
            assertThat(run(other, "--government", "411421")).isEqualTo(1);
            assertThat(err.toString()).contains("captures of " + WrittenCrawls.REPORT, "status 429");
            assertThat(run(other, "--government", "999999")).isEqualTo(2);
            assertThat(err.toString()).contains("knows no column and no report").hasLineCount(1);
        }
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        assertThat(line.execute(
                        "backfill", "http://www.example.gov.cn/", "--cdx", "https://cdx.example.org", "--replay", "x"))
                .isEqualTo(2);
    }
}
