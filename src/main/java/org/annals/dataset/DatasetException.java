package org.annals.dataset;

import java.io.IOException;

/** A package that cannot be written or read for a reason that the user can mend; the message says how. */
public final class DatasetException extends IOException {
    private static final long serialVersionUID = 1;

    DatasetException(String message) {
        super(message);
    }

    DatasetException(String message, Throwable cause) {
        super(message, cause);
    }
}
