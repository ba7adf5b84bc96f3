package org.annals.catalog;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.annals.link.PublicationKey;
import org.annals.revision.Revision;

/** The ids that views show: derived from what they name, so that they are the same however the catalogue came to be. */
final class Ids {
    private Ids() {}

    /** For example {@code 420100-2022-1f0c3a9be2}: code and year for people, the hash of all parts for certainty. */
    static String publication(PublicationKey key) {
        String code = key.government().replaceAll("[^0-9A-Za-z._-]", "_");
        String year = key.fiscalYear().map(String::valueOf).orElse("undated");
        String parts = String.join("\n", key.government(), key.publisher(), year, key.address());
        return (code.isEmpty() ? "none" : code) + "-" + year + "-" + hash(parts);
    }

    /**
     * For example {@code 420100-2022-1f0c3a9be2-08d3f1c27a}. The number of a version is no part of it: it grows when an older capture is taken in, and the id would
     * then mean another version.
     *
     * @param capture id of the capture of this version that was archived first
     */
    static String report(String publication, String capture) {
        return publication + "-" + hash(capture);
    }

    static String revision(String publication, Revision revision) {
        String parts =
                String.join("\n", revision.kind().code(), revision.toCapture(), Times.text(revision.detectedAt()));
        return publication + "-" + revision.kind().code() + "-" + hash(parts);
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 5);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
