package org.annals;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** When and how the launcher builds the program before it starts it. */
class LauncherBuildTest extends LauncherFixture {
    @Test
    void missingJarIsBuiltOnceWithOneLineOfNotice() throws Exception {
        Ended first = run("hello");
        assertThat(first).isEqualTo(new Ended(0, "[hello]\n", NOTICE));
        assertThat(builds()).containsExactly("-q -B -DskipTests package");

        assertThat(run("hello", "again")).isEqualTo(new Ended(0, "[hello, again]\n", ""));
        assertThat(builds()).hasSize(1);
    }

    @Test
    void jarOlderThanASourceOrThePomIsBuiltAgain() throws Exception {
        run("hello");
        age(root.resolve("target/annals.jar"));
        assertThat(run("hello").err()).isEqualTo(NOTICE);
        assertThat(run("hello").err()).isEmpty();

        for (String file : List.of("pom.xml", "src/main/java/Program.java")) {
            Files.setLastModifiedTime(
                    root.resolve(file), FileTime.from(Instant.now().plusSeconds(60)));
            assertThat(run("hello").err()).as(file).isEqualTo(NOTICE);
            age(root.resolve(file));
        }
        assertThat(builds()).hasSize(4);
    }

    @Test
    void builtJarRunsWithoutMaven() throws Exception {
        run("hello");
        Files.delete(bin.resolve("mvn"));

        assertThat(run("hello")).isEqualTo(new Ended(0, "[hello]\n", ""));
    }

    @Test
    void javaWithoutACompilerCannotBuild() throws Exception {
        script("java", "echo 'openjdk version \"21.0.1\"' >&2; echo '    java.home = /nowhere' >&2");

        Ended ended = run("hello");
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err())
                .contains("has no compiler; install a JDK 17 or later")
                .hasLineCount(1);
    }

    @Test
    void missingMavenIsOneLineThatSaysWhatToDo() throws Exception {
        Files.delete(bin.resolve("mvn"));

        assertThat(run("hello"))
                .isEqualTo(new Ended(
                        2,
                        "",
                        "annals: no Maven found; to build the program install Maven 3.8 or later and put mvn on the PATH or"
                                + " set MAVEN_HOME\n"));
    }

    @Test
    void oldMavenIsNamedAndMavenHomeTakenInstead() throws Exception {
        Path home = Files.createDirectories(dir.resolve("new maven/bin"));
        Files.copy(bin.resolve("mvn"), home.resolve("mvn"));
        maven("3.6.3", "exit 1");

        Ended ended = run("hello");
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err())
                .startsWith("annals: the Maven found (" + bin.resolve("mvn") + ") is version 3.6; to build")
                .hasLineCount(1);
        assertThat(run(Map.of("MAVEN_HOME", home.getParent().toString()), "hello")
                        .out())
                .isEqualTo("[hello]\n");
    }

    @Test
    void failedBuildShowsWhatMavenSaid() throws Exception {
        maven("4.0.1", "echo 'a line of no use'; echo '[ERROR] Program.java:[3,1] does not compile'; exit 1");

        Ended ended = run("hello");
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err())
                .isEqualTo(NOTICE
                        + "[ERROR] Program.java:[3,1] does not compile\nannals: the build failed; everything Maven"
                        + " said is in " + root.toRealPath() + "/target/annals-build.log\n");
        assertThat(root.resolve("target/annals.lock")).doesNotExist();
    }

    @Test
    void secondStartWaitsForTheBuildOfTheFirst() throws Exception {
        Path go = dir.resolve("go");
        maven(
                "3.8.1",
                "while [ ! -f '" + go + "' ]; do sleep 0.1; done; cp '" + dir.resolve("built.jar")
                        + "' target/annals.jar");
        Process first = start(root.resolve("annals"), Map.of(), "first");
        try (var firstErr = first.errorReader(UTF_8)) {
            assertThat(firstErr.readLine() + "\n").isEqualTo(NOTICE);
            Process second = start(root.resolve("annals"), Map.of(), "second");
            try (var secondErr = second.errorReader(UTF_8)) {
                assertThat(secondErr.readLine()).isEqualTo("annals: waiting for another start that builds the program");
                Files.createFile(go);
                assertThat(new String(second.getInputStream().readAllBytes(), UTF_8))
                        .isEqualTo("[second]\n");
                assertThat(secondErr.readLine()).isNull();
            }
        }
        assertThat(first.waitFor()).isZero();
        assertThat(builds()).hasSize(1);
    }

    @Test
    void lockOfAKilledBuildIsBrokenAndItsHalfWrittenJarThrownAway() throws Exception {
        Process gone = new ProcessBuilder("/bin/sh", "-c", "exit 0").start();
        gone.waitFor();
        Path target = Files.createDirectories(root.resolve("target"));
        Files.writeString(target.resolve("annals.jar"), "half a jar");
        Files.createSymbolicLink(target.resolve("annals.lock"), Path.of(Long.toString(gone.pid())));

        assertThat(run("hello")).isEqualTo(new Ended(0, "[hello]\n", NOTICE));
        assertThat(target.resolve("annals.lock")).doesNotExist();
    }

    @Test
    void interruptedBuildLeavesNeitherJarNorLock() throws Exception {
        maven("3.8.1", "echo half > target/annals.jar; exec sleep 1000");
        Process process = start(root.resolve("annals"), Map.of(), "hello");
        try (var err = process.errorReader(UTF_8)) {
            assertThat(err.readLine() + "\n").isEqualTo(NOTICE);
            process.toHandle().destroy();
            assertThat(process.waitFor()).isEqualTo(128 + 15);
        }
        assertThat(root.resolve("target/annals.jar")).doesNotExist();
        assertThat(Files.isSymbolicLink(root.resolve("target/annals.lock"))).isFalse();
    }
}
