package org.annals.archive;

import java.io.IOException;

/** What stands at an offset of a WARC file is no whole, sound record. */
final class DamagedRecordException extends IOException {
    private static final long serialVersionUID = 1;
    private final long offset;
    private final String record;

    /** @param record type and target as far as they could be read; may be empty */
    DamagedRecordException(long offset, String record, String problem, Throwable cause) {
        super(problem, cause);
        this.offset = offset;
        this.record = record;
    }

    long offset() {
        return offset;
    }

    String record() {
        return record;
    }
}
