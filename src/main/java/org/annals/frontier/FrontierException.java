package org.annals.frontier;

import java.io.IOException;

/** The frontier's file is at fault; the message names the operation, the file and the way out. */
public final class FrontierException extends IOException {
    private static final long serialVersionUID = 1;

    FrontierException(String message, Throwable cause) {
        super(message, cause);
    }
}
