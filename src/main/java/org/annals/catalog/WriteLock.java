package org.annals.catalog;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Held by the one program that writes the catalogue; the system lets go of it when the program ends, however it ends. */
final class WriteLock implements AutoCloseable {
    private static final long POLL_MS = 50;

    /** Folders locked by this program. A second channel must not even be opened: on POSIX systems closing it would let go of the first one's lock. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel channel;

    private WriteLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /** @throws CatalogBusyException if another one still holds it after that time */
    static WriteLock await(Path folder, Duration wait) throws IOException {
        Path real = folder.toRealPath();
        long left = wait.toMillis();
        while (true) {
            Optional<WriteLock> lock = take(real);
            if (lock.isPresent()) {
                return lock.get();
            }
            if (left <= 0) {
                throw new CatalogBusyException("catalogue of " + folder
                        + " is being written by another program; wait for it to end and repeat the command");
            }
            left -= POLL_MS;
            try {
                Thread.sleep(POLL_MS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("interrupted while waiting for the catalogue of " + folder);
            }
        }
    }

    private static Optional<WriteLock> take(Path folder) throws IOException {
        if (!HELD.add(folder)) {
            return Optional.empty();
        }
        FileChannel channel = null;
        try {
            channel = FileChannel.open(
                    folder.resolve(Indexer.FILE + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() != null) {
                return Optional.of(new WriteLock(folder, channel));
            }
            channel.close();
        } catch (IOException e) {
            if (channel != null) {
                channel.close();
            }
            HELD.remove(folder);
            throw new CatalogException(
                    "catalogue cannot be written: " + e.getMessage() + "; see whether its folder may be written", e);
        }
        HELD.remove(folder);
        return Optional.empty();
    }

    /** @throws IllegalStateException if it was let go */
    void require() {
        if (!channel.isOpen()) {
            throw new IllegalStateException("the lock of the catalogue is not held");
        }
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            HELD.remove(folder);
        }
    }
}
