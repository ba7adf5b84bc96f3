package org.annals.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.annals.archive.ArchivedRecord.Type;
import org.annals.capture.Exchange;
import org.annals.capture.Header;
import org.annals.capture.Original;
import org.annals.capture.Truncation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotModifiedTest {
    private static final List<String> TAGGED = List.of("Content-Type: text/html; charset=gb2312", "ETag: \"a\"");

    @TempDir
    Path folder;

    private int runs;

    private static Instant at(int day) {
        return Samples.run(day).startedAt();
    }

    private void write(Exchange exchange) throws IOException {
        try (Archive archive = Archive.openForWriting(folder)) {
            ArchiveWriter writer = archive.write(Samples.run(runs));
            writer.exchange(exchange, Samples.visit());
            Samples.commit(writer, at(runs++));
        }
    }

    private void answer(List<String> headers, byte[] body) throws IOException {
        write(Samples.exchange(Samples.URL, "HTTP/1.1 200 OK", headers, body, at(runs), null));
    }

    private static Exchange notModified(Instant at, String... headers) {
        return Samples.exchange(Samples.URL, "HTTP/1.1 304 Not Modified", List.of(headers), new byte[0], at, null);
    }

    private Stored writeNotModified(String... headers) throws IOException {
        try (Archive archive = Archive.openForWriting(folder)) {
            ArchiveWriter writer = archive.write(Samples.run(runs));
            Original original = archive.original(Samples.URL).orElseThrow();
            Stored stored = writer.notModified(notModified(at(runs), headers), original, Samples.visit());
            Samples.commit(writer, at(runs++));
            return stored;
        }
    }

    private List<ArchivedRecord> captures() throws IOException {
        try (Archive archive = Archive.openForReading(folder)) {
            return Samples.readAll(archive).stream()
                    .filter(r -> r.type() == Type.RESPONSE || r.type() == Type.REVISIT)
                    .toList();
        }
    }

    private Original original() throws IOException {
        try (Archive archive = Archive.openForReading(folder)) {
            return archive.original(Samples.URL).orElseThrow();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void itIsARevisitOfTheServersProfileThatRefersToTheFirstAnswer() throws Exception {
        answer(TAGGED, bytes("first"));
        answer(TAGGED, bytes("first"));
        Stored stored = writeNotModified("ETag: \"a\"");

        assertThat(stored.revisit()).isTrue();
        List<ArchivedRecord> captures = captures();
        RawRecord raw;
        try (MemberReader reader = new MemberReader(
                folder.resolve(stored.capture().warcPath()), stored.capture().warcPath())) {
            raw = reader.read(stored.capture().offset());
        }
        assertThat(raw.version()).isEqualTo("WARC/1.1");
        assertThat(raw.header("WARC-Profile")).contains("http://netpreserve.org/warc/1.1/revisit/server-not-modified");
        assertThat(raw.header("WARC-Refers-To-Target-URI")).contains(Samples.URL);
        assertThat(raw.header("WARC-Refers-To-Date"))
                .contains(captures.get(0).date().toString());
        assertThat(raw.header("WARC-Payload-Digest")).contains(Sha256.labelled(bytes("first")));
        assertThat(raw.refersTo()).contains(captures.get(0).recordId());
        assertThat(new String(raw.block(), StandardCharsets.US_ASCII)).startsWith("HTTP/1.1 304");
        List<Path> warcs = new ArrayList<>();
        try (Archive archive = Archive.openForReading(folder)) {
            archive.files().forEach(file -> warcs.add(folder.resolve(file)));
        }
        assertThat(Samples.jwarcSays(warcs)).isEmpty();
    }

    @Test
    void itHasThePayloadAndTheTypeOfTheOriginalWhateverTheServerSaysWithIt() throws IOException {
        answer(
                List.of("Content-Type: text/html; charset=gb2312", "Content-Encoding: gzip", "ETag: \"a-gzip\""),
                Samples.gzip(bytes("packed")));
        writeNotModified("Content-Type: text/plain", "Content-Length: 4711", "ETag: \"a\"");

        ArchivedRecord revisit = captures().get(1);
        assertThat(revisit.type()).isEqualTo(Type.REVISIT);
        assertThat(revisit.status()).contains(304);
        assertThat(revisit.visit()).isEmpty();
        assertThat(revisit.payload().orElseThrow().bytes()).isEqualTo(bytes("packed"));
        assertThat(revisit.payload().orElseThrow().contentType()).contains("text/html; charset=gb2312");
        List<Finding> findings = new ArrayList<>();
        Verifier.verify(folder, findings::add);
        assertThat(findings).isEmpty();
    }

    @Test
    void whatIsMeantIsTheOriginalsAnswer() throws IOException {
        answer(List.of("Content-Type: text/html", "ETag: \"a\"", "Refresh: 0; url=/b"), bytes("first"));
        try (Archive archive = Archive.openForReading(folder)) {
            Exchange sent = notModified(at(5), "ETag: \"a\"");
            Exchange meant = archive.meant(sent, original()).orElseThrow();
            assertThat(meant.status()).isEqualTo(200);
            assertThat(meant.payload().bytes()).isEqualTo(bytes("first"));
            assertThat(meant.header("refresh")).contains("0; url=/b");
            assertThat(meant.startedAt()).isEqualTo(sent.startedAt());
        }
    }

    @Test
    void theNewestValidatorsOfTheSameBodyCount() throws IOException {
        answer(List.of("ETag: \"a\""), bytes("first"));
        answer(List.of("ETag: \"b\""), bytes("first"));
        assertThat(original().validators().etag()).contains("\"b\"");
        writeNotModified();
        assertThat(original().validators().etag()).contains("\"b\"");
        writeNotModified("ETag: W/\"c\"");
        assertThat(original().validators().etag()).contains("W/\"c\"");
        assertThat(original().validators().conditions()).containsExactly(new Header("If-None-Match", "W/\"c\""));
    }

    @Test
    void wholeIsWhatCameOverTheWire() throws IOException {
        answer(TAGGED, bytes("first"));
        answer(TAGGED, bytes("first"));
        writeNotModified();
        assertThat(original().wholeAt()).isEqualTo(captures().get(1).date());
        assertThat(original().location()).isEqualTo(captures().get(0).location());
    }

    @Test
    void anotherBodyHasItsOwnValidators() throws IOException {
        answer(TAGGED, bytes("first"));
        answer(List.of("Content-Type: text/html"), bytes("second"));
        assertThat(original().validators().isEmpty()).isTrue();
    }

    @Test
    void answersOfOtherKindsDoNotCount() throws IOException {
        answer(TAGGED, bytes("first"));
        write(Samples.exchange(Samples.URL, "HTTP/1.1 503 Busy", TAGGED, bytes("busy"), at(runs), null));
        assertThat(original().validators().etag()).contains("\"a\"");
    }

    @Test
    void acutOrDamagedAnswerStandsForNothing() throws IOException {
        write(Samples.exchange(Samples.URL, "HTTP/1.1 200 OK", TAGGED, bytes("half"), at(runs), Truncation.DISCONNECT));
        try (Archive archive = Archive.openForReading(folder)) {
            assertThat(archive.original(Samples.URL)).isEmpty();
            assertThat(archive.original("http://never.example.gov.cn/")).isEmpty();
        }
        answer(TAGGED, bytes("whole"));
        Original original = original();
        Path file = folder.resolve(original.location().warcPath());
        byte[] all = Files.readAllBytes(file);
        all[(int) original.location().offset() + 60] ^= 1;
        Files.write(file, all);
        try (Archive archive = Archive.openForReading(folder)) {
            assertThat(archive.original(Samples.URL)).isEmpty();
            assertThat(archive.meant(notModified(at(5)), original)).isEmpty();
        }
    }

    @Test
    void anOriginalThatIsLostMeanwhileIsNotReferredTo() throws IOException {
        answer(TAGGED, bytes("first"));
        Original original = original();
        try (Archive archive = Archive.openForWriting(folder)) {
            ArchiveWriter writer = archive.write(Samples.run(runs));
            Files.delete(folder.resolve(original.location().warcPath()));
            assertThatThrownBy(() -> writer.notModified(notModified(at(runs)), original, Samples.visit()))
                    .isInstanceOf(ArchiveException.class)
                    .hasMessageContaining("verify");
        }
    }
}
