package org.annals.capture;

import java.util.Locale;

/** Why the archived answer is not whole; the words of the WARC-Truncated header. */
public enum Truncation {
    LENGTH,
    TIME,
    DISCONNECT,
    UNSPECIFIED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
