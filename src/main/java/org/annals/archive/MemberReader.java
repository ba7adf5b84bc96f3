package org.annals.archive;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import org.annals.capture.RecordLocation;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.netpreserve.jwarc.MessageHeaders;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;

/**
 * Reads the records of one WARC file, each out of its own gzip member, one in memory at a time. Not safe for many
 * threads.
 */
final class MemberReader implements Closeable {
    /** A block longer than this cannot be held in memory; our own are far shorter, since the fetcher limits them. */
    private static final long MAX_BLOCK = 1L << 30;

    private static final int LONGEST_REQUEST = 8 << 10;
    private static final byte[] END_OF_RECORD = {'\r', '\n', '\r', '\n'};
    private final PositionedInput in;
    private final String warcPath;

    MemberReader(Path file, String warcPath) throws IOException {
        this.in = new PositionedInput(file, warcPath);
        this.warcPath = warcPath;
    }

    long size() {
        return in.size();
    }

    /**
     * @throws DamagedRecordException if the member that begins there is not whole or not sound, or holds anything but
     *     one WARC record
     * @throws ArchiveException if the disk fails
     */
    RawRecord read(long offset) throws IOException {
        Header header = new Header();
        in.position(offset);
        try (InputStream member = gunzip(new LeftOpen(in))) {
            byte[] block = block(member, header);
            RecordLocation location = new RecordLocation(warcPath, offset, in.position() - offset);
            return new RawRecord(header.version, header.fields, block, location);
        } catch (ArchiveException e) {
            throw e;
        } catch (IOException | IllegalArgumentException e) {
            String about = header.fields == null ? described(offset) : RawRecord.described(header.fields);
            String problem = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            throw new DamagedRecordException(offset, about, problem, e);
        }
    }

    /** Ends with the member and leaves the file at its end. */
    private static InputStream gunzip(InputStream in) throws IOException {
        return GzipCompressorInputStream.builder()
                .setInputStream(in)
                .setDecompressConcatenated(false)
                .get();
    }

    private static byte[] block(InputStream member, Header header) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(8192).flip();
        WarcReader reader = new WarcReader(PlainChannel.of(member), buffer);
        reader.setLenient(true);
        Optional<WarcRecord> record = reader.next();
        if (record.isEmpty()) {
            throw new IOException("an empty gzip member");
        }
        header.version = record.get().version().toString();
        header.fields = record.get().headers();
        long length = record.get().body().size();
        if (length > MAX_BLOCK) {
            throw new IOException("a block of " + length + " bytes is more than can be held in memory");
        }
        byte[] block = record.get().body().stream().readNBytes((int) length);
        if (block.length < length) {
            throw new IOException("the block ends after " + block.length + " of " + length + " bytes");
        }
        byte[] rest = new byte[Math.min(buffer.remaining(), END_OF_RECORD.length + 1)];
        buffer.get(rest);
        byte[] after = member.readNBytes(END_OF_RECORD.length + 1 - rest.length);
        byte[] end = Arrays.copyOf(rest, rest.length + after.length);
        System.arraycopy(after, 0, end, rest.length, after.length);
        if (!Arrays.equals(end, END_OF_RECORD)) {
            throw new IOException("the record does not end with two line ends, or more than one is in the gzip member");
        }
        return block;
    }

    /** The next offset at which a sound record begins. */
    OptionalLong nextSound(long from) throws IOException {
        return nextSound(from, in.size());
    }

    /** The first offset from one place on and before another at which a sound record begins. */
    OptionalLong nextSound(long from, long before) throws IOException {
        int previous = -1;
        long at = from;
        while (at < in.size() && at <= before) {
            in.position(at);
            int b = in.read();
            at++;
            if (previous == 0x1f && b == 0x8b && isSound(at - 2)) {
                return OptionalLong.of(at - 2);
            }
            previous = b;
        }
        return OptionalLong.empty();
    }

    /** The record that ends where another begins, if it is as short as requests are. */
    Optional<RawRecord> endingAt(long end) throws IOException {
        long from = Math.max(0, end - LONGEST_REQUEST);
        OptionalLong start = nextSound(from, end);
        while (start.isPresent()) {
            RawRecord record = read(start.getAsLong());
            long next = start.getAsLong() + record.location().length();
            if (next >= end) {
                return next == end ? Optional.of(record) : Optional.empty();
            }
            start = nextSound(next, end);
        }
        return Optional.empty();
    }

    private boolean isSound(long offset) throws IOException {
        try {
            read(offset);
            return true;
        } catch (DamagedRecordException e) {
            return false; // not a member, only bytes that look like the beginning of one
        }
    }

    private String described(long offset) throws IOException {
        in.position(offset);
        return DamagedMember.described(in.readNBytes(8 << 10)).strip();
    }

    /** The gzip header of the member at that offset, as far as there is one. */
    byte[] gzipHeader(long offset) throws IOException {
        in.position(offset);
        return in.readNBytes(GzipMember.HEADER_LENGTH);
    }

    /** The bytes of a record's gzip member as they lie in the file. */
    byte[] bytes(RecordLocation location) throws IOException {
        in.position(location.offset());
        return in.readNBytes((int) location.length());
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** What could be read of a record before it turned out to be damaged. */
    private static final class Header {
        private String version;
        private MessageHeaders fields;
    }

    /** Keeps the file open when the stream of one member is closed. */
    private static final class LeftOpen extends FilterInputStream {
        LeftOpen(InputStream in) {
            super(in);
        }

        @Override
        public void close() {
            // the file is closed by the reader
        }
    }
}
