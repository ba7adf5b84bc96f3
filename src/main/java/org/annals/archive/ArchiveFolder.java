package org.annals.archive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** Where things lie in an archive folder, and how a change to it is made to last. */
final class ArchiveFolder {
    private static final String SUFFIX = ".warc.gz";
    private final Path root;

    ArchiveFolder(Path root) {
        this.root = root;
    }

    Path root() {
        return root;
    }

    Path warc() {
        return root.resolve("warc");
    }

    Path index() {
        return root.resolve("index.cdxj");
    }

    Path commits() {
        return root.resolve("commits.jsonl");
    }

    /** Where a whole file is written before it takes the place of the old one. */
    Path indexDraft() {
        return root.resolve("index.cdxj.draft");
    }

    /** @throws ArchiveException for a path that leads out of the folder, as a forged index or commit may name */
    Path resolve(String warcPath) throws ArchiveException {
        Path path = root.resolve(warcPath).normalize();
        if (!path.startsWith(root.normalize()) || !warcPath.endsWith(SUFFIX)) {
            throw new ArchiveException("not a WARC file of the archive " + root + ": " + warcPath);
        }
        return path;
    }

    /** All WARC files, by name, relative to the folder with forward slashes. */
    List<String> warcPaths() throws IOException {
        if (!Files.isDirectory(warc())) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(warc())) {
            return files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .filter(path -> path.endsWith(SUFFIX))
                    .sorted()
                    .toList();
        }
    }

    /**
     * Puts a written and synced draft in the place of a file: a reader, or a machine that dies, sees the old one or the
     * new one.
     */
    void replace(Path file, Path draft) throws IOException {
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        sync(file.getParent());
    }

    /** Makes new names in a directory last. */
    static void sync(Path directory) {
        boolean interrupted = Thread.interrupted(); // a channel would close itself
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // some systems do not open directories, and keep names without being asked
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
