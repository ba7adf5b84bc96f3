package org.annals.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.annals.archive.ForeignWarc;
import org.annals.capture.KnownAddress;
import org.annals.capture.Purpose;
import org.annals.catalog.Catalog;
import org.annals.catalog.ReportSummary;
import org.annals.catalog.WrittenCrawls;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.HttpRequest;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcRequest;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcWriter;
import picocli.CommandLine;

class ImportCommandTest {
    private static final String TITLE = "民权县高新技术产业开发区2022年政府信息公开工作年度报告";

    @TempDir
    Path work;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private LoopbackPortal portal;
    private String report;

    @BeforeEach
    void startPortal() throws IOException {
        report = WrittenCrawls.report(text -> text);
        portal = new LoopbackPortal()
                .put("/nb/2022.txt", "text/plain; charset=utf-8", report)
                .put(
                        "/nb/",
                        "text/html; charset=utf-8",
                        "<html><head><title>政府信息公开年报</title></head><body><ul><li><a href='2022.txt'>" + TITLE
                                + "</a> 2023-01-20</li></ul></body></html>");
    }

    @AfterEach
    void stopPortal() {
        portal.close();
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        return line.execute(arguments);
    }

    private String archive() {
        return work.resolve("archive").toString();
    }

    private Path seeds() throws IOException {
        return Files.writeString(
                work.resolve("seeds.csv"),
                "code,name,level,province,parent,portal_url,report_list_url\n411421,民权县高新技术产业开发区,zone,河南省,商丘市,,"
                        + portal.url("/nb/") + "\n");
    }

    private List<ReportSummary> reports() throws IOException {
        try (Catalog catalog = Catalog.open(work.resolve("archive"))) {
            return catalog.reports();
        }
    }

    private Path wget() throws IOException, InterruptedException {
        assumeThat(Files.isExecutable(Path.of("/usr/bin/wget")))
                .as("wget is on this machine")
                .isTrue();
        Process process = new ProcessBuilder(
                        "/usr/bin/wget",
                        "-q",
                        "-r",
                        "-l",
                        "1",
                        "--no-parent",
                        "--delete-after",
                        "--warc-file=" + work.resolve("wget"),
                        portal.url("/nb/"))
                .directory(work.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return work.resolve("wget.warc.gz");
    }

    /** In jwarc's style, with a date of its own: WARC/1.0, no digests, the response before its request. */
    private Path jwarc(String body, String date) throws IOException {
        Path file = work.resolve("jwarc-" + date.substring(0, 4) + ".warc");
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        URI url = URI.create(portal.url("/nb/2022.txt"));
        try (WarcWriter writer = new WarcWriter(file)) {
            WarcResponse response = new WarcResponse.Builder(url)
                    .date(Instant.parse(date))
                    .body(new HttpResponse.Builder(200, "OK")
                            .body(MediaType.parse("text/plain; charset=utf-8"), bytes)
                            .build())
                    .build();
            writer.write(response);
            writer.write(new WarcRequest.Builder(url)
                    .date(Instant.parse(date))
                    .concurrentTo(response.id())
                    .body(new HttpRequest.Builder("GET", "/nb/2022.txt").build())
                    .build());
        }
        return file;
    }

    @Test
    void capturesOfWgetAreReadAndNeverAskedForAgain() throws IOException, InterruptedException {
        Path warc = wget();
        int asked = portal.asked().size();
        assertThat(run("import", "--archive", archive(), "--seeds", seeds().toString(), warc.toString()))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).contains("taken in", "run ");
        assertThat(reports()).singleElement().satisfies(one -> {
            assertThat(one.government()).isEqualTo("411421");
            assertThat(one.fiscalYear()).contains(2022);
        });
        try (Catalog catalog = Catalog.open(work.resolve("archive"))) {
            assertThat(catalog.known(false))
                    .contains(new KnownAddress("411421", portal.url("/nb/2022.txt"), Purpose.REPORT));
        }

        assertThat(run("crawl", "--archive", archive(), "--seeds", seeds().toString(), "--delay", "1ms"))
                .as(err.toString())
                .isZero();
        assertThat(portal.asked().subList(asked, portal.asked().size()))
                .contains("/nb/")
                .doesNotContain("/nb/2022.txt");
        assertThat(run("crawl", "--archive", archive(), "--seeds", seeds().toString(), "--delay", "1ms", "--revisit"))
                .isZero();
        assertThat(portal.asked().subList(asked, portal.asked().size())).contains("/nb/2022.txt");
        assertThat(reports()).hasSize(1);
        assertThat(run("verify", "--archive", archive())).as(err.toString()).isZero();
    }

    @Test
    void capturesOfThePastTakeTheirPlaceInTime() throws IOException, InterruptedException {
        String older = report.replace("行政规范性文件\t0", "行政规范性文件\t7");
        String later = report.replace("行政规范性文件\t0", "行政规范性文件\t12");
        assertThat(run("crawl", "--archive", archive(), "--seeds", seeds().toString(), "--delay", "1ms"))
                .as(err.toString())
                .isZero();
        assertThat(run(
                        "import",
                        "--archive",
                        archive(),
                        jwarc(later, "2024-03-01T00:00:00Z").toString(),
                        jwarc(older, "2023-03-01T00:00:00Z").toString()))
                .as(err.toString())
                .isZero();

        assertThat(reports()).extracting(ReportSummary::version).containsExactly(1, 2, 3);
        run("revisions", "--archive", archive());
        assertThat(out.toString()).containsPattern("(?s)12 → 0.*2024-03-01.*7 → 12");
        assertThat(run("verify", "--archive", archive())).as(err.toString()).isZero();
        assertThat(run("rebuild", "--archive", archive())).as(err.toString()).isZero();
        assertThat(reports()).extracting(ReportSummary::version).containsExactly(1, 2, 3);
    }

    @Test
    void theSameImportTwiceWritesNothing() throws IOException {
        Path file = jwarc(report, "2023-03-01T00:00:00Z");
        assertThat(run("import", "--archive", archive(), file.toString())).isZero();
        Map<String, byte[]> before = files();
        assertThat(run("import", "--archive", archive(), file.toString())).isZero();
        assertThat(out.toString()).contains("0 captures taken in", "1 known already", "nothing written");
        Map<String, byte[]> after = files();
        assertThat(after.keySet()).isEqualTo(before.keySet());
        before.forEach((name, bytes) -> assertThat(after.get(name)).as(name).isEqualTo(bytes));
    }

    private Map<String, byte[]> files() throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        for (String name : List.of("commits.jsonl", "index.cdxj")) {
            files.put(name, Files.readAllBytes(work.resolve("archive").resolve(name)));
        }
        try (var warcs = Files.walk(work.resolve("archive/warc"))) {
            for (Path warc : warcs.filter(Files::isRegularFile).toList()) {
                files.put(warc.toString(), Files.readAllBytes(warc));
            }
        }
        return files;
    }

    @Test
    void withoutSeedsTheReportIsKeptAllTheSame() throws IOException {
        assertThat(run(
                        "import",
                        "--archive",
                        archive(),
                        jwarc(report, "2023-03-01T00:00:00Z").toString()))
                .isZero();
        assertThat(reports()).singleElement().satisfies(one -> {
            assertThat(one.government()).isEmpty();
            assertThat(one.fiscalYear()).contains(2022);
        });
    }

    @Test
    void twoVisitsOnTwoDaysThatFoundNothingAreAWithdrawal() throws IOException {
        String url = "http://www.example.gov.cn/2022.txt";
        String gone = "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n";
        Path file = Files.write(
                work.resolve("gone.warc.gz"),
                new ForeignWarc()
                        .response(
                                url,
                                "2023-03-01T00:00:00Z",
                                ForeignWarc.page(report).replace("text/html", "text/plain"))
                        .response(url, "2023-04-01T00:00:00Z", gone)
                        .response(url, "2023-05-01T00:00:00Z", gone)
                        .members());
        assertThat(run("import", "--archive", archive(), file.toString()))
                .as(err.toString())
                .isZero();
        assertThat(reports())
                .singleElement()
                .satisfies(one -> assertThat(one.withdrawn()).isTrue());
    }

    @Test
    void whatCannotBeReadIsOneLineAndTheExitCodeTellsHowMuch() throws IOException {
        assertThat(run(
                        "import",
                        "--archive",
                        archive(),
                        work.resolve("none.warc").toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("no file").doesNotContain("\tat ");
        Path notes = Files.writeString(work.resolve("notes.txt"), "nothing of the kind");
        assertThat(run("import", "--archive", archive(), notes.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("notes.txt: it begins like no WARC file");
        byte[] whole = Files.readAllBytes(jwarc(report, "2023-03-01T00:00:00Z"));
        Path cut = Files.write(work.resolve("cut.warc"), Arrays.copyOf(whole, whole.length - 20));
        assertThat(run("import", "--archive", archive(), cut.toString())).isEqualTo(1);
        assertThat(err.toString()).containsPattern("cut\\.warc at offset \\d+ \\(request");
        assertThat(reports()).hasSize(1);
    }

    @Test
    void helpTeaches() {
        assertThat(run("import", "--help")).isZero();
        assertThat(out.toString()).contains("WACZ", "--seeds", "a second time changes nothing");
    }
}
