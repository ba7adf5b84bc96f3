package org.annals.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.annals.capture.RunId;

/**
 * Checks the chain of commits, and each commit against the files and the closing record that it must have been made of.
 */
final class CommitCheck {
    private static final String NAME = "commits.jsonl";
    private final Map<String, CommittedFile> files;
    private final Map<RunId, RunFields.Closing> closings;
    private final Set<String> damaged;
    private final Consumer<Finding> found;
    private final Map<RunId, Commit> seen = new HashMap<>();

    /**
     * @param files the WARC files as they are
     * @param damaged those of them in which something was found already
     */
    CommitCheck(
            Map<String, CommittedFile> files,
            Map<RunId, RunFields.Closing> closings,
            Set<String> damaged,
            Consumer<Finding> found) {
        this.files = files;
        this.closings = closings;
        this.damaged = damaged;
        this.found = found;
    }

    void run(CommitLog log) throws IOException {
        Optional<String> previous = Optional.empty();
        long offset = 0;
        for (String bytes : log.lines()) {
            Optional<Commit> commit = Commit.parse(CommitLog.utf8(bytes));
            if (commit.isPresent()) {
                check(commit.get(), CommitLog.utf8(bytes), previous, offset);
            } else {
                found.accept(new Finding(NAME, offset, "", "the line is no commit"));
            }
            previous = Optional.of(Sha256.hex(bytes.getBytes(StandardCharsets.ISO_8859_1)));
            offset += bytes.length() + 1L;
        }
        if (log.isTorn()) {
            found.accept(
                    new Finding(NAME, offset, "", "the last line is torn; opening the archive for writing mends it"));
        }
        Set<String> committed = new HashSet<>();
        seen.values().forEach(commit -> commit.files().forEach(file -> committed.add(file.path())));
        closings.keySet().stream()
                .filter(run -> !seen.containsKey(run))
                .forEach(run -> found.accept(new Finding(
                        NAME,
                        -1,
                        "run " + run,
                        "closed but not committed; opening the archive for writing commits it")));
        for (String path : files.keySet()) {
            Optional<RunId> run = WarcName.parse(path).map(WarcName::run);
            if (run.isPresent() && seen.containsKey(run.get()) && !committed.contains(path)) {
                found.accept(new Finding(path, -1, "", "the commit of run " + run.get() + " does not name it"));
            }
        }
    }

    private void check(Commit commit, String line, Optional<String> previous, long offset) {
        String record = "commit of run " + commit.run();
        Consumer<String> problem = text -> found.accept(new Finding(NAME, offset, record, text));
        if (seen.put(commit.run(), commit) != null) {
            problem.accept("a second commit of the run");
        }
        if (!commit.previous().equals(previous)) {
            problem.accept("it names " + commit.previous().orElse("none") + " as the commit before it, which is "
                    + previous.orElse("none"));
        }
        commit.files().forEach(file -> checkFile(file, record, problem));
        RunFields.Closing closing = closings.get(commit.run());
        if (closing == null) {
            problem.accept("the WARC files have no closing record of the run");
            return;
        }
        List<String> paths = commit.files().stream().map(CommittedFile::path).toList();
        if (!paths.equals(closing.files())) {
            problem.accept("it names the files " + paths + ", the closing record " + closing.files());
        }
        if (!line.equals(Commit.line(commit.previous(), closing, commit.files()))) {
            problem.accept("the line is not what the run's closing record gives");
        }
    }

    private void checkFile(CommittedFile file, String record, Consumer<String> problem) {
        CommittedFile actual = files.get(file.path());
        if (actual == null) {
            found.accept(new Finding(file.path(), -1, "", "missing, though the " + record + " names it"));
            return;
        }
        if (actual.equals(file)) {
            return;
        }
        String difference = actual.length() != file.length()
                ? "it has " + actual.length() + " bytes, " + file.length() + " were committed"
                : "its SHA-256 is " + actual.sha256() + ", " + file.sha256() + " was committed";
        long offset = actual.length() == file.length() ? -1 : Math.min(actual.length(), file.length());
        found.accept(new Finding(file.path(), offset, "", difference));
        if (!damaged.contains(file.path())) {
            problem.accept("every record of " + file.path()
                    + " is sound, and yet it is not the file that the line names: line or file was changed");
        }
    }
}
