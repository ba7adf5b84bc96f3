package org.annals.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Documents made to be too much end in time, in 512 MB for program and documents together, and give no number that is not there. */
class HostileSizesTest {
    @TempDir
    Path folder;

    @Test
    @Timeout(300)
    void whatIsTooMuchIsReadInASmallHeap() throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-Dfile.encoding=UTF-8",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HostileSizes.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        try {
            process.waitFor(280, TimeUnit.SECONDS);
        } finally {
            process.destroyForcibly();
        }
        String said = Files.readString(out, StandardCharsets.UTF_8);
        List<String> lines = said.lines().toList();
        assertThat(lines).as(said).hasSameSizeAs(HostileSizes.documents().keySet());
        Map<String, String> numbers = lines.stream()
                .map(line -> line.split("\t"))
                .collect(Collectors.toMap(line -> line[0], line -> line[1]));
        assertThat(numbers.remove("a sound report")).isEqualTo("200");
        assertThat(numbers.remove("half a report")).isNotEqualTo("200");
        assertThat(numbers.remove("a report behind 10,000 tables")).isIn("0", "200");
        assertThat(numbers.remove("30 MB of words")).isIn("0", "200");
        assertThat(numbers)
                .allSatisfy((name, count) -> assertThat(count).as(name).isEqualTo("0"));
    }
}
