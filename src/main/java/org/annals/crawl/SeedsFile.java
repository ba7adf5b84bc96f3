package org.annals.crawl;

import java.util.Objects;

/**
 * A seeds file as it was given: archived with the run. The array is the file's own and must not be written to.
 *
 * @param name file name without folders
 */
public record SeedsFile(String name, byte[] csv) {
    public SeedsFile {
        Objects.requireNonNull(name);
        Objects.requireNonNull(csv);
    }
}
