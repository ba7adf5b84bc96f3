package org.annals.capture;

import java.util.Objects;

/**
 * Where one WARC record lies.
 *
 * @param warcPath relative to the archive folder, with forward slashes
 * @param offset of the first byte of the record's gzip member
 * @param length of the gzip member in bytes
 */
public record RecordLocation(String warcPath, long offset, long length) {
    public RecordLocation {
        Objects.requireNonNull(warcPath);
        if (offset < 0 || length < 0) {
            throw new IllegalArgumentException("no place in a file: " + offset + "+" + length);
        }
    }
}
