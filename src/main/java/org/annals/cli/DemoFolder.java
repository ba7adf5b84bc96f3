package org.annals.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.annals.archive.Archive;
import org.annals.archive.RunInfo;

/** Empties the demo's archive, and nothing else: a folder that holds anything but an archive's own files is left alone. */
final class DemoFolder {
    private static final Set<String> OWN = Set.of("warc", "index.cdxj", "commits.jsonl", ".lock");

    private DemoFolder() {}

    /** @throws UsageError if the folder holds other things, or cannot be emptied */
    static void empty(Path folder) {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (!Files.isDirectory(folder)) {
            throw new UsageError(folder + " is no folder; name another with --archive");
        }
        try {
            List<Path> children = list(folder);
            for (Path child : children) {
                if (!isOwn(child.getFileName().toString())) {
                    throw new UsageError("the demo begins with an empty archive, and " + folder + " holds "
                            + child.getFileName() + ", which is not an archive's; name another folder with --archive");
                }
            }
            if (Files.exists(folder.resolve("warc")) && !isOfDemos(folder)) {
                throw new UsageError("the demo begins with an empty archive, and " + folder
                        + " holds captures of real crawls; name another folder with --archive");
            }
            for (Path child : children) {
                delete(child);
            }
        } catch (IOException e) {
            throw new UsageError("cannot empty " + folder + ": " + e.getMessage());
        }
    }

    private static boolean isOwn(String name) {
        return OWN.contains(name)
                || name.startsWith("catalog.sqlite")
                || name.startsWith("frontier.sqlite")
                || name.startsWith("commits.jsonl")
                || name.startsWith("index.cdxj");
    }

    /** Whether every file was begun by a demo, finished or not. */
    private static boolean isOfDemos(Path folder) throws IOException {
        try (Archive archive = Archive.openForReading(folder)) {
            for (String file : archive.files()) {
                if (!archive.runOf(file).map(RunInfo::kind).equals(Optional.of(DemoCommand.KIND))) {
                    return false;
                }
            }
            return true;
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.toList();
        }
    }

    private static void delete(Path path) throws IOException {
        try (Stream<Path> all = Files.walk(path)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
