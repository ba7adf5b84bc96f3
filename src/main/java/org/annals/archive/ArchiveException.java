package org.annals.archive;

import java.io.IOException;

/** The archive's disk or bytes are at fault; the message names operation, file, offset and what to do. */
public final class ArchiveException extends IOException {
    private static final long serialVersionUID = 1;

    public ArchiveException(String message) {
        super(message);
    }

    public ArchiveException(String message, Throwable cause) {
        super(message, cause);
    }
}
