package org.annals.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.annals.capture.Exchange;
import org.annals.capture.Original;
import org.annals.capture.Payload;
import org.annals.capture.RecordLocation;
import org.annals.capture.RunId;

/** An archive folder. Safe for many threads. */
public final class Archive implements AutoCloseable {
    private final ArchiveFolder folder;
    private final ArchiveSettings settings;
    private final CommitLog log;
    private final CaptureIndex index;
    private final Originals originals;
    private final RecordReader records;
    private final WarcFiles warcFiles;
    private final Optional<FolderLock> lock;
    private final List<String> repairs;
    private Optional<ArchiveWriter> writer = Optional.empty();

    private Archive(Path root, ArchiveSettings settings, boolean forWriting) throws IOException {
        this.folder = new ArchiveFolder(root);
        this.settings = settings;
        this.log = new CommitLog(folder);
        this.index = new CaptureIndex(folder);
        this.originals = new Originals(folder, index);
        this.records = new RecordReader(originals);
        this.warcFiles = new WarcFiles(folder);
        this.lock = forWriting ? Optional.of(FolderLock.take(root)) : Optional.empty();
        try {
            this.repairs = forWriting ? new Repair(folder, log, index).run() : List.of();
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    /**
     * Opens for writing: takes the folder's lock, makes what is missing, cuts torn ends off files of unfinished runs.
     *
     * @throws ArchiveException if another program writes to it, or the folder cannot be used
     */
    public static Archive openForWriting(Path folder) throws IOException {
        return openForWriting(folder, ArchiveSettings.DEFAULT);
    }

    /** As {@link #openForWriting(Path)}, with settings of its own. */
    public static Archive openForWriting(Path folder, ArchiveSettings settings) throws IOException {
        try {
            Files.createDirectories(folder.resolve("warc"));
            if (!Files.isWritable(folder)) {
                throw new IOException("permission denied");
            }
        } catch (NoSuchFileException e) {
            // as /proc and the like answer
            throw new ArchiveException(
                    "cannot use " + folder
                            + " as an archive: no folder can be made there; name another folder with --archive",
                    e);
        } catch (IOException e) {
            throw new ArchiveException(
                    "cannot use " + folder + " as an archive: " + DiskFault.reason(e)
                            + "; name another folder with --archive",
                    e);
        }
        return new Archive(folder, settings, true);
    }

    /**
     * Opens for reading only; changes nothing.
     *
     * @throws ArchiveException if there is no archive
     */
    public static Archive openForReading(Path folder) throws IOException {
        if (!Files.isDirectory(folder.resolve("warc"))) {
            throw new ArchiveException(
                    "there is no archive in " + folder + ": it has no folder warc; name the right one with --archive");
        }
        return new Archive(folder, ArchiveSettings.DEFAULT, false);
    }

    /** What opening had to mend, one line each. */
    public List<String> repairs() {
        return repairs;
    }

    public Path folder() {
        return folder.root();
    }

    /**
     * Begins a new file of that run, warcinfo first. A run that has files already is gone on with.
     *
     * @throws IllegalArgumentException if the run is committed
     * @throws IllegalStateException if the archive is open for reading only, or another run is being written
     */
    public synchronized ArchiveWriter write(RunInfo run) throws IOException {
        requireWriting();
        if (writer.isPresent()) {
            throw new IllegalStateException("one run at a time is written to an archive");
        }
        if (log.commits().stream().anyMatch(commit -> commit.run().equals(run.run()))) {
            throw new IllegalArgumentException("run " + run.run() + " is committed and cannot be added to");
        }
        List<String> before = filesOf(run.run());
        WarcName name = before.isEmpty()
                ? WarcName.first(run.run(), run.startedAt())
                : WarcName.parse(before.get(before.size() - 1)).orElseThrow().next();
        writer = Optional.of(new ArchiveWriter(this, run, name, settings));
        return writer.get();
    }

    /** The run that was begun last and has no commit, if there is one. */
    public Optional<RunInfo> unfinished() throws IOException {
        Set<String> committed = log.committedPaths();
        Optional<RunInfo> last = Optional.empty();
        for (String path : files()) {
            if (!committed.contains(path)) {
                last = warcFiles.run(path).or(Optional.of(last)::get);
            }
        }
        return last;
    }

    /** The finished runs, oldest first. */
    public List<Commit> commits() throws IOException {
        return List.copyOf(log.commits());
    }

    /** WARC files in the order in which they were begun, relative to the folder. */
    public List<String> files() throws IOException {
        return warcFiles.inOrder();
    }

    /**
     * Reads the records of one file in order, from an offset that begins a record to the end, or to the last whole
     * record of a file that is being written.
     *
     * @return the offset after the last record read
     * @throws ArchiveException if a record is damaged; those before it have been given to the sink
     */
    public long read(String warcPath, long fromOffset, Consumer<ArchivedRecord> sink) throws IOException {
        return read(warcPath, fromOffset, sink, Optional.empty());
    }

    /**
     * As {@link #read(String, long, Consumer)}, but a damaged record is told to {@code damage} and reading goes on
     * after it: it costs itself and no other.
     */
    public long read(String warcPath, long fromOffset, Consumer<ArchivedRecord> sink, Consumer<Finding> damage)
            throws IOException {
        return read(warcPath, fromOffset, sink, Optional.of(damage));
    }

    /**
     * As {@link #read(String, long, Consumer, Consumer)}, with what a function makes of each record. Long files are read on all processors: the function is called from
     * many threads, the sink from this one and in order.
     */
    public <T> long read(
            String warcPath,
            long fromOffset,
            Function<ArchivedRecord, T> prepared,
            Consumer<T> sink,
            Consumer<Finding> damage)
            throws IOException {
        Optional<RunId> run = warcFiles.run(warcPath).map(RunInfo::run);
        int threads = Runtime.getRuntime().availableProcessors();
        return ParallelWalk.walk(
                folder.resolve(warcPath),
                warcPath,
                fromOffset,
                threads,
                (record, reader) -> prepared.apply(records.read(record, run)),
                new ParallelWalk.Sink<T>() {
                    @Override
                    public void record(T made) {
                        sink.accept(made);
                    }

                    @Override
                    public void damaged(DamagedRecordException e, OptionalLong next) throws IOException {
                        finding(warcPath, e, next).ifPresent(damage);
                    }
                });
    }

    private long read(
            String warcPath, long fromOffset, Consumer<ArchivedRecord> sink, Optional<Consumer<Finding>> damage)
            throws IOException {
        Optional<RunId> run = warcFiles.run(warcPath).map(RunInfo::run);
        return WarcFile.walk(folder.resolve(warcPath), warcPath, fromOffset, new RecordSink() {
            @Override
            public void record(RawRecord record) throws IOException {
                sink.accept(records.read(record, run));
            }

            @Override
            public void damaged(DamagedRecordException e, OptionalLong next) throws IOException {
                Optional<Finding> finding = finding(warcPath, e, next);
                if (finding.isPresent() && damage.isEmpty()) {
                    throw new ArchiveException(finding.get() + "; run verify, and bring the file back from a copy", e);
                }
                finding.ifPresent(f -> damage.get().accept(f));
            }
        });
    }

    /** Empty for the end of a file that is being written, or was when the machine went down. */
    private Optional<Finding> finding(String warcPath, DamagedRecordException e, OptionalLong next) throws IOException {
        return next.isEmpty() && !log.committedPaths().contains(warcPath)
                ? Optional.empty()
                : Optional.of(new Finding(warcPath, e.offset(), e.record(), "damaged: " + e.getMessage()));
    }

    /** @throws ArchiveException if no record begins there */
    public ArchivedRecord read(RecordLocation at) throws IOException {
        try (MemberReader reader = new MemberReader(folder.resolve(at.warcPath()), at.warcPath())) {
            return records.read(
                    reader.read(at.offset()), warcFiles.run(at.warcPath()).map(RunInfo::run));
        } catch (DamagedRecordException e) {
            throw notSound(at, e);
        }
    }

    /**
     * A capture's record as text, and those that were written with it: its request before, what was noted behind it.
     *
     * @throws ArchiveException if no record begins there
     */
    public List<RecordText> texts(RecordLocation at) throws IOException {
        try (MemberReader reader = new MemberReader(folder.resolve(at.warcPath()), at.warcPath())) {
            return RecordTexts.around(reader, at);
        } catch (DamagedRecordException e) {
            throw notSound(at, e);
        }
    }

    private static ArchiveException notSound(RecordLocation at, DamagedRecordException e) {
        return new ArchiveException(
                "no sound record at offset " + at.offset() + " of " + at.warcPath() + ": " + e.getMessage()
                        + "; run verify",
                e);
    }

    /** The newest answer of exactly that address; empty where there is none, or it cannot be read. */
    public Optional<ArchivedRecord> latest(String url) throws IOException {
        List<IndexEntry> captures = index.captures(TargetUri.of(url));
        return captures.isEmpty() ? Optional.empty() : readable(captures.get(captures.size() - 1));
    }

    /** The last whole 200 of exactly that address, in this run or an earlier one; empty where there is none that can be read. */
    public Optional<Original> original(String url) throws IOException {
        return originals.lastWhole(TargetUri.of(url));
    }

    /**
     * What an answer "not modified" stands for: the original's status, header lines and payload at the times and with the bytes of the new exchange. Empty where the
     * original cannot be read any more.
     */
    public Optional<Exchange> meant(Exchange notModified, Original original) throws IOException {
        return originals.record(original).map(record -> {
            HttpBlock http = HttpBlock.of(record.block());
            Payload payload =
                    Payload.of(http.payload(), http.header("Content-Type").orElse(null), notModified.url());
            return new Exchange(
                    notModified.url(),
                    notModified.startedAt(),
                    notModified.endedAt(),
                    notModified.ip().orElse(null),
                    notModified.request(),
                    notModified.response(),
                    http.status().orElseThrow(),
                    http.allHeaders(),
                    payload,
                    null);
        });
    }

    /** The run that a file was begun for, as its warcinfo says; empty where that cannot be read or the file is another program's. */
    public Optional<RunInfo> runOf(String warcPath) throws IOException {
        return warcFiles.run(warcPath);
    }

    /** Which process writes to an archive folder at this moment, for people; empty if none does. */
    public static Optional<String> writer(Path folder) throws IOException {
        return FolderLock.holder(folder);
    }

    /** Makes {@code index.cdxj} again from the WARC files. */
    public void rebuildIndex() throws IOException {
        requireWriting();
        index.rebuild(folder.warcPaths());
    }

    @Override
    public void close() throws IOException {
        Optional<ArchiveWriter> open;
        synchronized (this) {
            open = writer;
        }
        // outside of the lock: a writer that closes itself takes the two locks in the other order
        if (open.isPresent()) {
            open.get().close();
        }
        if (lock.isPresent()) {
            lock.get().close();
        }
    }

    private void requireWriting() {
        if (lock.isEmpty()) {
            throw new IllegalStateException("the archive " + folder.root() + " is open for reading only");
        }
    }

    /** Whether a capture of exactly that address, second and payload is there, whoever made it. */
    boolean holds(String target, Instant date, String payloadDigest) throws IOException {
        String timestamp = IndexEntry.stamp(date);
        return index.captures(target).stream()
                .anyMatch(entry ->
                        entry.timestamp().equals(timestamp) && entry.digest().equals(payloadDigest));
    }

    /** Whether there is a capture of that address and second. */
    boolean holds(String target, Instant date) throws IOException {
        String timestamp = IndexEntry.stamp(date);
        return index.captures(target).stream()
                .anyMatch(entry -> entry.timestamp().equals(timestamp));
    }

    /** The capture of exactly that address and second; empty where there is none, or it cannot be read. */
    Optional<ArchivedRecord> capture(String target, Instant date) throws IOException {
        String timestamp = IndexEntry.stamp(date);
        for (IndexEntry entry : index.captures(target)) {
            if (entry.timestamp().equals(timestamp)) {
                return readable(entry);
            }
        }
        return Optional.empty();
    }

    private Optional<ArchivedRecord> readable(IndexEntry capture) throws IOException {
        try {
            return Optional.of(read(capture.location()));
        } catch (ArchiveException e) {
            return Optional.empty(); // the verifier names it
        }
    }

    Path file(String warcPath) throws IOException {
        return folder.resolve(warcPath);
    }

    /** Files of a run in the order of their numbers. */
    List<String> filesOf(RunId run) throws IOException {
        List<String> files = new ArrayList<>();
        for (String path : folder.warcPaths()) {
            if (WarcName.parse(path).map(name -> name.run().equals(run)).orElse(false)) {
                files.add(path);
            }
        }
        return files;
    }

    Originals originals() {
        return originals;
    }

    CaptureIndex index() {
        return index;
    }

    void commit(RunFields.Closing closing) throws IOException {
        index.bringUpToDate(closing.files());
        log.append(closing);
    }

    synchronized void closed(ArchiveWriter closedWriter) {
        if (writer.isPresent() && writer.get() == closedWriter) {
            writer = Optional.empty();
        }
    }
}
