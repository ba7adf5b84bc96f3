package org.annals.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifierTest {
    @TempDir
    Path folder;

    @BeforeEach
    void twoRuns() throws IOException {
        try (Archive archive = Archive.openForWriting(folder, Samples.settings())) {
            for (int day = 0; day < 2; day++) {
                ArchiveWriter writer = archive.write(Samples.run(day));
                Samples.writeAll(writer, Samples.run(day).startedAt());
                Samples.commit(writer, Samples.run(day).startedAt().plusSeconds(60));
            }
        }
    }

    private List<Finding> findings() throws IOException {
        List<Finding> findings = new ArrayList<>();
        Verified verified = Verifier.verify(folder, findings::add);
        assertThat(verified.findings()).isEqualTo(findings.size());
        return findings;
    }

    @Test
    void aSoundArchiveGivesNoFinding() throws IOException {
        List<Finding> findings = new ArrayList<>();
        Verified verified = Verifier.verify(folder, findings::add);
        assertThat(findings).isEmpty();
        assertThat(verified.files()).isEqualTo(2);
        assertThat(verified.records()).isEqualTo(44);
        assertThat(verified.commits()).isEqualTo(2);
    }

    @Test
    void anyFlippedByteIsFoundAndItsFileNamed() throws IOException {
        Random random = new Random(20260301);
        for (Map.Entry<String, byte[]> file : Samples.contents(folder).entrySet()) {
            Path path = folder.resolve(file.getKey());
            for (int i = 0; i < 50; i++) {
                byte[] bytes = file.getValue().clone();
                int at = random.nextInt(bytes.length);
                bytes[at] ^= (byte) (1 << random.nextInt(8));
                Files.write(path, bytes);
                List<Finding> findings = findings();
                assertThat(findings).as(file.getKey() + " at " + at).isNotEmpty();
                assertThat(findings).extracting(Finding::file).contains(file.getKey());
                if (file.getKey().endsWith(".gz")) {
                    assertThat(findings)
                            .as(file.getKey() + " at " + at)
                            .anyMatch(f -> f.file().equals(file.getKey()) && f.offset() >= 0 && f.offset() <= at);
                }
            }
            Files.write(path, file.getValue());
        }
        assertThat(findings()).isEmpty();
    }

    @Test
    void aDamagedRecordCostsItselfAndIsNamed() throws IOException {
        List<ArchivedRecord> records;
        String file;
        try (Archive archive = Archive.openForReading(folder)) {
            records = Samples.readAll(archive);
            file = archive.files().get(0);
        }
        ArchivedRecord chunked = records.get(9);
        flip(file, (int) chunked.location().offset() + 40);
        assertThat(findings())
                .anyMatch(f -> f.file().equals(file)
                        && f.offset() == chunked.location().offset()
                        && f.record().contains(Samples.URL + "?chunked"));
        List<String> read = new ArrayList<>();
        List<Finding> damage = new ArrayList<>();
        try (Archive archive = Archive.openForReading(folder)) {
            archive.read(file, 0, record -> read.add(record.recordId()), damage::add);
        }
        assertThat(damage).hasSize(1);
        assertThat(read).hasSize(21).doesNotContain(chunked.recordId());
    }

    /** Even where the checksum alone is wrong, and for records that are in no index. */
    @Test
    void aDamagedMetadataRecordIsNamedByItsTypeAndTarget() throws IOException {
        ArchivedRecord metadata;
        try (Archive archive = Archive.openForReading(folder)) {
            metadata = Samples.readAll(archive).get(20);
        }
        String file = metadata.location().warcPath();
        long end = metadata.location().offset() + metadata.location().length();
        flip(file, (int) end - 8);
        assertThat(findings())
                .anyMatch(f -> f.offset() == metadata.location().offset()
                        && f.record().equals("metadata " + Samples.URL + "?slow"));
    }

    @Test
    void aForgedCommitIsFoundEvenIfItIsTheLast() throws IOException {
        Path commits = folder.resolve("commits.jsonl");
        String text = Files.readString(commits);
        int last = text.lastIndexOf("\"pages\":6");
        Files.writeString(commits, text.substring(0, last) + "\"pages\":7" + text.substring(last + 9));
        assertThat(findings())
                .singleElement()
                .satisfies(f -> assertThat(f.toString())
                        .contains("commits.jsonl", Samples.run(1).run().value()));
    }

    @Test
    void aForgedEarlierCommitBreaksTheChain() throws IOException {
        Path commits = folder.resolve("commits.jsonl");
        String text = Files.readString(commits);
        Files.writeString(commits, text.replaceFirst("\"pages\":6", "\"pages\":7"));
        assertThat(findings()).hasSize(2).anyMatch(f -> f.problem().contains("as the commit before it"));
    }

    @Test
    void aMissingFileIsNamed() throws IOException {
        String file;
        try (Archive archive = Archive.openForReading(folder)) {
            file = archive.files().get(1);
        }
        Files.delete(folder.resolve(file));
        assertThat(findings())
                .anyMatch(f -> f.file().equals(file) && f.problem().startsWith("missing"));
    }

    @Test
    void aMissingIndexLineAndAStrangeOneAreNamed() throws IOException {
        Path index = folder.resolve("index.cdxj");
        List<String> lines = new ArrayList<>(Files.readAllLines(index));
        lines.remove(3);
        Files.write(index, lines);
        assertThat(findings())
                .singleElement()
                .satisfies(f -> assertThat(f.problem()).contains("missing"));
        lines.add(3, lines.get(2));
        Files.write(index, lines);
        assertThat(findings()).isNotEmpty();
    }

    @Test
    void aFileCutShortIsNamed() throws IOException {
        String file;
        try (Archive archive = Archive.openForReading(folder)) {
            file = archive.files().get(0);
        }
        byte[] bytes = Files.readAllBytes(folder.resolve(file));
        Files.write(folder.resolve(file), Arrays.copyOf(bytes, bytes.length - 50));
        assertThat(findings()).anyMatch(f -> f.file().equals(file) && f.offset() > 0);
    }

    /** With the hash of the changed line put right in the line after it, which therefore has another hash itself. */
    @Test
    void aForgedCommitWithTheChainMendedBehindItIsFound() throws IOException {
        Path commits = folder.resolve("commits.jsonl");
        List<String> lines = new ArrayList<>(Files.readAllLines(commits));
        String before = Sha256.hex(lines.get(0).getBytes(StandardCharsets.UTF_8));
        lines.set(0, lines.get(0).replace("\"pages\":6", "\"pages\":7"));
        String after = Sha256.hex(lines.get(0).getBytes(StandardCharsets.UTF_8));
        lines.set(1, lines.get(1).replace(before, after));
        Files.writeString(commits, String.join("\n", lines) + "\n");
        assertThat(findings())
                .singleElement()
                .satisfies(f -> assertThat(f.toString())
                        .contains(
                                "commits.jsonl at offset 0",
                                Samples.run(0).run().value(),
                                "closing record"));
    }

    @Test
    void aCommitOfOtherFilesInPlaceOfTheLastIsFound() throws IOException {
        Path commits = folder.resolve("commits.jsonl");
        List<String> lines = new ArrayList<>(Files.readAllLines(commits));
        lines.set(1, lines.get(1).replaceFirst("\"sha256\":\"[0-9a-f]{64}\"", "\"sha256\":\"" + "0".repeat(64) + "\""));
        Files.writeString(commits, String.join("\n", lines) + "\n");
        assertThat(findings())
                .isNotEmpty()
                .allMatch(f -> f.toString().contains(Samples.run(1).run().value()));
    }

    private List<Finding> quickFindings() throws IOException {
        List<Finding> findings = new ArrayList<>();
        Verifier.quick(folder, findings::add);
        return findings;
    }

    @Test
    void theQuickCheckFindsBrokenChainsLengthsAndIndexes() throws IOException {
        assertThat(quickFindings()).isEmpty();
        Map<String, byte[]> sound = Samples.contents(folder);
        Path commits = folder.resolve("commits.jsonl");
        Files.writeString(commits, Files.readString(commits).replaceFirst("\"pages\":6", "\"pages\":7"));
        assertThat(quickFindings())
                .singleElement()
                .satisfies(f -> assertThat(f.problem()).contains("as the commit before it"));

        Samples.restore(folder, sound);
        Path index = folder.resolve("index.cdxj");
        List<String> lines = new ArrayList<>(Files.readAllLines(index));
        Collections.swap(lines, 1, 2);
        lines.set(3, lines.get(3).replaceFirst("\"offset\":\"\\d+\"", "\"offset\":\"99999999\""));
        Files.write(index, lines);
        assertThat(quickFindings())
                .hasSizeGreaterThanOrEqualTo(2)
                .allMatch(f -> f.file().equals("index.cdxj"));

        Samples.restore(folder, sound);
        String file;
        try (Archive archive = Archive.openForReading(folder)) {
            file = archive.files().get(0);
        }
        byte[] bytes = Files.readAllBytes(folder.resolve(file));
        Files.write(folder.resolve(file), Arrays.copyOf(bytes, bytes.length - 1));
        assertThat(quickFindings()).anyMatch(f -> f.file().equals(file) && f.offset() == bytes.length - 1);
        Files.delete(folder.resolve(file));
        assertThat(quickFindings())
                .anyMatch(f -> f.file().equals(file) && f.problem().startsWith("missing"));
    }

    @Test
    void whatIsNotAnArchiveIsSaidInOneLine(@TempDir Path empty) {
        assertThat(catchThrowable(() -> Verifier.verify(empty, f -> {})))
                .isInstanceOf(ArchiveException.class)
                .hasMessageContaining("no archive")
                .hasMessageContaining("--archive");
    }

    private void flip(String file, int at) throws IOException {
        byte[] bytes = Files.readAllBytes(folder.resolve(file));
        bytes[at] ^= 1;
        Files.write(folder.resolve(file), bytes);
    }
}
