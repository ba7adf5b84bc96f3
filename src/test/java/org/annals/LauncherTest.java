package org.annals;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the real launcher in a copy of the repository whose program is {@link Program}, with a PATH that holds only what a test puts there. */
class LauncherTest {
    private static final String NOTICE =
            "annals: building the program (the first time Maven also fetches its libraries)\n";

    /** All that the launcher needs besides the shell, and cp for the tests' Maven. */
    private static final List<String> TOOLS = List.of(
            "cp", "dirname", "find", "grep", "ln", "mkdir", "readlink", "rm", "rmdir", "sed", "sleep", "tail", "touch");

    @TempDir
    Path dir;

    private Path root;
    private Path bin;
    private Path elsewhere;

    /** What stands in the jar that the tests' Maven "builds". */
    public static final class Program {
        private Program() {}

        public static void main(String[] args) throws InterruptedException {
            switch (args[0]) {
                case "exit" -> System.exit(Integer.parseInt(args[1]));
                case "wait" -> {
                    Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("state saved")));
                    System.out.println("ready");
                    Thread.sleep(Long.MAX_VALUE);
                }
                case "property" -> System.out.println(System.getProperty(args[1]));
                default -> System.out.println(Arrays.toString(args));
            }
        }
    }

    private record Ended(int code, String out, String err) {}

    @BeforeEach
    void copyOfTheRepository() throws IOException {
        root = Files.createDirectories(dir.resolve("a folder with spaces").resolve("annals"));
        Files.copy(Path.of("annals"), root.resolve("annals"));
        assertThat(root.resolve("annals").toFile().setExecutable(true)).isTrue();
        Files.createDirectories(root.resolve("src/main/java"));
        Files.writeString(root.resolve("src/main/java/Program.java"), "a source");
        Files.writeString(root.resolve("pom.xml"), "<project/>");
        elsewhere = Files.createDirectories(dir.resolve("else where"));
        bin = Files.createDirectories(dir.resolve("bin"));
        for (String tool : TOOLS) {
            script(tool, "exec '" + onThePath(tool) + "' \"$@\"");
        }
        writeJar(dir.resolve("built.jar"));
        script("java", "exec '" + Path.of(System.getProperty("java.home"), "bin", "java") + "' \"$@\"");
        maven("3.9.9", "cp '" + dir.resolve("built.jar") + "' target/annals.jar");
    }

    @Test
    void launcherOfTheRepositoryIsExecutable() {
        assertThat(Path.of("annals")).isExecutable();
    }

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
    void javaWithoutACompilerCannotBuild() throws Exception {
        script("java", "echo 'openjdk version \"21.0.1\"' >&2; echo '    java.home = /nowhere' >&2");

        Ended ended = run("hello");
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err())
                .contains("has no compiler; install a JDK 17 or later")
                .hasLineCount(1);
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

    private Ended run(String... arguments) throws IOException, InterruptedException {
        return run(Map.of(), arguments);
    }

    private Ended run(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        return run(root.resolve("annals"), environment, arguments);
    }

    private Ended run(Path launcher, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        Process process = start(launcher, environment, arguments);
        // What goes to stderr here is far less than a pipe holds, so reading one stream after the other cannot block.
        String out = new String(process.getInputStream().readAllBytes(), UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), UTF_8);
        return new Ended(process.waitFor(), out, err);
    }

    private Process start(Path launcher, Map<String, String> environment, String... arguments) throws IOException {
        String[] command = new String[arguments.length + 1];
        command[0] = launcher.toString();
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        ProcessBuilder builder = new ProcessBuilder(command).directory(elsewhere.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", bin.toString());
        builder.environment().putAll(environment);
        return builder.start();
    }

    private List<String> builds() throws IOException {
        return Files.readAllLines(dir.resolve("builds"));
    }

    private void maven(String version, String whenBuilding) throws IOException {
        script("mvn", """
                if [ "$1" = -v ]; then printf '\\033[1mApache Maven %s (abc)\\033[m\\n'; exit; fi
                echo "$*" >> '%s'
                %s
                """.formatted(version, dir.resolve("builds"), whenBuilding));
    }

    private Path script(String name, String body) throws IOException {
        Path file = bin.resolve(name);
        Files.deleteIfExists(file);
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }

    private static void age(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
    }

    private static Path onThePath(String tool) {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + tool + " on the PATH"));
    }

    private static void writeJar(Path jar) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Program.class.getName());
        String entry = Program.class.getName().replace('.', '/') + ".class";
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                InputStream in = LauncherTest.class.getClassLoader().getResourceAsStream(entry)) {
            out.putNextEntry(new JarEntry(entry));
            in.transferTo(out);
        }
    }
}
