package org.annals.archive;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The file {@code commits.jsonl}. Only ever appended to. */
final class CommitLog {
    private final ArchiveFolder folder;

    CommitLog(ArchiveFolder folder) {
        this.folder = folder;
    }

    /**
     * The whole lines of the file, without their ends. What stands after the last line end was torn off and does not
     * count.
     */
    List<String> lines() throws IOException {
        String text = text();
        List<String> lines = new ArrayList<>();
        int start = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
            lines.add(text.substring(start, end));
            start = end + 1;
        }
        return lines;
    }

    /** Whether the file ends inside a line. */
    boolean isTorn() throws IOException {
        String text = text();
        return !text.isEmpty() && !text.endsWith("\n");
    }

    private String text() throws IOException {
        if (!Files.exists(folder.commits())) {
            return "";
        }
        try (InputStream in = new FileInputStream(folder.commits().toFile())) {
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    /** @throws ArchiveException naming the first line that is no commit */
    List<Commit> commits() throws IOException {
        List<Commit> commits = new ArrayList<>();
        for (String line : lines()) {
            commits.add(Commit.parse(utf8(line))
                    .orElseThrow(() ->
                            new ArchiveException("cannot read line " + (commits.size() + 1) + " of " + folder.commits()
                                    + ": it is no commit; run verify, and bring the file back from a copy")));
        }
        return commits;
    }

    Set<String> committedPaths() throws IOException {
        Set<String> paths = new HashSet<>();
        commits().forEach(commit -> commit.files().forEach(file -> paths.add(file.path())));
        return paths;
    }

    /** Takes a torn line off the end of the file; it is written again out of the closing record of its run. */
    void cutTornLine() throws IOException {
        long whole = 0;
        for (String line : lines()) {
            whole += line.length() + 1L;
        }
        try (RandomAccessFile file = new RandomAccessFile(folder.commits().toFile(), "rw")) {
            file.setLength(whole);
            file.getFD().sync();
        }
    }

    /** Appends the commit of a closed run whose files lie on disk, whole and synced. */
    Commit append(RunFields.Closing closing) throws IOException {
        List<Commit> commits = commits();
        Optional<String> previous = commits.isEmpty()
                ? Optional.empty()
                : Optional.of(commits.get(commits.size() - 1).id());
        List<CommittedFile> files = new ArrayList<>();
        for (String path : closing.files()) {
            files.add(file(path));
        }
        String line = Commit.line(previous, closing, files);
        append((line + "\n").getBytes(StandardCharsets.UTF_8));
        return Commit.parse(line).orElseThrow();
    }

    CommittedFile file(String path) throws IOException {
        try {
            return new CommittedFile(path, Files.size(folder.resolve(path)), Sha256.hex(folder.resolve(path)));
        } catch (ArchiveException e) {
            throw e;
        } catch (IOException e) {
            throw new ArchiveException(
                    "cannot read " + folder.resolve(path) + " to commit it: " + DiskFault.reason(e)
                            + "; bring the file back from a copy, the commit is written when the archive is opened again",
                    e);
        }
    }

    private void append(byte[] line) throws IOException {
        boolean isNew = !Files.exists(folder.commits());
        try (RandomAccessFile file = new RandomAccessFile(folder.commits().toFile(), "rw")) {
            long end = file.length();
            try {
                file.seek(end);
                file.write(line);
                file.getFD().sync();
            } catch (IOException e) {
                file.setLength(end);
                throw e;
            }
        } catch (IOException e) {
            throw new ArchiveException(
                    "cannot append to " + folder.commits() + ": " + DiskFault.reason(e)
                            + "; nothing is lost, the commit is written when the archive is opened again",
                    e);
        }
        if (isNew) {
            ArchiveFolder.sync(folder.root());
        }
    }

    /** Lines are cut as bytes, for a flipped byte must not change where they are cut. */
    static String utf8(String line) {
        return new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
