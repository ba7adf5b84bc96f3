package org.annals.policy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The hours of a day in which portals may be asked, in the portals' own time (all of China keeps Beijing time). They may lie over midnight.
 *
 * @param from the first moment
 * @param until the moment after the last; the same as {@code from} for the whole day
 */
public record AskingHours(LocalTime from, LocalTime until) {
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final Pattern FORM = Pattern.compile("(\\d{1,2})(?::(\\d{2}))?\\s*-\\s*(\\d{1,2})(?::(\\d{2}))?");
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final int MINUTES_OF_A_DAY = 24 * 60;

    /** Reads {@code 22-7}, {@code 22:30-6:00}, {@code 0-24}; empty for anything else, and for hours without a minute in them. */
    public static Optional<AskingHours> parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            return Optional.empty();
        }
        int from = minute(form.group(1), form.group(2));
        int until = minute(form.group(3), form.group(4));
        if (from < 0 || until < 0 || from == until) {
            return Optional.empty();
        }
        return Optional.of(new AskingHours(time(from), time(until)));
    }

    private static int minute(String hours, String minutes) {
        int minute = minutes == null ? 0 : Integer.parseInt(minutes);
        int all = Integer.parseInt(hours) * 60 + minute;
        return minute > 59 || all > MINUTES_OF_A_DAY ? -1 : all;
    }

    private static LocalTime time(int minute) {
        return LocalTime.MIN.plusMinutes(minute % MINUTES_OF_A_DAY);
    }

    /** How long from now on nothing may be asked; zero within the hours. */
    public Duration closedFor(Instant now) {
        ZonedDateTime there = now.atZone(ZONE);
        LocalTime time = there.toLocalTime();
        boolean open = from.isBefore(until)
                ? !time.isBefore(from) && time.isBefore(until)
                : !time.isBefore(from) || time.isBefore(until);
        if (open) {
            return Duration.ZERO;
        }
        ZonedDateTime opening = there.with(from);
        return Duration.between(there, opening.isAfter(there) ? opening : opening.plusDays(1));
    }

    /** For example {@code 22:00-07:00}. */
    @Override
    public String toString() {
        return MINUTES.format(from) + "-" + (until.equals(LocalTime.MIDNIGHT) ? "24:00" : MINUTES.format(until));
    }
}
