package org.annals.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.annals.capture.RunId;

/**
 * Reads every byte of an archive again and compares: gzip members, records, digests, the exchanges they belong to, the
 * revisits' originals, the index, the chain of commits. Goes on to the end whatever it finds, and changes nothing.
 */
public final class Verifier {
    private final ArchiveFolder folder;
    private final Consumer<Finding> sink;
    private final CommitLog log;
    private final Originals originals;
    private final Map<String, CommittedFile> files = new LinkedHashMap<>();
    private final Map<RunId, RunFields.Closing> closings = new LinkedHashMap<>();
    private final Set<String> damaged = new HashSet<>();
    private long records;
    private long findings;

    private Verifier(Path root, Consumer<Finding> sink) {
        this.folder = new ArchiveFolder(root);
        this.sink = sink;
        this.log = new CommitLog(folder);
        this.originals = new Originals(folder, new CaptureIndex(folder));
    }

    /**
     * Tells {@code sink} of everything that is not as it should be.
     *
     * @throws ArchiveException if there is no archive, or no room for the index that is made to compare with
     */
    public static Verified verify(Path folder, Consumer<Finding> sink) throws IOException {
        if (!Files.isDirectory(folder.resolve("warc"))) {
            throw new ArchiveException(
                    "there is no archive in " + folder + ": it has no folder warc; name the right one with --archive");
        }
        return new Verifier(folder, sink).run();
    }

    private Verified run() throws IOException {
        Set<String> committed = committed();
        Path work = Files.createTempDirectory("annals-verify");
        try {
            ArchiveFolder fresh = new ArchiveFolder(work);
            CaptureIndex freshIndex = new CaptureIndex(fresh);
            for (String path : folder.warcPaths()) {
                checkFile(path, committed.contains(path), freshIndex);
            }
            freshIndex.bringUpToDate(List.of());
            new IndexCheck(committed, this::found).compare(folder.index(), fresh.index());
        } finally {
            delete(work);
        }
        new CommitCheck(files, closings, damaged, this::found).run(log);
        long bytes = files.values().stream().mapToLong(CommittedFile::length).sum();
        return new Verified(files.size(), records, bytes, log.lines().size(), findings);
    }

    private void checkFile(String path, boolean isCommitted, CaptureIndex fresh) throws IOException {
        long before = findings;
        TreeSet<String> lines = new TreeSet<>();
        try (MemberReader reader = new MemberReader(folder.resolve(path), path)) {
            FileCheck check = new FileCheck(path, reader, originals, isCommitted, closings, this::found);
            check.run();
            records += check.records();
            lines = check.indexLines();
            CommittedFile file = log.file(path);
            files.put(path, file);
            if (findings == before && changed(file)) {
                for (RawRecord record : ChangedMembers.in(reader)) {
                    found(new Finding(
                            path,
                            record.location().offset(),
                            record.described(),
                            "its gzip member is not as it was written, though it still holds the same record"));
                }
            }
        } catch (ArchiveException e) {
            found(new Finding(path, -1, "", e.getMessage()));
        }
        if (findings > before) {
            damaged.add(path);
        }
        fresh.merge(lines);
    }

    /** Whether a commit gives the file another hash; lines that cannot be read are found later. */
    private boolean changed(CommittedFile file) throws IOException {
        for (String line : log.lines()) {
            Optional<Commit> commit = Commit.parse(CommitLog.utf8(line));
            if (commit.isPresent()
                    && commit.get().files().stream().anyMatch(c -> c.path().equals(file.path()) && !c.equals(file))) {
                return true;
            }
        }
        return false;
    }

    private Set<String> committed() throws IOException {
        Set<String> paths = new HashSet<>();
        for (String line : log.lines()) {
            Commit.parse(CommitLog.utf8(line))
                    .ifPresent(commit -> commit.files().forEach(file -> paths.add(file.path())));
        }
        return paths;
    }

    private void found(Finding finding) {
        findings++;
        sink.accept(finding);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            for (Path file : inside.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
