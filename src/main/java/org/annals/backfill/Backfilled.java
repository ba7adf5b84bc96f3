package org.annals.backfill;

/**
 * What a backfill asked and passed by; what it took in is told by the import.
 *
 * @param addresses that the CDX server was asked about
 * @param listed captures that it named
 * @param same of them with the digest of the one before, which were not fetched
 * @param held of them that the archive has
 * @param failures addresses and captures that could not be had, each of which was told
 */
public record Backfilled(long addresses, long listed, long same, long held, long failures) {}
