package org.annals.cli;

import java.time.Duration;

/** Lengths of time for people. */
final class Spans {
    private Spans() {}

    /** For example {@code 200 ms}, {@code 3 s}, {@code 12 min}, {@code 5 h 20 min}, {@code 3 d 4 h}. */
    static String of(Duration span) {
        if (span.compareTo(Duration.ofSeconds(1)) < 0) {
            return span.toMillis() + " ms";
        }
        if (span.compareTo(Duration.ofMinutes(2)) < 0) {
            long tenths = Math.round(span.toMillis() / 100.0);
            return tenths / 10 + (tenths % 10 == 0 ? "" : "." + tenths % 10) + " s";
        }
        long minutes = Math.round(span.toMillis() / 60_000.0);
        if (minutes < 120) {
            return minutes + " min";
        }
        if (minutes < 48 * 60) {
            return minutes / 60 + " h" + (minutes % 60 == 0 ? "" : " " + minutes % 60 + " min");
        }
        long hours = Math.round(minutes / 60.0);
        return hours / 24 + " d" + (hours % 24 == 0 ? "" : " " + hours % 24 + " h");
    }
}
