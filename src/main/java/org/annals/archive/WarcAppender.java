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
 * The WARC file that is being written. A group of records is on disk as a whole when {@code append} returns, or not in
 * the file at all. Writes through {@link RandomAccessFile}, since a channel would be closed by an interrupt of the
 * writing thread.
 */
final class WarcAppender implements Closeable {
    private final Path path;
    private final String warcPath;
    private final RandomAccessFile file;
    private long end;
    private boolean broken;
    private boolean unsynced;

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
            appender.append(List.of(first), true);
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
     * @param synced whether the records are on disk when this returns; else at the latest when the file is closed
     * @throws ArchiveException if the disk is full or fails; what was in the file before is still there and whole
     */
    List<RecordLocation> append(List<byte[]> members, boolean synced) throws IOException {
        if (broken) {
            throw new ArchiveException("cannot append to " + path + ": an earlier write to it failed;"
                    + " run the same command again, it goes on from what is safe on disk");
        }
        List<RecordLocation> locations = new ArrayList<>();
        long at = end;
        try {
            for (byte[] member : members) {
                locations.add(new RecordLocation(warcPath, at, member.length));
                file.seek(at);
                file.write(member);
                at += member.length;
            }
            if (synced) {
                file.getFD().sync();
            }
            unsynced = !synced;
        } catch (IOException e) {
            cutBack();
            throw new ArchiveException(
                    "cannot append to " + path + " at offset " + end + ": " + DiskFault.reason(e)
                            + "; all before it is safe: make room and run the same command again",
                    e);
        }
        end = at;
        return locations;
    }

    private void cutBack() {
        try {
            file.setLength(end);
            file.getFD().sync();
        } catch (IOException e) {
            broken = true; // the torn end is cut when the archive is opened the next time
        }
    }

    @Override
    public void close() throws IOException {
        try {
            if (unsynced && !broken) {
                file.getFD().sync();
            }
        } catch (IOException e) {
            throw new ArchiveException(
                    "cannot write " + path + " to disk: " + DiskFault.reason(e) + "; run the same command again", e);
        } finally {
            file.close();
        }
    }
}
