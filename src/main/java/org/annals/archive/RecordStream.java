package org.annals.archive;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.Optional;
import org.annals.capture.RecordLocation;
import org.netpreserve.jwarc.MessageHeaders;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;

/**
 * Plain WARC records one behind the other, of whatever program: any number of line ends between two of them, and none behind the last. What is beyond the limits is
 * refused, so that a forged length or an endless head fills no memory.
 */
final class RecordStream {
    /** No report is as long. */
    static final long MAX_BLOCK = 256L << 20;

    private static final long MAX_HEAD = 1L << 20;

    private final InputStream in;
    private final String name;
    private final ByteBuffer buffer = ByteBuffer.allocate(8192).flip();
    private final ReadableByteChannel channel;
    private long delivered;
    private long headEnd;
    private Optional<MessageHeaders> begun = Optional.empty();

    RecordStream(InputStream in, String name) {
        this.in = in;
        this.name = name;
        this.channel = new ReadableByteChannel() {
            @Override
            public int read(ByteBuffer target) throws IOException {
                if (delivered > headEnd) {
                    throw new IOException("the head of the record is longer than " + MAX_HEAD + " bytes");
                }
                byte[] bytes = new byte[target.remaining()];
                int n = in.read(bytes);
                if (n > 0) {
                    target.put(bytes, 0, n);
                    delivered += n;
                }
                return n;
            }

            @Override
            public boolean isOpen() {
                return true;
            }

            @Override
            public void close() {
                // the stream belongs to whoever gave it
            }
        };
    }

    /** Bytes of the stream that were used up. */
    long position() {
        return delivered - buffer.remaining();
    }

    /** The headers of the record that could not be read to its end. */
    Optional<MessageHeaders> begun() {
        return begun;
    }

    /**
     * @param offset said of the record; where it is below zero, its place in the stream
     * @return empty at the end of the stream
     */
    Optional<RawRecord> next(long offset) throws IOException {
        begun = Optional.empty();
        headEnd = Long.MAX_VALUE;
        if (!skipLineEnds()) {
            return Optional.empty();
        }
        long start = position();
        headEnd = start + MAX_HEAD;
        WarcReader reader = new WarcReader(channel, buffer);
        reader.setLenient(true);
        WarcRecord record;
        try {
            record = reader.next().orElseThrow(() -> new EOFException("the record ends in its head"));
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
        if (!record.version().getProtocol().equals("WARC")) {
            throw new IOException("a record of the older ARC format, which is not read");
        }
        begun = Optional.of(record.headers());
        long length = record.body().size();
        if (length > MAX_BLOCK) {
            throw new IOException("a block of " + length + " bytes; longer than " + MAX_BLOCK + " is not read");
        }
        byte[] block = block((int) length);
        long place = offset < 0 ? start : offset;
        return Optional.of(new RawRecord(
                record.version().toString(),
                record.headers(),
                block,
                new RecordLocation(name, place, position() - start)));
    }

    /** Read here and not through the record, so that not a byte more is used up. */
    private byte[] block(int length) throws IOException {
        byte[] head = new byte[Math.min(length, buffer.remaining())];
        buffer.get(head);
        byte[] rest = in.readNBytes(length - head.length);
        delivered += rest.length;
        if (head.length + rest.length < length) {
            throw new EOFException("the block ends after " + (head.length + rest.length) + " of " + length + " bytes");
        }
        if (rest.length == 0) {
            return head;
        }
        byte[] block = new byte[length];
        System.arraycopy(head, 0, block, 0, head.length);
        System.arraycopy(rest, 0, block, head.length, rest.length);
        return block;
    }

    private boolean skipLineEnds() throws IOException {
        while (true) {
            while (buffer.hasRemaining()) {
                byte b = buffer.get(buffer.position());
                if (b != '\r' && b != '\n') {
                    return true;
                }
                buffer.get();
            }
            buffer.clear();
            int n = channel.read(buffer);
            buffer.flip();
            if (n < 0) {
                return false;
            }
        }
    }
}
