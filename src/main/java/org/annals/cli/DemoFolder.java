package org.annals.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

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
            if (!children.isEmpty() && !Files.exists(folder.resolve("warc"))) {
                throw new UsageError(folder + " does not look like an archive; name another folder with --archive");
            }
            if (!isOfDemos(folder)) {
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

    /** Whether every commit is a demo's; an archive without a commit was left by a demo that was broken off, or is empty. */
    private static boolean isOfDemos(Path folder) throws IOException {
        Path commits = folder.resolve("commits.jsonl");
        if (!Files.exists(commits)) {
            return true;
        }
        try (Stream<String> lines = Files.lines(commits)) {
            return lines.allMatch(line -> line.isBlank() || line.contains("\"kind\":\"demo\""));
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
