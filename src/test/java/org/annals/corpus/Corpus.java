package org.annals.corpus;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The files of the corpus on disk: every NAME.json with the NAME.something beside it. */
final class Corpus {
    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    private Corpus() {}

    static Path folder() {
        try {
            return Path.of(Corpus.class.getResource("golden").toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the class path holds files", e);
        }
    }

    /** A file that is there already. */
    static Optional<byte[]> stored(String name, String extension) {
        Path file = folder().resolve(name + "." + extension);
        try {
            return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + file, e);
        }
    }

    /** All pairs, in the order of their names. */
    static List<Golden> read() {
        TreeMap<String, Path> documents = new TreeMap<>();
        TreeMap<String, Path> expectations = new TreeMap<>();
        Set<String> wrong = new TreeSet<>();
        for (Path file : files()) {
            String[] name = split(file);
            Path twin = (name[1].equals("json") ? expectations : documents).put(name[0], file);
            if (twin != null) {
                wrong.add(file + " and " + twin + " have one name");
            }
        }
        documents.keySet().stream()
                .filter(name -> !expectations.containsKey(name))
                .forEach(wrong::add);
        expectations.keySet().stream()
                .filter(name -> !documents.containsKey(name))
                .forEach(wrong::add);
        if (!wrong.isEmpty()) {
            throw new IllegalStateException("files of the corpus without their other half: " + wrong);
        }
        List<Golden> corpus = new ArrayList<>();
        documents.forEach((name, file) -> corpus.add(pair(name, file, expectations.get(name))));
        return corpus;
    }

    private static List<Path> files() {
        try (Stream<Path> files = Files.list(folder())) {
            return files.filter(Files::isRegularFile)
                    .sorted(Comparator.comparing(Path::toString))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("listing the corpus", e);
        }
    }

    private static Golden pair(String name, Path document, Path expectation) {
        try {
            return new Golden(name, split(document)[1], Files.readAllBytes(document), (ObjectNode)
                    MAPPER.readTree(expectation.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + document + " or its expectation", e);
        }
    }

    private static String[] split(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return new String[] {name.substring(0, dot), name.substring(dot + 1)};
    }
}
