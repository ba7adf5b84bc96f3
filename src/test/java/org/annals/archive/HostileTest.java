package org.annals.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.annals.archive.ArchivedRecord.Type;
import org.annals.capture.Exchange;
import org.annals.capture.Outcome;
import org.annals.capture.Outlink;
import org.annals.capture.Payload;
import org.annals.capture.Purpose;
import org.annals.capture.Truncation;
import org.annals.capture.Via;
import org.annals.capture.Visit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a portal may send to break the archive. */
class HostileTest {
    @TempDir
    Path folder;

    private List<ArchivedRecord> written(Exchange exchange, Visit visit) throws IOException {
        try (Archive archive = Archive.openForWriting(folder, Samples.settings())) {
            ArchiveWriter writer = archive.write(Samples.run(0));
            writer.exchange(exchange, visit);
            Samples.commit(writer, Samples.START.plusSeconds(60));
        }
        List<Finding> findings = new ArrayList<>();
        Verifier.verify(folder, findings::add);
        assertThat(findings).isEmpty();
        try (Archive archive = Archive.openForReading(folder)) {
            return Samples.readAll(archive);
        }
    }

    private ArchivedRecord response(Exchange exchange) throws IOException {
        return written(exchange, Samples.visit()).stream()
                .filter(r -> r.type() == Type.RESPONSE)
                .findFirst()
                .orElseThrow();
    }

    private static Exchange answer(List<String> headers, byte[] body) {
        return Samples.exchange(Samples.URL, "HTTP/1.1 200 OK", headers, body, Samples.START, null);
    }

    @Test
    void anAddressCannotBreakALineOrForgeAHeader() throws Exception {
        String url = "http://x.gov.cn/年 报\r\nWARC-Type: warcinfo\r\n\r\n<a>?q=\"\u0000\u0085|{}[";
        List<ArchivedRecord> records = written(Samples.page(url, "text", Samples.START), Samples.visit());
        String target = records.get(2).targetUri().orElseThrow();
        assertThat(target)
                .isEqualTo(
                        "http://x.gov.cn/%E5%B9%B4%20%E6%8A%A5%0D%0AWARC-Type:%20warcinfo%0D%0A%0D%0A%3Ca%3E?q=%22%00%C2%85|{}[");
        assertThat(records).hasSize(5);
        assertThat(records.get(2).type()).isEqualTo(Type.RESPONSE);
        assertThat(Files.readAllLines(folder.resolve("index.cdxj"))).hasSize(1);
        assertThat(Samples.jwarcSays(
                        List.of(folder.resolve(records.get(0).location().warcPath()))))
                .isEmpty();
    }

    @Test
    void addressesThatAreNoneHaveAKeyAllTheSame() throws IOException {
        try (Archive archive = Archive.openForWriting(folder, Samples.settings())) {
            ArchiveWriter writer = archive.write(Samples.run(0));
            for (String url :
                    List.of("http://[", "[", "http://", "%", "::", "http://x/%ff%", "javascript:alert(1)", "\uD800")) {
                writer.exchange(Samples.page(url, "x", Samples.START), Samples.visit());
                assertThat(writer.exchange(Samples.page(url, "x", Samples.START.plusSeconds(1)), Samples.visit())
                                .revisit())
                        .as(url)
                        .isTrue();
            }
            Samples.commit(writer, Samples.START.plusSeconds(60));
        }
        assertThat(Files.readAllLines(folder.resolve("index.cdxj")))
                .hasSize(16)
                .allMatch(line -> line.split(" ", 3).length == 3)
                .isSorted();
    }

    @Test
    void aVisitCannotAddFieldsOfItsOwn() throws IOException {
        Visit evil = new Visit(
                "440100",
                Purpose.OTHER,
                new Via("http://x/\r\noutcome: gone", "a\r\n\r\nWARC/1.1\r\nWARC-Type: response\u2028b\u0000", 1),
                Outcome.ARCHIVED,
                "x\noutcome: gone\n",
                List.of(new Outlink("http://y/\t9\tz", "t\tu\nrun: other", Purpose.REPORT, 7)));
        ArchivedRecord metadata =
                written(Samples.page(Samples.URL, "x", Samples.START), evil).get(3);
        Visit read = metadata.visit().orElseThrow();
        assertThat(read.outcome()).isEqualTo(Outcome.ARCHIVED);
        assertThat(read.via().url()).isEqualTo("http://x/  outcome: gone");
        assertThat(read.via().anchorText()).isEqualTo("a    WARC/1.1  WARC-Type: response b");
        assertThat(read.detail()).isEqualTo("x outcome: gone");
        assertThat(read.outlinks()).containsExactly(new Outlink("http://y/ 9 z", "t u run: other", Purpose.REPORT, 7));
        assertThat(metadata.fields()).containsEntry("run", Samples.run(0).run().value());
    }

    @Test
    void anyUnicodeTextComesBackAsItWentIn() throws IOException {
        Random random = new Random(9500);
        List<Outlink> links = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            StringBuilder text = new StringBuilder("字");
            for (int j = 0; j < 20; j++) {
                int codePoint = random.nextInt(0x110000);
                boolean control = Character.isISOControl(codePoint) || codePoint == 0x2028 || codePoint == 0x2029;
                if (!control && Character.getType(codePoint) != Character.SURROGATE) {
                    text.appendCodePoint(codePoint);
                }
            }
            links.add(new Outlink("http://例.cn/" + i, text.append("末").toString(), Purpose.OTHER, i));
        }
        Visit visit = new Visit("1", Purpose.SECTION, new Via("a", "😀 ：=\"\\;", 0), Outcome.SOFT_404, "%0d", links);
        assertThat(written(Samples.page(Samples.URL, "x", Samples.START), visit)
                        .get(3)
                        .visit())
                .contains(visit);
    }

    @Test
    void headersWithAnythingInThemAreKeptAndDoNotBreakTheIndex() throws IOException {
        ArchivedRecord record = response(answer(
                List.of(
                        "Content-Type: text/html\"}, {\\u0000\u0001\u00ff ; x",
                        "Location: http://a b/\u00e5",
                        "no colon at all",
                        ": no name"),
                "body".getBytes(StandardCharsets.US_ASCII)));
        assertThat(new String(record.payload().orElseThrow().bytes(), StandardCharsets.US_ASCII))
                .isEqualTo("body");
        assertThat(IndexEntry.parse(
                        Files.readAllLines(folder.resolve("index.cdxj")).get(0)))
                .isPresent();
    }

    @Test
    void whatIsNoHttpAnswerIsKeptAsItIs() throws IOException {
        byte[] garbage = {0, 1, 2, '\n', '\n', 3};
        Exchange exchange = new Exchange(
                Samples.URL,
                Samples.START,
                Samples.START,
                null,
                new byte[] {'x'},
                garbage,
                200,
                List.of(),
                Payload.of(garbage, null, null),
                null);
        assertThat(response(exchange).payload().orElseThrow().bytes()).isEqualTo(garbage);
    }

    @Test
    void aBodyThatIsNotInTheCodingItClaimsIsGivenAsItIs() throws IOException {
        byte[] body = "no gzip".getBytes(StandardCharsets.US_ASCII);
        assertThat(response(answer(List.of("Content-Encoding: gzip"), body))
                        .payload()
                        .orElseThrow()
                        .bytes())
                .isEqualTo(body);
    }

    @Test
    void aChunkedAnswerThatWasCutIsKeptInAFormThatOtherReadersAccept() throws Exception {
        byte[] cut = "5\r\nabcde\r\n7\r\nfg".getBytes(StandardCharsets.US_ASCII);
        Exchange exchange = Samples.exchange(
                Samples.URL,
                "HTTP/1.1 200 OK",
                List.of("Content-Type: text/html", "transfer-encoding: chunked"),
                cut,
                Samples.START,
                Truncation.DISCONNECT);
        ArchivedRecord record = written(exchange, Samples.visit()).stream()
                .filter(r -> r.type() == Type.RESPONSE)
                .findFirst()
                .orElseThrow();
        assertThat(new String(record.payload().orElseThrow().bytes(), StandardCharsets.US_ASCII))
                .isEqualTo("abcdefg");
        assertThat(record.truncation()).contains(Truncation.DISCONNECT);
        assertThat(Samples.jwarcSays(List.of(folder.resolve(record.location().warcPath()))))
                .isEmpty();
    }

    @Test
    void chunksAreTakenApartAsTheyCome() {
        assertThat(dechunked("3\r\nabc\r\n2;x=y\r\nde\r\n0\r\nTrailer: t\r\n\r\n"))
                .isEqualTo("abcde");
        assertThat(dechunked("3;bare\r\nabc\r\n00\r\n\r\n")).isEqualTo("abc");
        assertThat(dechunked("A  \r\n0123456789\r\n0\r\n\r\n")).isEqualTo("0123456789");
        assertThat(dechunked("3\nabc\n0\n\n")).isEqualTo("abc");
        assertThat(dechunked("5\r\nab")).isEqualTo("ab");
        assertThat(dechunked("5\r\nabcde\r\n3")).isEqualTo("abcde");
        assertThat(dechunked("not chunked")).isEqualTo("not chunked");
        assertThat(dechunked("2\r\nab\r\n<html>")).isEqualTo("ab\r\n<html>");
        assertThat(dechunked("ffffffffffffffff\r\nab")).isEqualTo("ffffffffffffffff\r\nab");
        assertThat(dechunked("0\r\n\r\n")).isEmpty();
        assertThat(dechunked("")).isEmpty();
    }

    private static String dechunked(String body) {
        return new String(Dechunker.dechunk(body.getBytes(StandardCharsets.ISO_8859_1)), StandardCharsets.ISO_8859_1);
    }

    @Test
    void anAddressOfTheServerThatIsNoneIsLeftOut() throws Exception {
        Exchange exchange = new Exchange(
                Samples.URL,
                Samples.START,
                Samples.START,
                "1.2.3.4\r\nWARC-Type: x",
                "GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII),
                "HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII),
                200,
                List.of(),
                Payload.of(new byte[0], null, null),
                null);
        ArchivedRecord record = response(exchange);
        assertThat(Samples.jwarcSays(List.of(folder.resolve(record.location().warcPath()))))
                .isEmpty();
    }

    @Test
    void aForgedIndexCannotLeadOutOfTheFolder(@TempDir Path outside) throws IOException {
        response(Samples.page(Samples.URL, "x", Samples.START));
        Path index = folder.resolve("index.cdxj");
        String line = Files.readString(index);
        Files.writeString(index, line.replaceAll("warc/2026", "../../" + outside.getFileName()));
        try (Archive archive = Archive.openForWriting(folder, Samples.settings())) {
            ArchiveWriter writer = archive.write(Samples.run(1));
            assertThat(writer.exchange(Samples.page(Samples.URL, "x", Samples.START.plusSeconds(9)), Samples.visit())
                            .revisit())
                    .isFalse();
        }
    }
}
