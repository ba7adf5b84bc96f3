package org.annals.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * One WARC file, read from record to record. What is damaged is passed by: it costs the records it lies in and no
 * other.
 */
final class WarcFile {
    private WarcFile() {}

    /** @return the offset after the last sound record, or the offset given if there was none */
    static long walk(Path file, String warcPath, long from, RecordSink sink) throws IOException {
        try (MemberReader reader = new MemberReader(file, warcPath)) {
            return walk(reader, from, sink);
        }
    }

    static long walk(MemberReader reader, long from, RecordSink sink) throws IOException {
        long end = from;
        long at = from;
        while (at < reader.size()) {
            RawRecord record;
            try {
                record = reader.read(at);
            } catch (DamagedRecordException damage) {
                OptionalLong next = reader.nextSound(at + 1);
                sink.damaged(damage, next);
                if (next.isEmpty()) {
                    return end;
                }
                at = next.getAsLong();
                continue;
            }
            sink.record(record);
            at += record.location().length();
            end = at;
        }
        return end;
    }
}
