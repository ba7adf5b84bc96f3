package org.annals;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rooms table of ARCHITECTURE.md against the sources: what stands there is what the code does. */
class LayeringTest {
    @Test
    void sourcesKeepToTheTableOfArchitecture() throws IOException {
        assertThat(Layering.faults(Path.of(""))).isEmpty();
    }

    @Test
    void everyClassAndFileThatTheTextNamesIsThere() throws IOException {
        Set<String> classes;
        try (var walk = Files.walk(Path.of("src"))) {
            classes = walk.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.replace(".java", ""))
                    .collect(Collectors.toSet());
        }
        List<String> named = Pattern.compile("`([^`\\s]+)`")
                .matcher(Files.readString(Path.of("ARCHITECTURE.md")))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(named).contains("Crawler", "seeds/");
        assertThat(named)
                .filteredOn(name -> name.matches("[A-Z][a-z]\\w+"))
                .allSatisfy(name -> assertThat(classes).contains(name));
        assertThat(named)
                .filteredOn(name -> name.matches("[\\w./]+/[\\w./]*|pom\\.xml"))
                .allSatisfy(name -> assertThat(Path.of(name)).exists());
    }

    @Test
    void aTreeThatKeepsToItsTableHasNoFault(@TempDir Path root) throws IOException {
        tree(root);
        assertThat(Layering.faults(root)).isEmpty();
    }

    @Test
    void importOfAnUnlistedRoomIsFound(@TempDir Path root) throws IOException {
        tree(root);
        source(root, "parse", "import org.annals.store.Store;\nclass Bad {}");
        assertThat(Layering.faults(root)).containsExactly("parse/Bad.java: parse may not import store");
    }

    @Test
    void fullyQualifiedUseIsFoundAndCommentsAndStringsAreNot(@TempDir Path root) throws IOException {
        tree(root);
        source(
                root,
                "parse",
                "/** {@link org.annals.store.Store} */ class Bad {\n// org.annals.store.Store\n"
                        + "String s = \"org.annals.store.Store \\\" java.nio.file\"; char c = '\"';\n"
                        + "String t = \"\"\"\n a \"quoted\" System.out org.annals.store.X\n\"\"\"; }");
        assertThat(Layering.faults(root)).isEmpty();

        source(root, "parse", "class Bad { char c = '\"'; Object o = new org.annals.store.Store(); }");
        assertThat(Layering.faults(root)).containsExactly("parse/Bad.java: parse may not import store");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "import java.io.File; class Bad {}",
                "import java.io.FileInputStream; class Bad {}",
                "import java.nio.file.Path; class Bad {}",
                "class Bad { byte[] b(String s) throws Exception { return java.nio.file.Files.readAllBytes(null); } }",
                "import java.net.http.HttpClient; class Bad {}",
                "import java.net.Socket; class Bad {}",
                "import java.net.ServerSocket; class Bad {}",
                "import java.net.SocketAddress; class Bad {}",
                "import java.sql.Connection; class Bad {}",
                "import org.slf4j.Logger; class Bad {}",
                "import java.time.Clock; class Bad {}",
                "class Bad { Object o = java.time.Instant.now(); }",
                "class Bad { Object o = LocalDate.now(ZONE); }",
                "class Bad { Supplier<Instant> o = Instant::now; }",
                "class Bad { long t = System.currentTimeMillis(); }",
                "class Bad { long t = System . nanoTime(); }",
                "class Bad { { System.out.println(); } }",
                "class Bad { { System.err.println(); } }",
                "import static java.lang.System.out; class Bad {}",
                "class Bad { String s = System.getProperty(\"user.dir\"); }",
                "class Bad { Object o = Locale.getDefault(); }",
                "class Bad { Object o = new Random(); }",
                "class Bad { private static int count; }",
                "class Bad { static Map<String, List<String>> cache = new HashMap<>(); }",
            })
    void whatIsNotPureIsFoundInAPureRoom(String code, @TempDir Path root) throws IOException {
        tree(root);
        source(root, "parse", code);
        assertThat(Layering.faults(root))
                .isNotEmpty()
                .allSatisfy(fault -> assertThat(fault).startsWith("parse/Bad.java: "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "import java.io.InputStream; class Good { static final int A = 1; static int twice(int a) { return a; } }",
                "class Good { static <T> T of(T t) { return t; } private static final Map<String, Integer> M = Map.of(); }",
                "class Good { Object o = Good.class.getResourceAsStream(\"fields.csv\"); void f() { System.arraycopy(a, 0, b, 0, 1); } }",
            })
    void whatIsPureIsNoFault(String code, @TempDir Path root) throws IOException {
        tree(root);
        source(root, "parse", code);
        assertThat(Layering.faults(root)).isEmpty();
    }

    @Test
    void libraryOutsideItsRoomIsFound(@TempDir Path root) throws IOException {
        tree(root);
        source(root, "store", "import org.jsoup.Jsoup;\nclass Bad { Object o = picocli.CommandLine.class; }");
        assertThat(Layering.faults(root))
                .containsExactly(
                        "store/Bad.java: jsoup is no library of store",
                        "store/Bad.java: picocli is no library of store");
    }

    @Test
    void unknownLibraryAndStarImportAreFound(@TempDir Path root) throws IOException {
        tree(root);
        source(root, "store", "import com.google.common.collect.Lists;\nimport java.nio.*;\nclass Bad {}");
        assertThat(Layering.faults(root))
                .containsExactly(
                        "store/Bad.java: com.google.common.collect.Lists belongs to no library that the table knows",
                        "store/Bad.java: import java.nio.* hides what is used");
    }

    @Test
    void roomMissingInTheTableOrInTheSourceIsFound(@TempDir Path root) throws IOException {
        tree(root);
        source(root, "attic", "class Bad {}");
        Files.delete(root.resolve("src/main/java/org/annals/store/Store.java"));
        assertThat(Layering.faults(root))
                .contains("attic is a room that the table does not list", "store is listed and has no source");
    }

    @Test
    void circleAndPureRoomOnAShellAreFoundInTheTableItself(@TempDir Path root) throws IOException {
        tree(root);
        Files.writeString(root.resolve("ARCHITECTURE.md"), """
                %s
                | room | kind | may import | libraries |
                |---|---|---|---|
                | `parse` | pure | `store` | `jsoup` |
                | `store` | shell | `parse` | `java.sql` |
                """.formatted(Layering.MARK));
        assertThat(Layering.faults(root))
                .contains("parse is pure and may not import the shell store", "a circle: parse → store → parse");
    }

    /** A small repository that keeps the rules. */
    private static void tree(Path root) throws IOException {
        Files.writeString(root.resolve("ARCHITECTURE.md"), """
                # Words before
                %s
                | room | kind | what | may import | libraries |
                |---|---|---|---|---|
                | `parse` | pure | reads | – | `jsoup` |
                | `store` | shell | keeps | `parse` | `java.sql` |

                | another | table |
                |---|---|
                """.formatted(Layering.MARK));
        write(root, "parse/Parser.java", "package org.annals.parse;\nimport org.jsoup.Jsoup;\npublic class Parser {}");
        write(
                root,
                "store/Store.java",
                "package org.annals.store;\nimport java.nio.file.Path;\nimport java.sql.Connection;\n"
                        + "import org.annals.parse.Parser;\npublic class Store { static int open; }");
    }

    private static void source(Path root, String room, String code) throws IOException {
        write(root, room + "/Bad.java", "package org.annals." + room + ";\n" + code);
    }

    private static void write(Path root, String file, String code) throws IOException {
        Path path = root.resolve("src/main/java/org/annals").resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, code);
    }
}
