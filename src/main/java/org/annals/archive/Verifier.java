package org.annals.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
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
    private final int threads = Runtime.getRuntime().availableProcessors();
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

    /**
     * Tells of what can be found without reading a WARC file: the chain of commits, the files' lengths, and whether the index is sorted and points into the files.
     *
     * @return with the index's lines for records
     */
    public static Verified quick(Path folder, Consumer<Finding> sink) throws IOException {
        if (!Files.isDirectory(folder.resolve("warc"))) {
            throw new ArchiveException(
                    "there is no archive in " + folder + ": it has no folder warc; name the right one with --archive");
        }
        Verifier verifier = new Verifier(folder, sink);
        QuickCheck check = new QuickCheck(verifier.folder, verifier.log, verifier::found);
        long lines = check.run();
        return new Verified(
                check.files(), lines, check.bytes(), verifier.log.lines().size(), verifier.findings);
    }

    private Verified run() throws IOException {
        Set<String> committed = committed();
        Path work = Files.createTempDirectory("annals-verify");
        try {
            ArchiveFolder fresh = new ArchiveFolder(work);
            IndexLines lines = new IndexLines(new CaptureIndex(fresh));
            for (String path : folder.warcPaths()) {
                checkFile(path, committed.contains(path), lines);
            }
            lines.merge();
            new IndexCheck(committed, this::found).compare(folder.index(), fresh.index());
        } finally {
            delete(work);
        }
        new CommitCheck(files, closings, damaged, this::found).run(log);
        long bytes = files.values().stream().mapToLong(CommittedFile::length).sum();
        return new Verified(files.size(), records, bytes, log.lines().size(), findings);
    }

    private void checkFile(String path, boolean isCommitted, IndexLines lines) throws IOException {
        long before = findings;
        // the digest of the whole goes beside the reading of the records
        FutureTask<CommittedFile> whole = new FutureTask<>(() -> log.file(path));
        Thread hashing = new Thread(whole, "warc-hashing");
        hashing.setDaemon(true);
        hashing.start();
        try {
            Path file = folder.resolve(path);
            FileCheck check = new FileCheck(path, originals, isCommitted, closings, lines, this::found);
            check.run(file, Files.size(file), threads);
            records += check.records();
            CommittedFile is = result(whole);
            files.put(path, is);
            if (findings == before && changed(is)) {
                try (MemberReader reader = new MemberReader(file, path)) {
                    for (RawRecord record : ChangedMembers.in(reader)) {
                        found(new Finding(
                                path,
                                record.location().offset(),
                                record.described(),
                                "its gzip member is not as it was written, though it still holds the same record"));
                    }
                }
            }
        } catch (ArchiveException e) {
            found(new Finding(path, -1, "", e.getMessage()));
        }
        if (findings > before) {
            damaged.add(path);
        }
    }

    private static CommittedFile result(FutureTask<CommittedFile> task) throws IOException {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    if (e.getCause() instanceof IOException io) {
                        throw io;
                    }
                    throw new IllegalStateException(e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
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
