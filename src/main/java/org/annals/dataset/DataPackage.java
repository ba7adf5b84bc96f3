package org.annals.dataset;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.annals.archive.Archive;
import org.annals.catalog.Indexer;

/**
 * Writes what the corpus said at a commit as a Frictionless Data Package. The WARC files up to that commit are read and parsed again by the way that {@code rebuild}
 * goes; nothing is filtered by date. No clock, locale or number of processors has a part in it: the same edition of the same archive gives the same bytes.
 */
public final class DataPackage {
    static final String DESCRIPTOR = "datapackage.json";
    static final String CHECKSUMS = "SHA256SUMS";
    static final String DATASETTE = "metadata.json";

    private final Archive archive;
    private final Edition edition;
    private final Path folder;

    private DataPackage(Archive archive, Edition edition, Path folder) {
        this.archive = archive;
        this.edition = edition;
        this.folder = folder;
    }

    /**
     * Writes the package beside {@code out} and moves it there when it is whole.
     *
     * @param out must not be there yet, or be an empty folder
     * @throws DatasetException if it holds something
     */
    public static Exported export(Archive archive, Edition edition, Path out) throws IOException {
        Path target = out.toAbsolutePath().normalize();
        requireFree(target);
        Files.createDirectories(target.getParent());
        Path draft = Files.createTempDirectory(target.getParent(), "." + target.getFileName() + ".part");
        try {
            Path folder = Files.createDirectories(draft.resolve("package"));
            Exported exported = new DataPackage(archive, edition, folder).write(draft.resolve(Indexer.FILE));
            if (exported.isWritten()) {
                Files.deleteIfExists(target);
                Files.move(folder, target, StandardCopyOption.ATOMIC_MOVE);
            }
            return exported;
        } finally {
            delete(draft);
        }
    }

    private static void requireFree(Path target) throws IOException {
        if (!Files.exists(target)) {
            return;
        }
        if (!Files.isDirectory(target)) {
            throw new DatasetException(target + " is a file; name a folder that is not there yet");
        }
        try (Stream<Path> inside = Files.list(target)) {
            if (inside.findAny().isPresent()) {
                throw new DatasetException(
                        "the folder " + target
                                + " is not empty, and a package never mixes with other files; name another, or delete it first");
            }
        }
    }

    private Exported write(Path derived) throws IOException {
        List<String> damage = Indexer.deriveCommitted(archive, edition.commits(), derived);
        Map<String, Long> rows = new LinkedHashMap<>();
        if (!damage.isEmpty() && !edition.incomplete()) {
            return new Exported(false, rows, 0, 0, damage);
        }
        List<PackedFile> files = new ArrayList<>();
        Descriptor descriptor;
        try (CatalogueRows catalogue = new CatalogueRows(derived)) {
            rows.putAll(tables(new TableRows(catalogue, edition)));
            for (Format format : edition.formats()) {
                for (String path :
                        Tables.all().stream().map(format::path).distinct().toList()) {
                    files.add(PackedFile.of(folder, path));
                }
            }
            descriptor = new Descriptor(edition, files, damage, catalogue.sources());
        }
        Words words = new Words(edition, rows, damage);
        add(files, "CITATION.cff", words.citation());
        add(files, "README.md", words.readme());
        if (edition.formats().contains(Format.SQLITE)) {
            add(files, DATASETTE, new DatasetteMetadata(words.title()).json());
        }
        add(files, DESCRIPTOR, descriptor.json());
        StringBuilder sums = new StringBuilder();
        files.stream()
                .sorted(Comparator.comparing(PackedFile::path))
                .forEach(file -> sums.append(file.sha256())
                        .append("  ")
                        .append(file.path())
                        .append('\n'));
        add(files, CHECKSUMS, sums.toString());
        long bytes = files.stream().mapToLong(PackedFile::bytes).sum();
        return new Exported(true, rows, files.size(), bytes, damage);
    }

    private void add(List<PackedFile> files, String path, String text) throws IOException {
        Files.writeString(folder.resolve(path), text, StandardCharsets.UTF_8);
        files.add(PackedFile.of(folder, path));
    }

    private Map<String, Long> tables(TableRows source) throws IOException {
        Map<String, Long> rows = new LinkedHashMap<>();
        Files.createDirectories(folder.resolve("data"));
        try (Writers writers = new Writers(folder, edition.formats())) {
            for (Table table : Tables.all()) {
                try (TableWriter writer = writers.of(table)) {
                    rows.put(table.name(), source.write(table, writer));
                }
            }
            writers.finish();
        }
        try (Stream<Path> inside = Files.list(folder.resolve("data"))) {
            if (inside.findAny().isEmpty()) {
                Files.delete(folder.resolve("data"));
            }
        }
        return rows;
    }

    static void delete(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.delete(path);
        }
    }
}
