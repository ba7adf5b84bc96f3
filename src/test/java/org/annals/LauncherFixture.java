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
import java.util.concurrent.CountDownLatch;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * A copy of the repository in which the real launcher runs: its program is {@link Program}, its Maven a script, and its PATH holds only what a test puts there.
 */
abstract class LauncherFixture {
    static final String NOTICE = "annals: building the program (the first time Maven also fetches its libraries)\n";

    /** All that the launcher needs besides the shell, and cp for the tests' Maven. */
    private static final List<String> TOOLS =
            List.of("cp", "find", "grep", "ln", "mkdir", "readlink", "rm", "rmdir", "sed", "sleep", "tail", "touch");

    @TempDir
    Path dir;

    Path root;
    Path bin;
    Path elsewhere;

    /** What stands in the jar that the tests' Maven "builds". */
    public static final class Program {
        private Program() {}

        public static void main(String[] args) throws InterruptedException {
            switch (args[0]) {
                case "exit" -> System.exit(Integer.parseInt(args[1]));
                case "wait" -> {
                    Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("state saved")));
                    System.out.println("ready");
                    new CountDownLatch(1).await();
                }
                case "property" -> System.out.println(System.getProperty(args[1]));
                default -> System.out.println(Arrays.toString(args));
            }
        }
    }

    record Ended(int code, String out, String err) {}

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

    Ended run(String... arguments) throws IOException, InterruptedException {
        return run(Map.of(), arguments);
    }

    Ended run(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        return run(root.resolve("annals"), environment, arguments);
    }

    Ended run(Path launcher, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        Process process = start(launcher, environment, arguments);
        // What goes to stderr here is far less than a pipe holds, so reading one stream after the other cannot block.
        String out = new String(process.getInputStream().readAllBytes(), UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), UTF_8);
        return new Ended(process.waitFor(), out, err);
    }

    Process start(Path launcher, Map<String, String> environment, String... arguments) throws IOException {
        String[] command = new String[arguments.length + 1];
        command[0] = launcher.toString();
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        ProcessBuilder builder = new ProcessBuilder(command).directory(elsewhere.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", bin.toString());
        builder.environment().putAll(environment);
        return builder.start();
    }

    List<String> builds() throws IOException {
        return Files.readAllLines(dir.resolve("builds"));
    }

    void maven(String version, String whenBuilding) throws IOException {
        script("mvn", """
                if [ "$1" = -v ]; then printf '\\033[1mApache Maven %s (abc)\\033[m\\n'; exit; fi
                echo "$*" >> '%s'
                %s
                """.formatted(version, dir.resolve("builds"), whenBuilding));
    }

    Path script(String name, String body) throws IOException {
        Path file = bin.resolve(name);
        Files.deleteIfExists(file);
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }

    static void age(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
    }

    static Path onThePath(String tool) {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + tool + " on the PATH"));
    }

    static void writeJar(Path jar) throws IOException {
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
