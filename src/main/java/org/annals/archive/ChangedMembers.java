package org.annals.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/**
 * Looks for the record in which a file differs from its committed hash although every record of it is sound: some bits
 * of a gzip member, such as the filling of its last byte, are under no checksum. Writing the records again gives the
 * same bytes everywhere but there.
 */
final class ChangedMembers {
    /** So many members are tried to find the level that they were written with. */
    private static final int TRIED = 3;

    private ChangedMembers() {}

    /** The records whose member is not as it would be written; none where that cannot be told. */
    static List<RawRecord> in(MemberReader reader) throws IOException {
        List<RawRecord> sample = new ArrayList<>();
        List<RawRecord> changed = new ArrayList<>();
        long[] members = {0};
        OptionalInt[] level = {OptionalInt.empty()};
        WarcFile.walk(reader, 0, new RecordSink() {
            @Override
            public void record(RawRecord record) throws IOException {
                members[0]++;
                if (level[0].isEmpty() && sample.size() < TRIED) {
                    level[0] = levelOf(reader.bytes(record.location()));
                    sample.add(record);
                    if (level[0].isPresent()) {
                        changed.addAll(sample.subList(0, sample.size() - 1));
                    }
                } else if (level[0].isPresent() && !written(reader.bytes(record.location()), level[0].getAsInt())) {
                    changed.add(record);
                }
            }

            @Override
            public void damaged(DamagedRecordException damage, OptionalLong next) {
                // this is asked only of files in which no record is damaged
            }
        });
        // another zlib writes other bytes: then most members differ, and that says nothing
        return level[0].isPresent() && changed.size() <= members[0] / 2 ? changed : List.of();
    }

    private static OptionalInt levelOf(byte[] member) throws IOException {
        for (int level = 9; level >= 1; level--) {
            if (written(member, level)) {
                return OptionalInt.of(level);
            }
        }
        return OptionalInt.empty();
    }

    private static boolean written(byte[] member, int level) throws IOException {
        try (GzipCompressorInputStream in = GzipCompressorInputStream.builder()
                .setInputStream(new ByteArrayInputStream(member))
                .get()) {
            return Arrays.equals(member, GzipMember.of(in.readAllBytes(), level));
        }
    }
}
