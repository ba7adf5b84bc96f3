package org.annals.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.annals.capture.RunId;

/** What can be told without reading a WARC file: the chain of commits, the lengths of the files that they name, and whether the index points into them. */
final class QuickCheck {
    private static final String COMMITS = "commits.jsonl";
    private static final String INDEX = "index.cdxj";

    private final ArchiveFolder folder;
    private final CommitLog log;
    private final Consumer<Finding> found;
    private final Map<String, Long> lengths = new HashMap<>();
    private final Set<RunId> runs = new HashSet<>();
    private final Set<String> committed = new HashSet<>();

    QuickCheck(ArchiveFolder folder, CommitLog log, Consumer<Finding> found) {
        this.folder = folder;
        this.log = log;
        this.found = found;
    }

    /** @return lines of the index */
    long run() throws IOException {
        for (String path : folder.warcPaths()) {
            lengths.put(path, Files.size(folder.resolve(path)));
        }
        chain();
        return index();
    }

    long bytes() {
        return lengths.values().stream().mapToLong(Long::longValue).sum();
    }

    int files() {
        return lengths.size();
    }

    private void chain() throws IOException {
        Optional<String> previous = Optional.empty();
        long offset = 0;
        for (String bytes : log.lines()) {
            Optional<Commit> commit = Commit.parse(CommitLog.utf8(bytes));
            if (commit.isPresent()) {
                check(commit.get(), previous, offset);
            } else {
                found.accept(new Finding(COMMITS, offset, "", "the line is no commit"));
            }
            previous = Optional.of(Sha256.hex(bytes.getBytes(StandardCharsets.ISO_8859_1)));
            offset += bytes.length() + 1L;
        }
        if (log.isTorn()) {
            found.accept(new Finding(
                    COMMITS, offset, "", "the last line is torn; opening the archive for writing mends it"));
        }
        for (String path : lengths.keySet()) {
            Optional<RunId> run = WarcName.parse(path).map(WarcName::run);
            if (run.isPresent() && runs.contains(run.get()) && !committed.contains(path)) {
                found.accept(new Finding(path, -1, "", "the commit of run " + run.get() + " does not name it"));
            }
        }
    }

    private void check(Commit commit, Optional<String> previous, long offset) {
        String record = "commit of run " + commit.run();
        if (!runs.add(commit.run())) {
            found.accept(new Finding(COMMITS, offset, record, "a second commit of the run"));
        }
        if (!commit.previous().equals(previous)) {
            found.accept(new Finding(
                    COMMITS,
                    offset,
                    record,
                    "it names " + commit.previous().orElse("none") + " as the commit before it, which is "
                            + previous.orElse("none")));
        }
        for (CommittedFile file : commit.files()) {
            committed.add(file.path());
            Long length = lengths.get(file.path());
            if (length == null) {
                found.accept(new Finding(file.path(), -1, "", "missing, though the " + record + " names it"));
            } else if (length != file.length()) {
                found.accept(new Finding(
                        file.path(),
                        Math.min(length, file.length()),
                        "",
                        "it has " + length + " bytes, " + file.length() + " were committed"));
            }
        }
    }

    private long index() throws IOException {
        Path index = folder.index();
        if (!Files.exists(index)) {
            if (!committed.isEmpty()) {
                found.accept(new Finding(INDEX, -1, "", "missing; opening the archive for writing makes it again"));
            }
            return 0;
        }
        long lines = 0;
        try (SortedLines sorted = new SortedLines(index)) {
            if (!sorted.endsWithLineEnd()) {
                found.accept(new Finding(INDEX, -1, "", "its last line has no end"));
            }
            String before = "";
            while (!sorted.atEnd()) {
                long offset = sorted.position();
                String line = sorted.next();
                lines++;
                if (line.compareTo(before) <= 0) {
                    found.accept(new Finding(INDEX, offset, "", "the line does not sort behind the one before it"));
                }
                problem(line).ifPresent(problem -> found.accept(new Finding(INDEX, offset, "", problem)));
                before = line;
            }
        }
        return lines;
    }

    private Optional<String> problem(String line) {
        Optional<IndexEntry> entry = IndexEntry.parse(line);
        if (entry.isEmpty()) {
            return Optional.of("no index line");
        }
        if (!TargetUri.key(entry.get().url()).equals(entry.get().key())) {
            return Optional.of(
                    "its key is not that of its address " + entry.get().url());
        }
        String path = entry.get().location().warcPath();
        Long length = lengths.get(path);
        if (length == null) {
            return Optional.of("it points into " + path + ", which is not there");
        }
        long end = entry.get().location().offset() + entry.get().location().length();
        return end > length
                ? Optional.of("it points to byte " + end + " of " + path + ", which has " + length)
                : Optional.empty();
    }
}
