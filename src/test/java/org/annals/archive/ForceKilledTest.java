package org.annals.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.annals.archive.ArchivedRecord.Type;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real process, killed without warning while it writes; what it said was stored must be there. */
class ForceKilledTest {
    @TempDir
    Path folder;

    /** Goes on with the unfinished run, or begins one; prints the address of each exchange once it is stored. */
    public static void main(String[] args) throws IOException {
        Random random = new Random(Long.parseLong(args[1]));
        try (Archive archive = Archive.openForWriting(Path.of(args[0]))) {
            ArchiveWriter writer = archive.write(archive.unfinished().orElse(Samples.run(0)));
            for (int i = 0; i < 100_000; i++) {
                String url = Samples.URL + "?" + args[1] + "-" + i;
                byte[] body = new byte[random.nextInt(60_000)];
                random.nextBytes(body);
                writer.exchange(
                        Samples.page(url, new String(body, StandardCharsets.ISO_8859_1), Samples.START),
                        Samples.visit());
                System.out.println(url);
            }
        }
    }

    @Test
    void whatWasSaidToBeStoredIsThereAfterEveryKill() throws Exception {
        Set<String> said = new HashSet<>();
        Random random = new Random(31);
        for (int round = 0; round < 4; round++) {
            said.addAll(killedAfter(1 + random.nextInt(30), round));
            List<Finding> findings = new ArrayList<>();
            try (Archive archive = Archive.openForWriting(folder)) {
                Set<String> stored = new HashSet<>();
                for (ArchivedRecord record : Samples.readAll(archive)) {
                    if (record.type() == Type.RESPONSE) {
                        stored.add(record.targetUri().orElseThrow());
                    }
                }
                assertThat(stored).containsAll(said);
                assertThat(archive.unfinished().map(RunInfo::run))
                        .isEqualTo(Optional.of(Samples.run(0).run()));
            }
            Verifier.verify(folder, findings::add);
            assertThat(findings).isEmpty();
        }
        try (Archive archive = Archive.openForWriting(folder)) {
            Samples.commit(archive.write(archive.unfinished().orElseThrow()), Samples.START);
            assertThat(Samples.jwarcSays(
                            archive.files().stream().map(folder::resolve).toList()))
                    .isEmpty();
        }
    }

    private Set<String> killedAfter(int lines, int round) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ForceKilledTest.class.getName(),
                        folder.toString(),
                        Integer.toString(round))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Set<String> said = new HashSet<>();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                said.add(line);
                if (said.size() == lines) {
                    process.toHandle().destroyForcibly(); // leaves what it has said to be read
                }
            }
        }
        process.waitFor();
        assertThat(said.size()).isGreaterThanOrEqualTo(lines);
        return said;
    }
}
