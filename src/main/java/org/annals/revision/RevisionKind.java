package org.annals.revision;

import java.util.Locale;

/** What a revision did; the words of {@code v_revision.kind}. */
public enum RevisionKind {
    /** A table value or its state changed. */
    DATA,
    /** Narrative, title or the printed date of publication changed, no table value. */
    TEXT,
    /** Bytes at the same address changed, nothing that a reader reads. */
    COSMETIC,
    /** The same content is at another address, the earlier ones are gone or lead elsewhere. */
    MOVED,
    /** Every address was gone in two visits. */
    WITHDRAWN,
    /** The same content is back after it was withdrawn. */
    RESTORED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
