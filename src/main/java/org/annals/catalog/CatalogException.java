package org.annals.catalog;

import java.io.IOException;

/** The catalogue cannot be read or written; the message names the file, what failed and the way out. */
public final class CatalogException extends IOException {
    private static final long serialVersionUID = 1;

    CatalogException(String message) {
        super(message);
    }

    CatalogException(String message, Throwable cause) {
        super(message, cause);
    }
}
