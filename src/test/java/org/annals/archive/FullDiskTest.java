package org.annals.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A real write that the system refuses: a child process whose files may not grow beyond a limit. */
class FullDiskTest {
    @TempDir
    Path folder;

    /** Writes exchanges until the system refuses one; prints how many were stored, and the message. */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        Random random = new Random(7);
        int stored = 0;
        try (Archive archive = Archive.openForWriting(folder)) {
            ArchiveWriter writer = archive.write(Samples.run(0));
            try {
                while (stored < 10_000) {
                    byte[] body = new byte[3000];
                    random.nextBytes(body);
                    writer.exchange(
                            Samples.page(
                                    Samples.URL + "?" + stored,
                                    new String(body, StandardCharsets.ISO_8859_1),
                                    Samples.START),
                            Samples.visit());
                    stored++;
                }
            } catch (ArchiveException e) {
                System.out.println(stored + " " + e.getMessage());
            }
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void whatTheDiskHasNoRoomForIsTakenBackWholeAndSaidInOneLine() throws Exception {
        Process process = new ProcessBuilder(
                        "sh",
                        "-c",
                        "ulimit -f 200; exec \"$0\" \"$@\"",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:-UsePerfData",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FullDiskTest.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        String said;
        try (InputStream out = process.getInputStream()) {
            said = new String(out.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said.lines()).hasSize(1);
        assertThat(said).contains("cannot append to", "at offset", "make room");
        int stored = Integer.parseInt(said.substring(0, said.indexOf(' ')));
        assertThat(stored).isPositive();

        List<Finding> findings = new ArrayList<>();
        Verifier.verify(folder, findings::add);
        assertThat(findings).isEmpty();
        try (Archive archive = Archive.openForWriting(folder)) {
            assertThat(archive.repairs()).isEmpty();
            assertThat(Samples.readAll(archive)).hasSize(1 + 3 * stored);
            assertThat(Files.size(folder.resolve(archive.files().get(0)))).isLessThan(200 * 1024);
        }
    }
}
