package org.annals.archive;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * What one record says of itself, checked apart from its neighbours.
 *
 * @param record without its block, but for warcinfo and metadata records, whose fields are still to be read
 * @param indexLine of what stands in the index
 * @param lacksOriginal whether it is a revisit whose response cannot be read
 * @param foreignHeader whether the header of its gzip member is none of ours
 */
record CheckedRecord(
        RawRecord record,
        List<String> problems,
        Optional<String> indexLine,
        boolean lacksOriginal,
        boolean foreignHeader) {
    private static final byte[] NONE = {};

    /** @param ours whether Annals wrote the file */
    static CheckedRecord of(RawRecord record, MemberReader reader, Originals originals, boolean ours)
            throws IOException {
        boolean read = record.is("warcinfo") || record.is("metadata");
        return new CheckedRecord(
                read ? record : new RawRecord(record.version(), record.headers(), NONE, record.location()),
                RecordCheck.problems(record, ours),
                record.isIndexed() ? Optional.of(IndexEntry.of(record).line()) : Optional.empty(),
                record.is("revisit") && originals.of(record).isEmpty(),
                ours && !GzipMember.isOurs(reader.gzipHeader(record.location().offset())));
    }
}
