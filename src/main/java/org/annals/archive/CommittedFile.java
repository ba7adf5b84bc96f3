package org.annals.archive;

import java.util.Objects;

/**
 * A WARC file as a commit names it.
 *
 * @param path relative to the archive folder, with forward slashes
 * @param length bytes
 * @param sha256 lower-case hex, of the whole file
 */
public record CommittedFile(String path, long length, String sha256) {
    public CommittedFile {
        Objects.requireNonNull(path);
        Objects.requireNonNull(sha256);
    }
}
