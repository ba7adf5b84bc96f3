package org.annals.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.annals.archive.ArchivedRecord.Type;
import org.annals.capture.Outcome;
import org.annals.capture.Truncation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoundTripTest {
    @TempDir
    Path folder;

    private List<ArchivedRecord> written() throws IOException {
        try (Archive archive = Archive.openForWriting(folder, Samples.settings())) {
            ArchiveWriter writer = archive.write(Samples.run(0));
            Samples.writeAll(writer, Samples.START);
            Samples.commit(writer, Samples.START.plusSeconds(60));
            return Samples.readAll(archive);
        }
    }

    @Test
    void everyRecordComesBackInOrder() throws IOException {
        assertThat(written())
                .extracting(ArchivedRecord::type)
                .containsExactly(
                        Type.WARCINFO,
                        Type.RESOURCE,
                        Type.REQUEST,
                        Type.RESPONSE,
                        Type.METADATA,
                        Type.REQUEST,
                        Type.REVISIT,
                        Type.METADATA,
                        Type.REQUEST,
                        Type.RESPONSE,
                        Type.METADATA,
                        Type.REQUEST,
                        Type.RESPONSE,
                        Type.METADATA,
                        Type.REQUEST,
                        Type.RESPONSE,
                        Type.METADATA,
                        Type.REQUEST,
                        Type.RESPONSE,
                        Type.METADATA,
                        Type.METADATA,
                        Type.METADATA);
    }

    @Test
    void everyRecordNamesItsRunAndOpensByItsLocation() throws IOException {
        List<ArchivedRecord> records = written();
        try (Archive archive = Archive.openForReading(folder)) {
            for (ArchivedRecord record : records) {
                assertThat(record.run()).contains(Samples.run(0).run());
                assertThat(archive.read(record.location()).recordId()).isEqualTo(record.recordId());
            }
        }
    }

    @Test
    void payloadsAreDecodedAndTheRevisitHasTheOneOfItsOriginal() throws IOException {
        List<ArchivedRecord> records = written();
        String text = "<html><body>年度报告</body></html>".repeat(20);
        assertThat(payload(records.get(1))).isEqualTo("code,name\n440000,广东省\n");
        assertThat(payload(records.get(3))).isEqualTo("<p>受理 12 件</p>");
        assertThat(payload(records.get(6))).isEqualTo("<p>受理 12 件</p>");
        assertThat(records.get(6).payload().orElseThrow().contentType()).contains("text/html; charset=utf-8");
        assertThat(records.get(6).payload().orElseThrow().uri()).contains(Samples.URL);
        assertThat(payload(records.get(9))).isEqualTo(text);
        assertThat(payload(records.get(12))).isEqualTo(text);
        assertThat(payload(records.get(15))).isEmpty();
        assertThat(records.get(15).redirect()).contains("/new.html");
        assertThat(records.get(15).status()).contains(302);
        assertThat(records.get(18).truncation()).contains(Truncation.LENGTH);
        assertThat(records.get(3).truncation()).isEmpty();
    }

    @Test
    void visitsComeBackAndTellOfTheCaptureTheyGoWith() throws IOException {
        List<ArchivedRecord> records = written();
        assertThat(records.get(4).visit()).contains(Samples.visit());
        assertThat(records.get(4).concurrentTo()).contains(records.get(3).recordId());
        assertThat(records.get(2).concurrentTo()).contains(records.get(3).recordId());
        assertThat(records.get(7).visit().orElseThrow().outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(records.get(20).visit()).contains(Samples.failed(Outcome.TIMEOUT, "no answer in 20 s"));
        assertThat(records.get(20).targetUri()).contains(Samples.URL + "?slow");
        assertThat(records.get(20).concurrentTo()).isEmpty();
    }

    @Test
    void warcinfoAndClosingRecordTellOfTheRun() throws IOException {
        List<ArchivedRecord> records = written();
        assertThat(records.get(0).fields())
                .containsEntry("software", "annals/0.1.0")
                .containsEntry("isPartOf", Samples.run(0).run().value())
                .containsEntry("setting.delay", "3s");
        assertThat(records.get(0).targetUri()).isEmpty();
        assertThat(records.get(21).fields())
                .containsEntry("closes", Samples.run(0).run().value())
                .containsEntry("count.pages", "6");
        assertThat(records.get(21).visit()).isEmpty();
    }

    @Test
    void theCommitSaysWhatTheRunWas() throws IOException {
        written();
        try (Archive archive = Archive.openForReading(folder)) {
            Commit commit = archive.commits().get(0);
            assertThat(commit.previous()).isEqualTo(Optional.empty());
            assertThat(commit.run()).isEqualTo(Samples.run(0).run());
            assertThat(commit.settings()).isEqualTo(Samples.run(0).settings());
            assertThat(commit.counts()).isEqualTo(Map.of("pages", 6L, "errors", 1L));
            assertThat(commit.finishedAt()).isEqualTo(Samples.START.plusSeconds(60));
            assertThat(commit.files()).hasSize(1);
            assertThat(commit.files().get(0).length())
                    .isEqualTo(Files.size(folder.resolve(commit.files().get(0).path())));
            assertThat(archive.unfinished()).isEmpty();
        }
    }

    @Test
    void theBytesOfTheWireAreKept() throws IOException {
        written();
        try (Archive archive = Archive.openForReading(folder)) {
            String file = archive.files().get(0);
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            try (InputStream in = new GZIPInputStream(Files.newInputStream(folder.resolve(file)))) {
                in.transferTo(all);
            }
            String text = all.toString(StandardCharsets.ISO_8859_1);
            assertThat(text).contains("Transfer-Encoding: chunked\r\n\r\n64\r\n<html>");
            assertThat(text).contains("WARC-IP-Address: 203.0.113.7");
            assertThat(text).startsWith("WARC/1.1\r\n");
        }
    }

    @Test
    void theSameRecordsIdsAndTimesGiveTheSameBytes(@TempDir Path other) throws IOException {
        written();
        Map<String, byte[]> first = Samples.contents(folder);
        try (Archive archive = Archive.openForWriting(other, Samples.settings())) {
            ArchiveWriter writer = archive.write(Samples.run(0));
            Samples.writeAll(writer, Samples.START);
            Samples.commit(writer, Samples.START.plusSeconds(60));
        }
        Map<String, byte[]> second = Samples.contents(other);
        assertThat(second.keySet()).isEqualTo(first.keySet()).hasSize(3);
        first.forEach((name, bytes) -> assertThat(second.get(name)).as(name).isEqualTo(bytes));
    }

    @Test
    void jwarcAcceptsWhatWeWrite() throws Exception {
        written();
        try (Archive archive = Archive.openForReading(folder)) {
            List<Path> files = archive.files().stream().map(folder::resolve).toList();
            assertThat(Samples.jwarcSays(files)).isEmpty();
        }
    }

    private static String payload(ArchivedRecord record) {
        return new String(record.payload().orElseThrow().bytes(), StandardCharsets.UTF_8);
    }
}
