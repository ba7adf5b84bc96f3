package org.annals.catalog;

import java.io.IOException;

/** Another program is writing the catalogue; it can be read all the same. */
public final class CatalogBusyException extends IOException {
    private static final long serialVersionUID = 1;

    CatalogBusyException(String message) {
        super(message);
    }
}
