package org.annals.archive;

import java.util.Optional;

/**
 * Follows the records of a file in order and tells where an append ends. An exchange is three records, request,
 * response or revisit, and metadata, which belong together or not at all; a capture that was taken in from another
 * program may lack its request. Any other record stands alone.
 */
final class Groups {
    private enum Awaited {
        NOTHING,
        CAPTURE,
        METADATA
    }

    private Awaited awaited = Awaited.NOTHING;
    private String capture = "";

    /** Whether all that was begun is finished. */
    boolean whole() {
        return awaited == Awaited.NOTHING;
    }

    /** Forgets what was begun, after a damaged record. */
    void reset() {
        awaited = Awaited.NOTHING;
    }

    /** Goes on after damage: the record may be any of an exchange whose beginning was lost. */
    void resume(RawRecord record) {
        next(record);
    }

    /** @return what is wrong with this record in this place, if anything */
    Optional<String> next(RawRecord record) {
        if (awaited == Awaited.CAPTURE && record.isCapture() && record.id().equals(capture)) {
            awaited = Awaited.METADATA;
            return Optional.empty();
        }
        if (awaited == Awaited.METADATA
                && record.is("metadata")
                && record.concurrentTo().equals(Optional.of(capture))) {
            awaited = Awaited.NOTHING;
            return Optional.empty();
        }
        Optional<String> broken = whole()
                ? Optional.empty()
                : Optional.of("the exchange before it lacks its "
                        + (awaited == Awaited.CAPTURE ? "response" : "metadata record"));
        if (record.is("request")) {
            awaited = Awaited.CAPTURE;
            capture = record.concurrentTo().orElse("");
            return broken;
        }
        if (record.isCapture()) {
            awaited = Awaited.METADATA;
            capture = record.id();
            // what another program captured may have come without its request
            return record.isImported() ? broken : Optional.of(broken.orElse("its request is missing before it"));
        }
        if (record.isImported()) {
            awaited = Awaited.METADATA;
            capture = record.id();
            return broken;
        }
        awaited = Awaited.NOTHING;
        return broken;
    }
}
