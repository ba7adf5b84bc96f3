package org.annals.archive;

/**
 * How much a verification read, and how much it found.
 *
 * @param files WARC files
 * @param bytes of the WARC files
 */
public record Verified(long files, long records, long bytes, long commits, long findings) {}
