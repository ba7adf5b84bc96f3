package org.annals.capture;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Names one crawl or import from start to finish; sorts by the time it was started. */
public record RunId(String value) implements Comparable<RunId> {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    public RunId {
        if (!value.matches("[0-9A-Za-z-]{1,64}")) {
            throw new IllegalArgumentException("not a run id: " + value);
        }
    }

    public static RunId startedAt(Instant instant) {
        return new RunId(STAMP.format(instant));
    }

    @Override
    public int compareTo(RunId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
