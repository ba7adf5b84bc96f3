package org.annals.capture;

import java.util.Objects;

/** One HTTP header line as sent, spelling kept. */
public record Header(String name, String value) {
    public Header {
        Objects.requireNonNull(name);
        Objects.requireNonNull(value);
    }
}
