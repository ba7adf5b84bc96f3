package org.annals.report;

import java.util.Locale;

/** Where the name of the publisher was read. */
public enum PublisherSource {
    TITLE,
    META,
    BODY,
    SEED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
