package org.annals.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.annals.capture.RecordLocation;

/** An archive folder. */
public final class Archive implements AutoCloseable {
    private Archive() {}

    /**
     * Opens for writing: takes the folder's lock, makes what is missing, cuts torn ends off files of unfinished runs.
     *
     * @throws ArchiveException if another program writes to it, or the folder cannot be used
     */
    public static Archive openForWriting(Path folder) throws IOException {
        throw new UnsupportedOperationException();
    }

    /**
     * Opens for reading only; changes nothing.
     *
     * @throws ArchiveException if there is no archive
     */
    public static Archive openForReading(Path folder) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** What opening had to mend, one line each. */
    public List<String> repairs() {
        throw new UnsupportedOperationException();
    }

    public Path folder() {
        throw new UnsupportedOperationException();
    }

    /** Begins a new file of that run, warcinfo first. */
    public ArchiveWriter write(RunInfo run) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** The run that was begun last and has no commit, if there is one. */
    public Optional<RunInfo> unfinished() throws IOException {
        throw new UnsupportedOperationException();
    }

    /** WARC files in the order in which they were begun, relative to the folder. */
    public List<String> files() throws IOException {
        throw new UnsupportedOperationException();
    }

    /**
     * Reads the records of one file in order, from an offset that begins a record to the end, or to the last whole record of a file that is being written.
     *
     * @return the offset after the last record read
     */
    public long read(String warcPath, long fromOffset, Consumer<ArchivedRecord> sink) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** @throws ArchiveException if no record begins there */
    public ArchivedRecord read(RecordLocation at) throws IOException {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() throws IOException {
        throw new UnsupportedOperationException();
    }
}
