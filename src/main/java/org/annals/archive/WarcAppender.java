package org.annals.archive;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.annals.capture.RecordLocation;

/**
 * The WARC file that is being written. A group of records is in the file as a whole when {@code append} returns, or not
 * at all, and on disk when {@code sync} returns. One writes at a time, while another may wait for the disk. Writes through {@link RandomAccessFile}, since a channel would be closed by an interrupt of the
 * writing thread.
 */
final class WarcAppender implements Closeable {
    private final Path path;
    private final String warcPath;
    private final RandomAccessFile file;
    private final Object syncing = new Object();
    private long synced;
    private volatile long end;
    private volatile boolean broken;

    private WarcAppender(Path path, String warcPath, RandomAccessFile file) {
        this.path = path;
        this.warcPath = warcPath;
        this.file = file;
    }

    /** Begins a new file with a first record. */
    static WarcAppender begin(Path path, String warcPath, byte[] first) throws IOException {
        try {
            Files.createDirectories(path.getParent());
            Files.createFile(path);
        } catch (IOException e) {
            throw new ArchiveException(
                    "cannot begin " + path + ": " + DiskFault.reason(e) + "; make room, or allow to write there", e);
        }
        RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
        WarcAppender appender = new WarcAppender(path, warcPath, file);
        try {
            appender.append(List.of(first));
            appender.sync(appender.length());
        } catch (IOException e) {
            file.close();
            Files.deleteIfExists(path);
            throw e;
        }
        for (Path directory = path.getParent(); directory != null; directory = directory.getParent()) {
            ArchiveFolder.sync(directory);
            if (directory.endsWith("warc")) {
                break;
            }
        }
        return appender;
    }

    long length() {
        return end;
    }

    String warcPath() {
        return warcPath;
    }

    /**
     * Not on disk before {@link #sync} says so.
     *
     * @throws ArchiveException if the disk is full or fails; what was in the file before is still there and whole
     */
    synchronized List<RecordLocation> append(List<byte[]> members) throws IOException {
        checkWhole();
        List<RecordLocation> locations = new ArrayList<>();
        long at = end;
        try {
            for (byte[] member : members) {
                locations.add(new RecordLocation(warcPath, at, member.length));
                file.seek(at);
                file.write(member);
                at += member.length;
            }
        } catch (IOException e) {
            throw cutBack(end, e);
        }
        end = at;
        return locations;
    }

    /**
     * Returns when all records up to there are on disk. Whoever comes while the disk is busy waits, and the next sync then
     * serves all of them.
     *
     * @throws ArchiveException if the disk fails; all that was not on disk is cut off again
     */
    void sync(long upTo) throws IOException {
        synchronized (syncing) {
            if (upTo <= synced) {
                return;
            }
            checkWhole();
            long reached = end;
            try {
                file.getFD().sync();
                synced = reached;
            } catch (IOException e) {
                synchronized (this) {
                    broken = true;
                    throw cutBack(synced, e);
                }
            }
        }
    }

    private void checkWhole() throws ArchiveException {
        if (broken) {
            throw new ArchiveException("cannot append to " + path + ": an earlier write to it failed;"
                    + " run the same command again, it goes on from what is safe on disk");
        }
    }

    private ArchiveException cutBack(long safe, IOException cause) {
        try {
            file.setLength(safe);
            file.getFD().sync();
        } catch (IOException e) {
            broken = true; // the torn end is cut when the archive is opened the next time
        }
        return new ArchiveException(
                "cannot append to " + path + " at offset " + safe + ": " + DiskFault.reason(cause)
                        + "; all before it is safe: make room and run the same command again",
                cause);
    }

    @Override
    public void close() throws IOException {
        synchronized (syncing) {
            try {
                if (!broken) {
                    sync(end);
                }
            } finally {
                file.close();
            }
        }
    }
}
