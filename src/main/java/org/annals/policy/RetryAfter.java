package org.annals.policy;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;

/** The Retry-After header (RFC 9110, 10.2.3): seconds, or a date in any of the three forms of 5.6.7. */
public final class RetryAfter {
    /** What is longer is taken for this; no more than that is ever waited for. */
    public static final Duration MOST = Duration.ofDays(3650);

    private static final int MOST_DIGITS = 9;
    /** A year of two digits lies at most so far ahead (RFC 9110, 5.6.7). */
    private static final int YEARS_BACK = 49;

    private RetryAfter() {}

    /**
     * How long to wait from {@code now}, {@link #MOST} at most; zero for a date that has passed, empty for what is neither form.
     *
     * @param now when the answer was received
     */
    public static Optional<Duration> parse(String header, Instant now) {
        String value = header.strip();
        if (value.matches("\\d+")) {
            String digits = value.replaceFirst("^0+(?=\\d)", "");
            return Optional.of(
                    digits.length() > MOST_DIGITS ? MOST : shorter(Duration.ofSeconds(Long.parseLong(digits)), MOST));
        }
        return date(value, now).map(at -> at.isBefore(now) ? Duration.ZERO : shorter(Duration.between(now, at), MOST));
    }

    /** The day of the week says nothing that the date does not say. */
    private static Optional<Instant> date(String value, Instant now) {
        String date = value.replaceFirst("^[A-Za-z]+,?\\s+", "").replaceAll("\\s+", " ");
        int firstYear = now.atZone(ZoneOffset.UTC).getYear() - YEARS_BACK;
        DateTimeFormatter rfc850 = new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern("d-MMM-")
                .appendValueReduced(ChronoField.YEAR, 2, 2, firstYear)
                .appendPattern(" HH:mm:ss")
                .toFormatter(Locale.ENGLISH);
        for (DateTimeFormatter form : new DateTimeFormatter[] {form("d MMM uuuu HH:mm:ss"), rfc850}) {
            Optional<Instant> at = parsed(date.replaceFirst(" (GMT|UTC|Z|[+-]0000)$", ""), form);
            if (at.isPresent()) {
                return at;
            }
        }
        return parsed(date, form("MMM d HH:mm:ss uuuu"));
    }

    private static DateTimeFormatter form(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.ENGLISH);
    }

    private static Optional<Instant> parsed(String date, DateTimeFormatter form) {
        try {
            return Optional.of(LocalDateTime.parse(date, form).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }
}
