package org.annals.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.annals.archive.ArchivedRecord.Type;
import org.annals.capture.Exchange;
import org.annals.capture.Truncation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.MessageHeaders;

class RevisitTest {
    @TempDir
    Path folder;

    private int seconds;
    private int runs;

    private Instant now() {
        return Samples.START.plusSeconds(seconds++);
    }

    /** Writes each text as an answer of its address, in a run of its own; tells which became revisits. */
    private List<Boolean> visits(String url, String... texts) throws IOException {
        List<Boolean> revisits = new ArrayList<>();
        for (String text : texts) {
            revisits.add(write(Samples.page(url, text, now())));
        }
        return revisits;
    }

    private boolean write(Exchange exchange) throws IOException {
        try (Archive archive = Archive.openForWriting(folder)) {
            ArchiveWriter writer = archive.write(Samples.run(runs));
            boolean revisit = writer.exchange(exchange, Samples.visit()).revisit();
            Samples.commit(writer, Samples.run(runs++).startedAt());
            return revisit;
        }
    }

    @Test
    void theSamePayloadOfTheSameAddressIsARevisit() throws IOException {
        assertThat(visits(Samples.URL, "a", "a", "a")).containsExactly(false, true, true);
        try (Archive archive = Archive.openForReading(folder)) {
            List<ArchivedRecord> captures = captures(archive);
            assertThat(captures)
                    .allSatisfy(c -> assertThat(c.payload().orElseThrow().bytes())
                            .isEqualTo("a".getBytes(StandardCharsets.UTF_8)));
        }
        assertThat(findings()).isEmpty();
    }

    @Test
    void aPageThatChangesAndChangesBackIsNoRevisit() throws IOException {
        assertThat(visits(Samples.URL, "a", "b", "a", "a")).containsExactly(false, false, false, true);
    }

    @Test
    void theSamePayloadOfAnotherAddressIsNone() throws IOException {
        assertThat(visits(Samples.URL, "a")).containsExactly(false);
        assertThat(visits(Samples.URL + "?other", "a")).containsExactly(false);
        // the same key in the index, and yet another address
        assertThat(visits("https://example.gov.cn/zfxxgk/nb/2025.html", "a")).containsExactly(false);
    }

    @Test
    void anAnswerThatIsNot200IsNoneAndBreaksTheRow() throws IOException {
        byte[] body = "gone".getBytes(StandardCharsets.UTF_8);
        assertThat(visits(Samples.URL, "gone")).containsExactly(false);
        assertThat(write(Samples.exchange(Samples.URL, "HTTP/1.1 404 Not Found", List.of(), body, now(), null)))
                .isFalse();
        assertThat(write(Samples.exchange(Samples.URL, "HTTP/1.1 404 Not Found", List.of(), body, now(), null)))
                .isFalse();
        assertThat(visits(Samples.URL, "gone", "gone")).containsExactly(false, true);
    }

    @Test
    void aCutAnswerIsNeitherARevisitNorReferredTo() throws IOException {
        byte[] body = "half".getBytes(StandardCharsets.UTF_8);
        Exchange cut = Samples.exchange(
                Samples.URL, "HTTP/1.1 200 OK", List.of("Content-Type: text/html"), body, now(), Truncation.DISCONNECT);
        assertThat(write(cut)).isFalse();
        assertThat(write(cut)).isFalse();
        assertThat(visits(Samples.URL, "half")).containsExactly(false);
        assertThat(write(cut)).isFalse();
    }

    @Test
    void aRevisitWithinTheRunBeforeAnyCommitIsKnownToo() throws IOException {
        try (Archive archive = Archive.openForWriting(folder)) {
            ArchiveWriter writer = archive.write(Samples.run(0));
            writer.exchange(Samples.page(Samples.URL, "a", now()), Samples.visit());
            writer.close();
        }
        try (Archive archive = Archive.openForWriting(folder)) {
            ArchiveWriter writer = archive.write(archive.unfinished().orElseThrow());
            assertThat(writer.exchange(Samples.page(Samples.URL, "a", now()), Samples.visit())
                            .revisit())
                    .isTrue();
        }
    }

    @Test
    void aDamagedOriginalIsNotReferredTo() throws IOException {
        visits(Samples.URL, "a");
        Path file;
        int at;
        try (Archive archive = Archive.openForReading(folder)) {
            ArchivedRecord original = captures(archive).get(0);
            file = folder.resolve(original.location().warcPath());
            at = (int) original.location().offset() + 50;
        }
        byte[] bytes = Files.readAllBytes(file);
        bytes[at] ^= 1;
        Files.write(file, bytes);
        assertThat(visits(Samples.URL, "a")).containsExactly(false);
    }

    @Test
    void aRevisitWhoseOriginalIsLostHasNoPayloadAndIsFound() throws IOException {
        visits(Samples.URL, "a", "a");
        String first;
        try (Archive archive = Archive.openForReading(folder)) {
            first = archive.files().get(0);
        }
        Files.delete(folder.resolve(first));
        try (Archive archive = Archive.openForReading(folder)) {
            assertThat(captures(archive).get(0).payload()).isEmpty();
        }
        assertThat(findings()).anyMatch(f -> f.record().equals("revisit " + Samples.URL));
    }

    @Test
    void withoutTheHintsInItsHeaderARevisitIsResolvedByTheIndex() throws IOException {
        visits(Samples.URL, "a", "a");
        ArchiveFolder archiveFolder = new ArchiveFolder(folder);
        CaptureIndex index = new CaptureIndex(archiveFolder);
        IndexEntry revisit = index.captures(Samples.URL).get(1);
        assertThat(revisit.isRevisit()).isTrue();
        try (MemberReader reader = new MemberReader(
                folder.resolve(revisit.location().warcPath()),
                revisit.location().warcPath())) {
            RawRecord raw = reader.read(revisit.location().offset());
            RawRecord bare = new RawRecord(
                    raw.version(),
                    MessageHeaders.of(
                            "WARC-Type",
                            "revisit",
                            "WARC-Target-URI",
                            Samples.URL,
                            "WARC-Payload-Digest",
                            raw.header("WARC-Payload-Digest").orElseThrow()),
                    raw.block(),
                    raw.location());
            assertThat(new Originals(archiveFolder, index).of(bare).map(RawRecord::type))
                    .contains("response");
        }
    }

    private static List<ArchivedRecord> captures(Archive archive) throws IOException {
        return Samples.readAll(archive).stream()
                .filter(r -> r.type() == Type.RESPONSE || r.type() == Type.REVISIT)
                .toList();
    }

    private List<Finding> findings() throws IOException {
        List<Finding> findings = new ArrayList<>();
        Verifier.verify(folder, findings::add);
        return findings;
    }
}
