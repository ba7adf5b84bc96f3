package org.annals.capture;

import java.util.Objects;

/**
 * Where a capture comes from that Annals did not make itself.
 *
 * @param government code of the government that the address belongs to, as known when it was taken in; empty where none was
 * @param location name of the file it stood in, or the address of the replay that gave it
 * @param sha256 lower-case hex, of the file; empty for a replay
 * @param offset of the record in the file, or of the gzip member that holds it; -1 for a replay
 * @param recordId the record's own WARC-Record-ID; may be empty
 */
public record ImportSource(String government, String location, String sha256, long offset, String recordId) {
    public ImportSource {
        Objects.requireNonNull(government);
        Objects.requireNonNull(location);
        Objects.requireNonNull(sha256);
        Objects.requireNonNull(recordId);
    }
}
