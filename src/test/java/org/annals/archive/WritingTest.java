package org.annals.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.annals.archive.ArchivedRecord.Type;
import org.annals.capture.RecordLocation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WritingTest {
    @TempDir
    Path folder;

    private List<Finding> findings() throws IOException {
        List<Finding> findings = new ArrayList<>();
        Verifier.verify(folder, findings::add);
        return findings;
    }

    @Test
    void aFullFileIsClosedAndTheNextOneBegun() throws Exception {
        try (Archive archive = Archive.openForWriting(folder, Samples.settings(4000))) {
            ArchiveWriter writer = archive.write(Samples.run(0));
            for (int i = 0; i < 12; i++) {
                writer.exchange(
                        Samples.page(Samples.URL + "?" + i % 6, "page " + i % 6, Samples.START.plusSeconds(i)),
                        Samples.visit());
            }
            Samples.commit(writer, Samples.START.plusSeconds(60));
            List<String> files = archive.files();
            assertThat(files).hasSizeGreaterThan(2).isSorted();
            assertThat(files.get(1)).endsWith("-00001.warc.gz");
            assertThat(archive.commits().get(0).files())
                    .extracting(CommittedFile::path)
                    .isEqualTo(files);
            for (String file : files) {
                List<ArchivedRecord> records = new ArrayList<>();
                archive.read(file, 0, records::add);
                assertThat(records.get(0).type()).isEqualTo(Type.WARCINFO);
            }
            assertThat(Samples.readAll(archive).stream().filter(r -> r.type() == Type.REVISIT))
                    .hasSize(6)
                    .allMatch(r -> r.payload().isPresent());
            assertThat(Samples.jwarcSays(files.stream().map(folder::resolve).toList()))
                    .isEmpty();
        }
        assertThat(findings()).isEmpty();
        assertThat(Files.readAllLines(folder.resolve("index.cdxj"))).hasSize(12);
    }

    @Test
    void filesStandInTheOrderInWhichTheyWereBegunNotOfTheirNames() throws IOException {
        try (Archive archive = Archive.openForWriting(folder, Samples.settings())) {
            archive.write(Samples.run(5)).close();
            archive.write(Samples.run(9)).close();
            archive.write(Samples.run(5)).close();
            assertThat(archive.files())
                    .extracting(file -> file.replaceAll(".*annals-", ""))
                    .containsExactly(
                            "20260306T080000250Z-00000.warc.gz",
                            "20260310T080000250Z-00000.warc.gz",
                            "20260306T080000250Z-00001.warc.gz");
            assertThat(archive.unfinished()).contains(Samples.run(5));
        }
    }

    @Test
    void aReaderSeesWhatIsWrittenWhileItIsWrittenAndGoesOnWhereItStopped() throws IOException {
        try (Archive archive = Archive.openForWriting(folder, Samples.settings())) {
            ArchiveWriter writer = archive.write(Samples.run(0));
            String file = archive.files().get(0);
            List<ArchivedRecord> seen = new ArrayList<>();
            long at = archive.read(file, 0, seen::add);
            assertThat(seen).hasSize(1);
            writer.exchange(Samples.page(Samples.URL, "x", Samples.START), Samples.visit());
            at = archive.read(file, at, seen::add);
            assertThat(seen).hasSize(4);
            assertThat(archive.read(file, at, seen::add)).isEqualTo(at);
            assertThat(seen.get(3).run()).contains(Samples.run(0).run());
        }
    }

    @Test
    void manyThreadsWriteWholeExchanges() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try (Archive archive = Archive.openForWriting(folder)) {
            ArchiveWriter writer = archive.write(Samples.run(0));
            List<Future<Stored>> stored = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                String url = Samples.URL + "?" + i;
                stored.add(
                        threads.submit(() -> writer.exchange(Samples.page(url, url, Samples.START), Samples.visit())));
            }
            for (int i = 0; i < 40; i++) {
                ArchivedRecord record = archive.read(stored.get(i).get().capture());
                assertThat(record.targetUri()).contains(Samples.URL + "?" + i);
            }
            Samples.commit(writer, Samples.START);
        } finally {
            threads.shutdownNow();
        }
        assertThat(findings()).isEmpty();
    }

    @Test
    void anInterruptedThreadStillWritesWhole() throws IOException {
        try (Archive archive = Archive.openForWriting(folder, Samples.settings())) {
            ArchiveWriter writer = archive.write(Samples.run(0));
            Thread.currentThread().interrupt();
            writer.exchange(
                    Samples.exchange(
                            Samples.URL,
                            "HTTP/1.1 200 OK",
                            List.of("Transfer-Encoding: chunked"),
                            Samples.chunked(new byte[] {1, 2, 3}, 2),
                            Samples.START,
                            null),
                    Samples.visit());
            List<ArchivedRecord> records = Samples.readAll(archive);
            assertThat(records.get(2).payload().orElseThrow().bytes()).containsExactly(1, 2, 3);
            Samples.commit(writer, Samples.START);
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(findings()).isEmpty();
    }

    @Test
    void aSecondWriterIsToldWhoHoldsTheArchive() throws IOException {
        try (Archive archive = Archive.openForWriting(folder)) {
            assertThat(archive.repairs()).isEmpty();
            assertThatThrownBy(() -> Archive.openForWriting(folder))
                    .isInstanceOf(ArchiveException.class)
                    .hasMessageContaining("process " + ProcessHandle.current().pid())
                    .hasMessageContaining("--archive");
            Archive.openForReading(folder).close();
        }
        Archive.openForWriting(folder).close();
    }

    @Test
    void aFolderThatCannotBeAnArchiveIsSaidInOneLine() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");
        assertThatThrownBy(() -> Archive.openForWriting(file))
                .isInstanceOf(ArchiveException.class)
                .hasMessageContaining(file.toString());
        assertThatThrownBy(() -> Archive.openForReading(folder))
                .isInstanceOf(ArchiveException.class)
                .hasMessageContaining("no archive");
    }

    @Test
    void whatIsMisusedIsRefused() throws IOException {
        try (Archive archive = Archive.openForWriting(folder, Samples.settings())) {
            ArchiveWriter writer = archive.write(Samples.run(0));
            assertThatThrownBy(() -> archive.write(Samples.run(1))).isInstanceOf(IllegalStateException.class);
            Samples.commit(writer, Samples.START);
            assertThatThrownBy(() -> Samples.commit(writer, Samples.START)).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> archive.write(Samples.run(0))).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() ->
                            archive.read(new RecordLocation(archive.files().get(0), 5, 10)))
                    .isInstanceOf(ArchiveException.class)
                    .hasMessageContaining("offset 5");
            assertThatThrownBy(() -> archive.read("../../etc/passwd.warc.gz", 0, r -> {}))
                    .isInstanceOf(ArchiveException.class);
        }
        try (Archive archive = Archive.openForReading(folder)) {
            assertThatThrownBy(() -> archive.write(Samples.run(1))).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(archive::rebuildIndex).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void theRebuiltIndexIsTheSame() throws IOException {
        try (Archive archive = Archive.openForWriting(folder, Samples.settings())) {
            for (int day = 0; day < 3; day++) {
                ArchiveWriter writer = archive.write(Samples.run(day));
                Samples.writeAll(writer, Samples.run(day).startedAt());
                Samples.commit(writer, Samples.run(day).startedAt());
            }
            Map<String, byte[]> before = Samples.contents(folder);
            Files.writeString(folder.resolve("index.cdxj"), "nonsense\n");
            archive.rebuildIndex();
            assertThat(Files.readAllBytes(folder.resolve("index.cdxj"))).isEqualTo(before.get("index.cdxj"));
            List<String> lines = Files.readAllLines(folder.resolve("index.cdxj"), StandardCharsets.US_ASCII);
            assertThat(lines).hasSize(18).isSorted();
            assertThat(lines.get(0)).startsWith("cn,gov,example)/zfxxgk/nb/2025.html 20260301080001 {\"url\":");
        }
    }

    @Test
    void commitsAreChainedByTheHashOfTheLineBefore() throws IOException {
        try (Archive archive = Archive.openForWriting(folder, Samples.settings())) {
            for (int day = 0; day < 3; day++) {
                Samples.commit(archive.write(Samples.run(day)), Samples.run(day).startedAt());
            }
            List<Commit> commits = archive.commits();
            List<String> lines = Files.readAllLines(folder.resolve("commits.jsonl"));
            assertThat(commits.get(0).previous()).isEmpty();
            for (int i = 1; i < 3; i++) {
                String hash = Sha256.hex(lines.get(i - 1).getBytes(StandardCharsets.UTF_8));
                assertThat(commits.get(i).previous()).contains(hash);
                assertThat(commits.get(i - 1).id()).isEqualTo(hash);
            }
        }
    }
}
