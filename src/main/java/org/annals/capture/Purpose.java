package org.annals.capture;

import java.util.Locale;
import java.util.Optional;

/** What an address is asked for, or what a link seems to lead to; most wanted last. */
public enum Purpose {
    /** robots.txt of a host. */
    ROBOTS,
    /** Anything else inside the government's own hosts. */
    OTHER,
    /** An address of the seeds file. */
    SEED,
    /** The disclosure section, or a menu on the way to the report column. */
    SECTION,
    /** A column that lists annual reports. */
    COLUMN,
    /** A further page of a column. */
    PAGER,
    /** What looks like one report, or a file of it. */
    REPORT;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Purpose> ofCode(String code) {
        for (Purpose purpose : values()) {
            if (purpose.code().equals(code)) {
                return Optional.of(purpose);
            }
        }
        return Optional.empty();
    }
}
