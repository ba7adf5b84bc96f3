package org.annals.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/**
 * A file as a stream that always knows its place and can be set to another. Reads through {@link RandomAccessFile},
 * since a channel would be closed by an interrupt of the reading thread.
 */
final class PositionedInput extends InputStream {
    private final RandomAccessFile file;
    private final String name;
    private final long start;
    private final long size;
    private final byte[] buffer = new byte[1 << 16];
    private long bufferStart;
    private int buffered;
    private long position;
    private long mark;

    PositionedInput(Path path, String name) throws IOException {
        this(path, name, 0, -1);
    }

    /**
     * A part of a file; every place is told from its beginning.
     *
     * @param length below zero for all that follows
     */
    PositionedInput(Path path, String name, long start, long length) throws IOException {
        this.name = name;
        this.start = start;
        try {
            file = new RandomAccessFile(path.toFile(), "r");
        } catch (IOException e) {
            throw new ArchiveException("cannot read " + DiskFault.reason(e) + "; see whether it is there", e);
        }
        long there = Math.max(0, file.length() - start);
        size = length < 0 ? there : Math.min(length, there);
    }

    /** Length of the file when it was opened; what is appended later is not seen. */
    long size() {
        return size;
    }

    long position() {
        return position;
    }

    void position(long newPosition) {
        position = newPosition;
    }

    @Override
    public int read() throws IOException {
        return fill() ? buffer[(int) (position++ - bufferStart)] & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int from = (int) (position - bufferStart);
        int n = Math.min(length, buffered - from);
        System.arraycopy(buffer, from, target, offset, n);
        position += n;
        return n;
    }

    @Override
    public long skip(long n) {
        long skipped = Math.max(0, Math.min(n, size - position));
        position += skipped;
        return skipped;
    }

    @Override
    public int available() {
        return (int) Math.min(Integer.MAX_VALUE, Math.max(0, size - position));
    }

    @Override
    public boolean markSupported() {
        return true;
    }

    @Override
    public void mark(int readLimit) {
        mark = position;
    }

    @Override
    public void reset() {
        position = mark;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private boolean fill() throws IOException {
        if (position >= size) {
            return false;
        }
        if (position < bufferStart || position >= bufferStart + buffered) {
            bufferStart = position - position % buffer.length; // whole blocks, so that reading backwards is cheap too
            buffered = 0;
            try {
                file.seek(start + bufferStart);
                file.readFully(buffer, 0, (int) Math.min(buffer.length, size - bufferStart));
                buffered = (int) Math.min(buffer.length, size - bufferStart);
            } catch (IOException e) {
                throw new ArchiveException(
                        "cannot read " + name + " at offset " + position + ": " + DiskFault.reason(e)
                                + "; check the disk",
                        e);
            }
        }
        return true;
    }
}
