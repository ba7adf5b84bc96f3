package org.annals.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An archive of three runs whose parts are sound each and do not belong together any more. */
class TamperedArchiveTest {
    private static final String COMMITS = "commits.jsonl";
    private static final String INDEX = "index.cdxj";

    @TempDir
    Path folder;

    @BeforeEach
    void threeRuns() throws IOException {
        try (Archive archive = Archive.openForWriting(folder, Samples.settings())) {
            for (int day = 0; day < 3; day++) {
                ArchiveWriter writer = archive.write(Samples.run(day));
                Samples.writeAll(writer, Samples.run(day).startedAt());
                Samples.commit(writer, Samples.run(day).startedAt().plusSeconds(60));
            }
        }
    }

    private List<Finding> findings() throws IOException {
        List<Finding> findings = new ArrayList<>();
        Verifier.verify(folder, findings::add);
        return findings;
    }

    private List<String> lines(String file) throws IOException {
        return new ArrayList<>(Files.readAllLines(folder.resolve(file)));
    }

    private void write(String file, List<String> lines) throws IOException {
        Files.writeString(folder.resolve(file), String.join("\n", lines) + "\n");
    }

    private List<String> warcs() throws IOException {
        try (Archive archive = Archive.openForReading(folder)) {
            return archive.files();
        }
    }

    private static String run(int day) {
        return Samples.run(day).run().value();
    }

    @Test
    void twoFilesThatChangedPlacesAreBothNamed() throws IOException {
        List<String> files = warcs();
        Path aside = folder.resolve("aside");
        Files.move(folder.resolve(files.get(0)), aside);
        Files.move(folder.resolve(files.get(1)), folder.resolve(files.get(0)));
        Files.move(aside, folder.resolve(files.get(1)));
        List<Finding> findings = findings();
        assertThat(findings)
                .filteredOn(finding -> finding.problem().contains("its warcinfo run"))
                .extracting(Finding::file)
                .containsExactly(files.get(0), files.get(1));
        assertThat(findings)
                .filteredOn(finding -> finding.problem().contains("were committed"))
                .extracting(Finding::file)
                .containsExactly(files.get(0), files.get(1));
    }

    @Test
    void commitsInAnotherOrderBreakTheChain() throws IOException {
        List<String> commits = lines(COMMITS);
        Collections.swap(commits, 0, 1);
        write(COMMITS, commits);
        assertThat(findings())
                .isNotEmpty()
                .anySatisfy(finding -> assertThat(finding.toString()).contains(COMMITS, "offset 0", run(1)));
    }

    @Test
    void aCommitTakenOutOfTheMiddleBreaksTheChain() throws IOException {
        List<String> commits = lines(COMMITS);
        commits.remove(1);
        write(COMMITS, commits);
        assertThat(findings())
                .anySatisfy(finding -> assertThat(finding.toString())
                        .contains(COMMITS, "offset " + (commits.get(0).length() + 1), run(2)));
    }

    @Test
    void theLastCommitTakenAwayIsMissed() throws IOException {
        List<String> commits = lines(COMMITS);
        write(COMMITS, commits.subList(0, 2));
        assertThat(findings())
                .anySatisfy(finding -> assertThat(finding.toString()).contains(run(2)));
    }

    @Test
    void allCommitsTakenAwayAreMissed() throws IOException {
        Files.delete(folder.resolve(COMMITS));
        assertThat(findings())
                .extracting(Finding::toString)
                .anySatisfy(text -> assertThat(text).contains(run(2)));
    }

    @Test
    void aChangedIndexLineIsNamedWithItsPlace() throws IOException {
        List<String> sound = lines(INDEX);
        for (String[] change : new String[][] {
            {"\"status\":\"200\"", "\"status\":\"404\""},
            {"\"digest\":\"sha256:.", "\"digest\":\"sha256:x"},
            {"\"offset\":\"", "\"offset\":\"1"}
        }) {
            List<String> lines = new ArrayList<>(sound);
            int at = 0;
            while (!lines.get(at).contains("\"200\"")) {
                at++;
            }
            lines.set(at, lines.get(at).replaceFirst(change[0], change[1]));
            write(INDEX, lines);
            String url = sound.get(at).replaceFirst(".*\"url\":\"([^\"]*)\".*", "$1");
            assertThat(findings()).as(change[0]).isNotEmpty().allSatisfy(finding -> {
                assertThat(finding.file()).isEqualTo(INDEX);
                assertThat(finding.toString()).contains(url);
            });
        }
    }
}
