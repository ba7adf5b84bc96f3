package org.annals;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How the launcher starts the program: Java, arguments, exit codes, signals. */
class LauncherTest extends LauncherFixture {
    @Test
    void launcherOfTheRepositoryIsExecutable() {
        assertThat(Path.of("annals")).isExecutable();
    }

    @Test
    void missingJavaIsOneLineThatSaysWhatToDo() throws Exception {
        Files.delete(bin.resolve("java"));

        assertThat(run("hello"))
                .isEqualTo(
                        new Ended(
                                2,
                                "",
                                "annals: no Java found; install a JDK 17 or later and set JAVA_HOME to it or put it on the PATH\n"));
    }

    @Test
    void emptyPathIsStillOneLine() throws Exception {
        Ended ended = run(Map.of("PATH", dir.resolve("nothing").toString()), "hello");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).startsWith("annals: no Java found; install").hasLineCount(1);
    }

    @Test
    void oldJavaIsNamedWithItsVersion() throws Exception {
        Path java = script("java", "echo 'openjdk version \"1.8.0_392\"' >&2");

        assertThat(run("hello"))
                .isEqualTo(new Ended(
                        2,
                        "",
                        "annals: the Java found (" + java + ") is version 8; install a JDK 17 or later and set"
                                + " JAVA_HOME to it or put it on the PATH\n"));
    }

    @Test
    void javaHomeGoesBeforeThePathUnlessItIsTooOld() throws Exception {
        Path good = Path.of(System.getProperty("java.home"));
        Path old = Files.createDirectories(dir.resolve("old jdk/bin"));
        Files.copy(script("oldjava", "echo 'openjdk version \"11.0.2\"' >&2"), old.resolve("java"));

        assertThat(run(Map.of("JAVA_HOME", old.getParent().toString()), "hello").out())
                .isEqualTo("[hello]\n");
        Files.delete(bin.resolve("java"));
        assertThat(run(Map.of("JAVA_HOME", good.toString()), "hello").out()).isEqualTo("[hello]\n");
        assertThat(run(Map.of("JAVA_HOME", dir.resolve("none").toString()), "hello")
                        .err())
                .startsWith("annals: no Java in JAVA_HOME (")
                .hasLineCount(1);
    }

    @Test
    void linkFromAnotherFolderWorksAndRelativePathsStayTheCallers() throws Exception {
        Path link =
                Files.createSymbolicLink(bin.resolve("archivist"), Path.of("../a folder with spaces/annals/annals"));

        assertThat(run(link, Map.of(), "property", "user.dir").out()).isEqualTo(elsewhere.toRealPath() + "\n");
    }

    @Test
    void argumentsPassUnchanged() throws Exception {
        assertThat(run("parse", "two words", "*", "", "$HOME", "年报.html").out())
                .isEqualTo("[parse, two words, *, , $HOME, 年报.html]\n");
    }

    @Test
    void outputIsUtf8EvenWithoutALocale() throws Exception {
        assertThat(run(Map.of("LC_ALL", "C"), "政府信息公开").out()).isEqualTo("[政府信息公开]\n");
    }

    @Test
    void optionsForJavaAreHonoured() throws Exception {
        Map<String, String> options = Map.of("ANNALS_JAVA_OPTS", "-Da=1 -Dannals.word=* -Xmx64m");

        assertThat(run(options, "property", "annals.word").out()).isEqualTo("*\n");
    }

    @Test
    void exitCodePasses() throws Exception {
        assertThat(run("exit", "0").code()).isZero();
        assertThat(run("exit", "1").code()).isEqualTo(1);
        assertThat(run("exit", "130").code()).isEqualTo(130);
    }

    @Test
    void signalReachesTheProgramItself() throws Exception {
        run("hello");
        Process process = start(root.resolve("annals"), Map.of(), "wait");
        try (var out = process.inputReader(UTF_8)) {
            assertThat(out.readLine()).isEqualTo("ready");
            process.toHandle().destroy();
            assertThat(out.readLine()).isEqualTo("state saved");
        }
        assertThat(process.waitFor()).isEqualTo(128 + 15);
    }
}
