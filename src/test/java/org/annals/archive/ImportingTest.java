package org.annals.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.annals.archive.ArchivedRecord.Type;
import org.annals.capture.ImportSource;
import org.annals.capture.Truncation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportingTest {
    private static final String URL = "http://www.example.gov.cn/2019.html";
    private static final String DAY = "2020-02-02T02:02:02Z";

    @TempDir
    Path work;

    private final List<Finding> problems = new ArrayList<>();
    private final ArchiveSettings settings = Samples.settings();

    private Path folder() {
        return work.resolve("archive");
    }

    private Imported take(Path... files) throws IOException {
        problems.clear();
        try (Archive archive = Archive.openForWriting(folder(), settings);
                Importing importing = new Importing(
                        archive,
                        Map.of("software", "annals/test"),
                        Map.of(),
                        url -> url.contains("example.gov.cn") ? "440100" : "",
                        settings.clock(),
                        new ImportListener() {
                            @Override
                            public void problem(Finding finding) {
                                problems.add(finding);
                            }

                            @Override
                            public void reading(String name, long read, long length) {
                                assertThat(read).isPositive();
                            }
                        })) {
            importing.files(List.of(files));
            return importing.finish("1");
        }
    }

    private List<ArchivedRecord> records(Type type) throws IOException {
        try (Archive archive = Archive.openForReading(folder())) {
            return Samples.readAll(archive).stream()
                    .filter(record -> record.type() == type)
                    .toList();
        }
    }

    private String text(ArchivedRecord record) {
        return new String(record.payload().orElseThrow().bytes(), StandardCharsets.UTF_8);
    }

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(work.resolve(name), bytes);
    }

    /** What we write of it must be accepted by our verifier and by jwarc's. */
    private void sound() throws IOException, InterruptedException {
        List<Finding> findings = new ArrayList<>();
        Verifier.verify(folder(), findings::add);
        assertThat(findings).isEmpty();
        List<Path> warcs = new ArrayList<>();
        try (Archive archive = Archive.openForReading(folder())) {
            archive.files().forEach(file -> warcs.add(folder().resolve(file)));
        }
        assertThat(Samples.jwarcSays(warcs)).isEmpty();
    }

    private ForeignWarc twoPages() {
        return new ForeignWarc()
                .warcinfo()
                .request(URL, DAY)
                .response(URL, DAY, ForeignWarc.page("first"))
                .response(URL + "?b", DAY, ForeignWarc.page("second"));
    }

    @Test
    void keepsDateSourceAndRequestOfACapture() throws IOException, InterruptedException {
        Path file = file("wget.warc.gz", twoPages().members());
        Imported imported = take(file);

        assertThat(imported.taken()).isEqualTo(2);
        assertThat(imported.leftOut()).isEqualTo(1);
        assertThat(problems).isEmpty();
        List<ArchivedRecord> responses = records(Type.RESPONSE);
        assertThat(responses).extracting(this::text).containsExactly("first", "second");
        assertThat(responses).allMatch(r -> r.date().equals(Instant.parse(DAY)));
        assertThat(records(Type.REQUEST)).hasSize(1);
        ImportSource source = records(Type.METADATA).get(0).source().orElseThrow();
        assertThat(source.location()).isEqualTo("wget.warc.gz");
        assertThat(source.sha256()).isEqualTo(Sha256.hex(file));
        assertThat(source.offset()).isPositive();
        assertThat(source.recordId()).isEqualTo("urn:uuid:00000000-0000-0000-0000-000000000003");
        assertThat(source.government()).isEqualTo("440100");
        sound();
    }

    @Test
    void everyPackingGivesTheSameCaptures() throws IOException, InterruptedException {
        byte[] members = twoPages().members();
        int taken = 0;
        for (Path file : List.of(
                file("a.warc.gz", members),
                file("b.warc", twoPages().plain()),
                file("c.warc.gz", twoPages().oneMember()),
                ForeignWarc.wacz(work.resolve("d.wacz"), members, true),
                ForeignWarc.wacz(work.resolve("e.wacz"), members, false))) {
            Imported imported = take(file);
            assertThat(imported.taken() + imported.known()).as(file.toString()).isEqualTo(2);
            assertThat(problems).isEmpty();
            taken += (int) imported.taken();
        }
        assertThat(taken).isEqualTo(2);
        sound();
    }

    @Test
    void theSameImportTwiceChangesNothing() throws IOException {
        Path file = file("a.warc.gz", twoPages().members());
        take(file);
        Map<String, byte[]> before = Samples.contents(folder());
        Imported again = take(file);
        assertThat(again.run()).isEmpty();
        assertThat(again.known()).isEqualTo(2);
        Map<String, byte[]> after = Samples.contents(folder());
        assertThat(after.keySet()).isEqualTo(before.keySet());
        before.forEach((name, bytes) -> assertThat(after.get(name)).as(name).isEqualTo(bytes));
    }

    @Test
    void aFileCutAnywhereGivesTheRecordsBeforeTheCut() throws IOException {
        byte[] whole = twoPages().members();
        byte[] plain = twoPages().plain();
        for (int cut = 1; cut < 60; cut++) {
            Imported gz = take(file("cut.warc.gz", Arrays.copyOf(whole, whole.length - cut)));
            assertThat(gz.failures()).as("gz cut by " + cut).isEqualTo(1);
            assertThat(problems.get(0).offset()).isPositive();
            assertThat(gz.taken() + gz.known()).isEqualTo(1);
            Imported text = take(file("cut.warc", Arrays.copyOf(plain, plain.length - cut)));
            // the line ends behind the last record are no part of it
            assertThat(text.failures()).as("plain cut by " + cut).isEqualTo(cut <= 4 ? 0 : 1);
        }
    }

    @Test
    void damageInTheMiddleCostsOneRecord() throws IOException {
        byte[] gz = twoPages().members();
        int second = new ForeignWarc().warcinfo().request(URL, DAY).members().length;
        gz[second + 60] ^= 4;
        Imported imported = take(file("flipped.warc.gz", gz));
        assertThat(imported.taken()).isEqualTo(1);
        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.file()).isEqualTo("flipped.warc.gz");
            assertThat(problem.offset()).isEqualTo(second);
        });
        assertThat(records(Type.RESPONSE)).extracting(this::text).containsExactly("second");

        String plain = new String(twoPages().plain(), StandardCharsets.UTF_8);
        String wrongLength = plain.replaceFirst("(?s)(msgtype=response\r\nContent-Length: )\\d+", "$1" + 7);
        take(file("wrong-length.warc", wrongLength.getBytes(StandardCharsets.UTF_8)));
        assertThat(problems).isNotEmpty();
    }

    @Test
    void chunkedBodiesAreReadWhateverTheirHeadsSay() throws IOException, InterruptedException {
        String chunked = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n";
        take(file(
                "chunked.warc.gz",
                new ForeignWarc()
                        .response(URL + "?whole", DAY, chunked + "5\r\nhello\r\n0\r\n\r\n")
                        .response(URL + "?none", DAY, chunked + "hello, not chunked")
                        .response(URL + "?cut", DAY, chunked + "5\r\nhello\r\n")
                        .members()));
        assertThat(problems).isEmpty();
        assertThat(records(Type.RESPONSE))
                .extracting(this::text)
                .containsExactly("hello", "hello, not chunked", "hello");
        sound();
    }

    @Test
    void headsThatStrictReadersRefuseAreWrittenAgainAndThatIsSaid() throws IOException, InterruptedException {
        take(file(
                "heads.warc.gz",
                new ForeignWarc()
                        .response(URL + "?http2", DAY, "HTTP/2 200\r\ncontent-type: text/html\r\n\r\nx")
                        .response(URL + "?no-reason", DAY, "HTTP/1.1 404\r\nContent-Type: text/html\r\n\r\nx")
                        .response(URL + "?http10", DAY, "HTTP/1.0 200 OK\nContent-Type: text/plain\n\nx")
                        .response(URL + "?bad-field", DAY, "HTTP/1.1 200 OK\r\nbad field\r\nA: b\u0001c\r\n\r\nx")
                        .members()));
        assertThat(problems).isEmpty();
        assertThat(records(Type.RESPONSE))
                .extracting(record -> record.status().orElseThrow())
                .containsExactly(200, 404, 200, 200);
        assertThat(records(Type.RESPONSE)).extracting(this::text).containsOnly("x");
        assertThat(records(Type.METADATA).get(0).fields())
                .containsEntry("source-changed", "status line was HTTP/2 200");
        sound();
    }

    @Test
    void aRevisitGetsThePayloadOfItsOriginalInWhateverFile() throws IOException, InterruptedException {
        String digest = "WARC-Payload-Digest: " + ForeignWarc.sha1("first") + "\r\n";
        String profile = "WARC-Profile: http://netpreserve.org/warc/1.0/revisit/identical-payload-digest\r\n" + digest;
        Path revisits = file(
                "a-revisits.warc.gz",
                new ForeignWarc()
                        .record(
                                "revisit",
                                URL,
                                "2021-02-02T02:02:02Z",
                                profile,
                                "application/http; msgtype=response",
                                ForeignWarc.bytes("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"))
                        .record(
                                "revisit",
                                URL + "?gone",
                                "2021-02-02T02:02:02Z",
                                profile,
                                "application/http; msgtype=response",
                                ForeignWarc.bytes("HTTP/1.1 200 OK\r\n\r\n"))
                        .members());
        Path originals = file("b-originals.warc.gz", twoPages().members());
        Imported imported = take(revisits, originals);

        assertThat(imported.taken()).isEqualTo(3);
        assertThat(imported.revisits()).isEqualTo(1);
        assertThat(problems)
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString()).contains("?gone", "a-revisits.warc.gz"));
        ArchivedRecord revisit = records(Type.REVISIT).get(0);
        assertThat(revisit.date()).isEqualTo(Instant.parse("2021-02-02T02:02:02Z"));
        assertThat(text(revisit)).isEqualTo("first");
        sound();
    }

    @Test
    void bareContentIsAResourceAndIndexedOnce() throws IOException, InterruptedException {
        Path file = file(
                "resource.warc.gz",
                new ForeignWarc()
                        .record("resource", URL, DAY, "", "text/html", ForeignWarc.bytes("bare"))
                        .record("resource", "urn:x", DAY, "", "text/plain", ForeignWarc.bytes("no web address"))
                        .record("response", "dns:x", DAY, "", "text/dns", ForeignWarc.bytes("x"))
                        .record("conversion", URL, DAY, "", "text/plain", ForeignWarc.bytes("x"))
                        .members());
        Imported imported = take(file);
        assertThat(imported.taken()).isEqualTo(1);
        assertThat(imported.leftOut()).isEqualTo(3);
        assertThat(text(records(Type.RESOURCE).get(0))).isEqualTo("bare");
        assertThat(take(file).known()).isEqualTo(1);
        sound();
    }

    @Test
    void oddAddressesAndWarnedOfTruncationAreKept() throws IOException, InterruptedException {
        take(file(
                "odd.warc.gz",
                new ForeignWarc()
                        .response("<http://www.example.gov.cn/a b>", DAY, ForeignWarc.page("brackets and blank"))
                        .response(
                                URL + "?cut",
                                DAY,
                                "WARC-Truncated: length\r\n",
                                ForeignWarc.bytes("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\ncut"))
                        .members()));
        assertThat(problems).isEmpty();
        List<ArchivedRecord> responses = records(Type.RESPONSE);
        assertThat(responses.get(0).targetUri()).contains("http://www.example.gov.cn/a%20b");
        assertThat(responses.get(1).truncation()).contains(Truncation.LENGTH);
        sound();
    }

    @Test
    void spellingsOfOneAddressAreOneAddress() throws IOException, InterruptedException {
        Imported imported = take(file(
                "spelt.warc.gz",
                new ForeignWarc()
                        .response("http://www.example.gov.cn/nb/1", DAY, ForeignWarc.page("one"))
                        .response("HTTP://WWW.Example.gov.cn:80/nb/1", DAY, ForeignWarc.page("one"))
                        .response("https://www.example.gov.cn:443", DAY, ForeignWarc.page("front"))
                        .response("http://www.example.gov.cn:8080/NB/1", DAY, ForeignWarc.page("other"))
                        .members()));
        assertThat(imported.known()).isEqualTo(1);
        assertThat(records(Type.RESPONSE))
                .extracting(record -> record.targetUri().orElseThrow())
                .containsExactly(
                        "http://www.example.gov.cn/nb/1",
                        "https://www.example.gov.cn/",
                        "http://www.example.gov.cn:8080/NB/1");
        sound();
    }

    @Test
    void wrongDigestsDatesAndBlocksAreNamedAndNotTaken() throws IOException {
        take(file(
                "wrong.warc.gz",
                new ForeignWarc()
                        .response(
                                URL,
                                DAY,
                                "WARC-Payload-Digest: " + ForeignWarc.sha1("other") + "\r\n",
                                ForeignWarc.bytes(ForeignWarc.page("this")))
                        .response(
                                URL,
                                DAY,
                                "WARC-Block-Digest: " + ForeignWarc.sha1("other") + "\r\n",
                                ForeignWarc.bytes(ForeignWarc.page("this")))
                        .response(URL, "", ForeignWarc.page("no date"))
                        .response(URL, DAY, "no http at all")
                        .response(
                                URL,
                                DAY,
                                "WARC-Payload-Digest: " + ForeignWarc.sha1("right") + "\r\n",
                                ForeignWarc.bytes(ForeignWarc.page("right")))
                        .members()));
        assertThat(problems).hasSize(4).allMatch(problem -> problem.offset() >= 0);
        assertThat(records(Type.RESPONSE)).extracting(this::text).containsExactly("right");
    }

    @Test
    void whatIsNoWarcFileIsNamedAndTheOthersAreRead() throws IOException {
        Path text = file("notes.txt", ForeignWarc.bytes("nothing of the kind"));
        Path empty = file("empty.warc.gz", new byte[0]);
        Path zip = Files.write(work.resolve("x.zip"), new byte[] {'P', 'K', 3, 4, 0, 0});
        Imported imported = take(text, empty, zip, file("a.warc.gz", twoPages().members()));
        assertThat(imported.taken()).isEqualTo(2);
        assertThat(problems).extracting(Finding::file).containsExactly("notes.txt", "empty.warc.gz", "x.zip");
        assertThat(problems).allMatch(problem -> problem.offset() < 0);
    }

    @Test
    void anImportThatWasBrokenOffIsClosedByTheNext() throws IOException {
        Path file = file("a.warc.gz", twoPages().members());
        try (Archive archive = Archive.openForWriting(folder(), settings);
                Importing importing =
                        new Importing(archive, Map.of(), Map.of(), url -> "", settings.clock(), new ImportListener() {
                            @Override
                            public void problem(Finding finding) {
                                problems.add(finding);
                            }

                            @Override
                            public void reading(String name, long read, long length) {
                                // nothing to show
                            }
                        })) {
            importing.files(List.of(file));
        }
        Path more = file(
                "b.warc.gz",
                new ForeignWarc()
                        .response(URL + "?c", DAY, ForeignWarc.page("c"))
                        .members());
        Imported imported = take(file, more);
        assertThat(imported.taken()).isEqualTo(1);
        assertThat(imported.known()).isEqualTo(2);
        try (Archive archive = Archive.openForReading(folder())) {
            assertThat(archive.commits()).extracting(Commit::kind).containsExactly("import", "import");
            assertThat(archive.unfinished()).isEqualTo(Optional.empty());
        }
    }
}
