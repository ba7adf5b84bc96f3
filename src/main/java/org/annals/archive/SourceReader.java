package org.annals.archive;

import java.io.Closeable;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.annals.capture.RecordLocation;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/**
 * Reads a WARC file that another program wrote, from record to record: plain, with one gzip member a record, or with many records in a member. What cannot be read is
 * named with its offset, and reading goes on at the next record that begins after it.
 */
final class SourceReader implements Closeable {
    private static final byte[] MAGIC = "WARC/".getBytes(StandardCharsets.US_ASCII);

    private final PositionedInput in;
    private final String name;
    private final boolean gzip;

    /** @throws IOException in words for people if the file is of another kind */
    SourceReader(PositionedInput in, String name) throws IOException {
        this.in = in;
        this.name = name;
        in.position(0);
        byte[] begin = in.readNBytes(MAGIC.length);
        if (begin.length == 0) {
            throw new IOException("the file is empty");
        }
        gzip = isGzip(begin);
        if (!gzip && !startsWithMagic(begin)) {
            throw new IOException("it begins like no WARC file");
        }
    }

    void walk(RecordSink sink, Progress progress) throws IOException {
        long at = 0;
        while (at < in.size()) {
            Optional<DamagedRecordException> damage = gzip ? member(at, sink) : plain(at, sink, progress);
            if (damage.isEmpty()) {
                at = in.position();
            } else {
                OptionalLong next = nextStart(damage.get().offset() + 1);
                sink.damaged(damage.get(), next);
                at = next.orElse(in.size());
            }
            progress.at(at);
        }
    }

    /** The record of that id that begins at the offset, or stands in the gzip member there. */
    Optional<RawRecord> at(long offset, String id) throws IOException {
        List<RawRecord> found = new ArrayList<>();
        RecordSink sink = new RecordSink() {
            @Override
            public void record(RawRecord record) {
                if (record.id().equals(id)) {
                    found.add(record);
                }
            }

            @Override
            public void damaged(DamagedRecordException damage, OptionalLong next) {
                // named when the file was read
            }
        };
        if (gzip) {
            member(offset, sink);
        } else {
            in.position(offset);
            new RecordStream(in, name).next(offset).ifPresent(found::add);
        }
        return found.stream().findFirst();
    }

    /** Told how far a reading has come. */
    @FunctionalInterface
    interface Progress {
        void at(long offset) throws IOException;
    }

    /** Leaves the file behind the member if all of it was sound. */
    private Optional<DamagedRecordException> member(long offset, RecordSink sink) throws IOException {
        in.position(offset);
        RawRecord held = null;
        int given = 0;
        RecordStream records = null;
        try (InputStream member = GzipCompressorInputStream.builder()
                .setInputStream(new LeftOpen(in))
                .setDecompressConcatenated(false)
                .get()) {
            records = new RecordStream(member, name);
            // a record is believed when its member's checksum was read, which is behind its last
            for (Optional<RawRecord> next = records.next(offset); next.isPresent(); next = records.next(offset)) {
                if (held != null) {
                    sink.record(held);
                    given++;
                }
                held = next.get();
            }
            if (held == null) {
                return Optional.of(new DamagedRecordException(offset, "", "a gzip member without a record", null));
            }
        } catch (ArchiveException e) {
            throw e;
        } catch (IOException e) {
            if (held != null && (given > 0 || SourceDigests.proves(held))) {
                sink.record(held);
            }
            return Optional.of(damage(offset, records, e));
        }
        sink.record(held);
        return Optional.empty();
    }

    private Optional<DamagedRecordException> plain(long offset, RecordSink sink, Progress progress) throws IOException {
        in.position(offset);
        RecordStream records = new RecordStream(in, name);
        long at = offset;
        try {
            while (true) {
                Optional<RawRecord> next = records.next(-1);
                if (next.isEmpty()) {
                    in.position(in.size());
                    return Optional.empty();
                }
                RawRecord record = next.get();
                at = offset + record.location().offset();
                sink.record(new RawRecord(
                        record.version(),
                        record.headers(),
                        record.block(),
                        new RecordLocation(name, at, record.location().length())));
                at = offset + records.position();
                progress.at(at);
            }
        } catch (ArchiveException e) {
            throw e;
        } catch (IOException e) {
            return Optional.of(damage(at, records, e));
        }
    }

    private DamagedRecordException damage(long offset, RecordStream records, IOException e) throws IOException {
        String about =
                records == null ? "" : records.begun().map(RawRecord::described).orElse("");
        if (about.isEmpty()) {
            in.position(offset);
            byte[] begin = in.readNBytes(8 << 10);
            about = (gzip
                            ? DamagedMember.described(begin)
                            : DamagedMember.described(new String(begin, StandardCharsets.ISO_8859_1)))
                    .strip();
        }
        String problem = e instanceof EOFException
                        && (e.getMessage() == null || e.getMessage().isEmpty())
                ? "the file ends inside it"
                : e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return new DamagedRecordException(offset, about, problem, e);
    }

    /** The next offset at which a record can be read. */
    private OptionalLong nextStart(long from) throws IOException {
        in.position(from);
        for (int b = in.read(); b >= 0; b = in.read()) {
            long at = in.position() - 1;
            if (gzip ? b == 0x1f && begins(at) : b == 'W' && begins(at)) {
                return OptionalLong.of(at);
            }
            in.position(at + 1);
        }
        return OptionalLong.empty();
    }

    private boolean begins(long at) throws IOException {
        in.position(at);
        byte[] begin = in.readNBytes(MAGIC.length);
        if (gzip ? !isGzip(begin) : !startsWithMagic(begin)) {
            return false;
        }
        in.position(at);
        if (!gzip) {
            return readable(in);
        }
        try (InputStream member = GzipCompressorInputStream.builder()
                .setInputStream(new LeftOpen(in))
                .setDecompressConcatenated(false)
                .get()) {
            return readable(member);
        } catch (ArchiveException e) {
            throw e;
        } catch (IOException e) {
            return false; // not a member, only bytes that look like the beginning of one
        }
    }

    private boolean readable(InputStream stream) throws IOException {
        try {
            return new RecordStream(stream, name).next(0).isPresent();
        } catch (ArchiveException e) {
            throw e;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isGzip(byte[] bytes) {
        return bytes.length > 2 && (bytes[0] & 0xff) == 0x1f && (bytes[1] & 0xff) == 0x8b && bytes[2] == 8;
    }

    private static boolean startsWithMagic(byte[] bytes) {
        for (int i = 0; i < MAGIC.length; i++) {
            if (i >= bytes.length || bytes[i] != MAGIC[i]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        in.close();
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
