package org.annals.web;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.annals.archive.Archive;
import org.annals.archive.ArchiveException;
import org.annals.archive.ArchivedRecord;
import org.annals.archive.RecordText;
import org.annals.capture.RecordLocation;

/** Reads records out of the WARC files, a few at a time: each lies in memory as a whole. */
final class OpenArchive {
    private static final int MOST_AT_ONCE = 4;
    /** Bytes of a packed record; what is longer came from another program and is no page of a portal. */
    private static final long LONGEST = 128L << 20;

    /** What a request does with a record. */
    @FunctionalInterface
    interface Use<T> {
        T of(ArchivedRecord record) throws IOException;
    }

    private final Path folder;
    private final Semaphore free = new Semaphore(MOST_AT_ONCE, true);

    OpenArchive(Path folder) {
        this.folder = folder;
    }

    /** Empty where there is no sound record of a length that can be shown; 'annals verify' says why. */
    <T> Optional<T> read(RecordLocation at, Use<T> use) throws IOException {
        if (at.length() > LONGEST) {
            return Optional.empty();
        }
        free.acquireUninterruptibly();
        try (Archive archive = Archive.openForReading(folder)) {
            return Optional.of(use.of(archive.read(at)));
        } catch (ArchiveException e) {
            return Optional.empty(); // the verifier names it
        } finally {
            free.release();
        }
    }

    /** The record as text, and those that were written with it; none where they cannot be read. */
    List<RecordText> texts(RecordLocation at) throws IOException {
        if (at.length() > LONGEST) {
            return List.of();
        }
        free.acquireUninterruptibly();
        try (Archive archive = Archive.openForReading(folder)) {
            return archive.texts(at);
        } catch (ArchiveException e) {
            return List.of(); // the verifier names it
        } finally {
            free.release();
        }
    }
}
