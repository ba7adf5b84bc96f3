package org.annals.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;

/**
 * Which revisions were handed over to a command: a file of ids, one a line, that only grows. Without the file every revision is new. A line that was cut short by a
 * kill does not count. Held by one process at a time.
 */
final class HandedOver implements AutoCloseable {
    /** Within the archive folder. */
    static final String FILE = "revisions-handed-over.txt";

    private final FileChannel file;
    private final Set<String> ids;

    private HandedOver(FileChannel file, Set<String> ids) {
        this.file = file;
        this.ids = ids;
    }

    /** @throws UsageError if it cannot be opened, or another process holds it */
    static HandedOver open(Path folder) throws IOException {
        Path path = folder.resolve(FILE);
        FileChannel file;
        try {
            file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new UsageError("cannot open " + path + ", where the revisions handed over are noted (" + e
                    + "); --exec needs an archive folder that it may write to");
        }
        try {
            // kept until the channel is closed
            FileLock lock = file.tryLock();
            if (lock == null) {
                throw new UsageError(
                        "another program is handing over the revisions of " + folder + "; try again later");
            }
            return new HandedOver(file, ids(file));
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private static Set<String> ids(FileChannel file) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(file.size()));
        while (bytes.hasRemaining() && file.read(bytes) >= 0) {
            continue;
        }
        int whole = bytes.position();
        while (whole > 0 && bytes.get(whole - 1) != '\n') {
            whole--;
        }
        file.truncate(whole);
        file.position(whole);
        String text = new String(bytes.array(), 0, whole, StandardCharsets.UTF_8);
        return new HashSet<>(text.lines().toList());
    }

    boolean contains(String revision) {
        return ids.contains(revision);
    }

    /** On disk when this returns. */
    void add(String revision) throws IOException {
        ByteBuffer line = ByteBuffer.wrap((revision + "\n").getBytes(StandardCharsets.UTF_8));
        while (line.hasRemaining()) {
            file.write(line);
        }
        file.force(true);
        ids.add(revision);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
