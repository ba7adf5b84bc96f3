package org.annals.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Times as web archives write them: in addresses as 14 digits, in headers as HTTP dates (RFC 7089, 2.1.1); both UTC. */
final class Stamp {
    private static final DateTimeFormatter DIGITS =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter HTTP = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private Stamp() {}

    static String of(Instant time) {
        return DIGITS.format(time);
    }

    static Optional<Instant> parse(String digits) {
        try {
            return Optional.of(ZonedDateTime.parse(digits, DIGITS).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static String http(Instant time) {
        return HTTP.format(time);
    }

    static Optional<Instant> parseHttp(String date) {
        try {
            return Optional.of(ZonedDateTime.parse(date.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
