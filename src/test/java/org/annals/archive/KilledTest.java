package org.annals.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.annals.capture.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a process that was killed left behind, at every place where it can be killed. */
class KilledTest {
    @TempDir
    Path folder;

    private static final String FILE = "warc/2026/annals-20260301T080000250Z-00000.warc.gz";

    /** A run with two exchanges and no commit. */
    private void begin() throws IOException {
        try (Archive archive = Archive.openForWriting(folder, Samples.settings())) {
            ArchiveWriter writer = archive.write(Samples.run(0));
            writer.exchange(Samples.page(Samples.URL, "one", Samples.START.plusSeconds(1)), Samples.visit());
            writer.exchange(
                    Samples.page("http://x.cn/", "two", Samples.START.plusSeconds(2)),
                    Samples.failed(Outcome.ARCHIVED, ""));
            writer.close();
        }
    }

    @Test
    void aFileCutAnywhereInItsLastExchangeIsCutBackToTheOneBefore() throws IOException {
        begin();
        byte[] whole = Files.readAllBytes(folder.resolve(FILE));
        int lastGroup = (int) locations(FILE).get(4).location().offset();
        byte[] kept = Arrays.copyOf(whole, lastGroup);
        for (int cut = lastGroup; cut < whole.length; cut++) {
            Files.write(folder.resolve(FILE), Arrays.copyOf(whole, cut));
            try (Archive archive = Archive.openForWriting(folder, Samples.settings())) {
                assertThat(archive.repairs()).as("cut at " + cut).hasSize(cut == lastGroup ? 0 : 1);
                assertThat(archive.unfinished()).contains(Samples.run(0));
            }
            assertThat(Files.readAllBytes(folder.resolve(FILE)))
                    .as("cut at " + cut)
                    .isEqualTo(kept);
        }
        assertThat(findings()).isEmpty();
    }

    @Test
    void aFileWithoutAWholeWarcinfoIsTakenAway() throws IOException {
        begin();
        byte[] whole = Files.readAllBytes(folder.resolve(FILE));
        int warcinfo = (int) locations(FILE).get(0).location().length();
        for (int cut = 0; cut < warcinfo; cut++) {
            Files.write(folder.resolve(FILE), Arrays.copyOf(whole, cut));
            try (Archive archive = Archive.openForWriting(folder, Samples.settings())) {
                assertThat(archive.files()).as("cut at " + cut).isEmpty();
                assertThat(archive.repairs()).hasSize(1);
                assertThat(archive.unfinished()).isEmpty();
            }
        }
    }

    @Test
    void zerosAfterTheLastRecordAreCutOff() throws IOException {
        begin();
        byte[] whole = Files.readAllBytes(folder.resolve(FILE));
        Files.write(folder.resolve(FILE), Arrays.copyOf(whole, whole.length + 4096));
        try (Archive archive = Archive.openForWriting(folder, Samples.settings())) {
            assertThat(archive.repairs()).hasSize(1);
        }
        assertThat(Files.readAllBytes(folder.resolve(FILE))).isEqualTo(whole);
    }

    @Test
    void damageInTheMiddleOfAnUnfinishedFileCostsNothingThatFollows() throws IOException {
        begin();
        byte[] bytes = Files.readAllBytes(folder.resolve(FILE));
        bytes[(int) locations(FILE).get(2).location().offset() + 30] ^= 1;
        Files.write(folder.resolve(FILE), bytes);
        try (Archive archive = Archive.openForWriting(folder, Samples.settings())) {
            assertThat(archive.repairs()).hasSize(1).first().asString().contains("damaged");
        }
        assertThat(Files.readAllBytes(folder.resolve(FILE))).isEqualTo(bytes);
    }

    @Test
    void theRunGoesOnInANewFileAndIsCommittedAsOne() throws IOException {
        begin();
        try (Archive archive = Archive.openForWriting(folder, Samples.settings())) {
            ArchiveWriter writer = archive.write(archive.unfinished().orElseThrow());
            writer.exchange(Samples.page(Samples.URL + "?3", "three", Samples.START.plusSeconds(9)), Samples.visit());
            Samples.commit(writer, Samples.START.plusSeconds(60));
            assertThat(archive.unfinished()).isEmpty();
            assertThat(archive.commits().get(0).files())
                    .extracting(CommittedFile::path)
                    .containsExactly(FILE, FILE.replace("00000.", "00001."));
        }
        assertThat(findings()).isEmpty();
    }

    /**
     * The commit cut into what it changes on disk one after the other; each state must become the state after all of
     * them.
     */
    @Test
    void aCommitThatWasBrokenOffAtAnyStepIsFinishedOnTheNextOpening() throws IOException {
        begin();
        Map<String, byte[]> before = Samples.contents(folder);
        try (Archive archive = Archive.openForWriting(folder, Samples.settings())) {
            ArchiveWriter writer = archive.write(Samples.run(0));
            Samples.commit(writer, Samples.START.plusSeconds(60));
        }
        Map<String, byte[]> after = Samples.contents(folder);
        String closed = FILE.replace("00000.", "00001.");

        Map<String, byte[]> closingWritten = new LinkedHashMap<>(before);
        closingWritten.put(closed, after.get(closed));
        Map<String, byte[]> draftLeft = new LinkedHashMap<>(closingWritten);
        draftLeft.put("index.cdxj.draft", new byte[] {'c', 'n'});
        Map<String, byte[]> indexed = new LinkedHashMap<>(closingWritten);
        indexed.put("index.cdxj", after.get("index.cdxj"));
        List<Map<String, byte[]>> states = new ArrayList<>(List.of(closingWritten, draftLeft, indexed));
        byte[] line = after.get("commits.jsonl");
        for (int cut = 0; cut < line.length; cut += 11) {
            Map<String, byte[]> torn = new LinkedHashMap<>(indexed);
            torn.put("commits.jsonl", Arrays.copyOf(line, cut));
            states.add(torn);
        }
        for (Map<String, byte[]> state : states) {
            clear();
            Samples.restore(folder, state);
            try (Archive archive = Archive.openForWriting(folder, Samples.settings())) {
                assertThat(archive.repairs()).isNotEmpty();
                assertThat(archive.unfinished()).isEmpty();
            }
            Map<String, byte[]> mended = Samples.contents(folder);
            assertThat(mended.keySet()).isEqualTo(after.keySet());
            after.forEach((name, bytes) -> assertThat(mended.get(name)).as(name).isEqualTo(bytes));
        }
    }

    @Test
    void whatIsCommittedIsNeverChanged() throws IOException {
        begin();
        try (Archive archive = Archive.openForWriting(folder, Samples.settings())) {
            Samples.commit(archive.write(Samples.run(0)), Samples.START.plusSeconds(60));
        }
        byte[] whole = Files.readAllBytes(folder.resolve(FILE));
        byte[] torn = Arrays.copyOf(whole, whole.length - 7);
        Files.write(folder.resolve(FILE), torn);
        try (Archive archive = Archive.openForWriting(folder, Samples.settings())) {
            assertThat(archive.repairs()).isEmpty();
        }
        assertThat(Files.readAllBytes(folder.resolve(FILE))).isEqualTo(torn);
        assertThat(findings()).isNotEmpty();
    }

    @Test
    void aLostIndexIsMadeAgain() throws IOException {
        begin();
        try (Archive archive = Archive.openForWriting(folder, Samples.settings())) {
            Samples.commit(archive.write(Samples.run(0)), Samples.START.plusSeconds(60));
        }
        byte[] index = Files.readAllBytes(folder.resolve("index.cdxj"));
        Files.delete(folder.resolve("index.cdxj"));
        assertThat(findings()).hasSize(1);
        Archive.openForWriting(folder, Samples.settings()).close();
        assertThat(Files.readAllBytes(folder.resolve("index.cdxj"))).isEqualTo(index);
    }

    private List<ArchivedRecord> locations(String file) throws IOException {
        List<ArchivedRecord> records = new ArrayList<>();
        try (Archive archive = Archive.openForReading(folder)) {
            archive.read(file, 0, records::add);
        }
        return records;
    }

    private List<Finding> findings() throws IOException {
        List<Finding> findings = new ArrayList<>();
        Verifier.verify(folder, findings::add);
        return findings;
    }

    private void clear() throws IOException {
        for (String name : Samples.contents(folder).keySet()) {
            Files.delete(folder.resolve(name));
        }
    }
}
