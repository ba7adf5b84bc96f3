package org.annals.web;

import java.io.IOException;

/** The server cannot be started; the message says why and the way out. */
public final class WebException extends IOException {
    private static final long serialVersionUID = 1;

    WebException(String message, Throwable cause) {
        super(message, cause);
    }
}
