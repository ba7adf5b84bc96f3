package org.annals.policy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * When an address that is known is asked again, and how. Reports are due by 31 January or 31 March (Article 49 of the Regulation on Open Government Information) and come
 * a little early or late: columns are asked often in that time and slowly otherwise. Known reports are asked again to see what was changed or taken down, the less often the
 * longer they have stood as they are. All is counted in whole days of China's calendar, so that a crawl that is started each night at the same hour finds them due.
 */
public final class RevisitPolicy {
    public static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    /** Some servers say "not modified" of everything; what has not come whole for this long is asked for whole. */
    static final Duration WHOLE_EVERY = Duration.ofDays(90);

    static final MonthDay SEASON_BEGINS = MonthDay.of(1, 1);
    static final MonthDay SEASON_ENDS = MonthDay.of(4, 15);
    static final int DAYS_OFF_SEASON = 30;

    /** Days at least between two visits of a report, at most, and what part of its age they are. */
    static final int LEAST_DAYS = 7;

    static final int MOST_DAYS = 91;
    static final int PART_OF_AGE = 8;

    private RevisitPolicy() {}

    /**
     * Whether a server's word that nothing has changed is enough.
     *
     * @param wholeAt when the whole answer came last
     */
    public static boolean mayAskConditionally(Instant wholeAt, Instant now) {
        return Duration.between(wholeAt, now).compareTo(WHOLE_EVERY) < 0;
    }

    /** The day of an instant in China's calendar. */
    public static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, CHINA);
    }

    /** A column that lists reports, asked last on that day and answered. */
    public static Due column(LocalDate asked) {
        LocalDate next = asked.plusDays(1);
        if (isSeason(next)) {
            return new Due(next, "reports appear from 1 January to 15 April: asked daily");
        }
        LocalDate slow = asked.plusDays(DAYS_OFF_SEASON);
        LocalDate season = SEASON_BEGINS.atYear(next.getYear() + 1);
        return slow.isBefore(season)
                ? new Due(slow, "between 16 April and the end of the year: asked every " + DAYS_OFF_SEASON + " days")
                : new Due(season, "reports appear from 1 January on");
    }

    /**
     * A report, asked last on that day and answered.
     *
     * @param changed the day on which it was first seen as it is now
     */
    public static Due report(LocalDate changed, LocalDate asked) {
        long age = Math.max(0, ChronoUnit.DAYS.between(changed, asked));
        long wait = Math.max(LEAST_DAYS, Math.min(MOST_DAYS, age / PART_OF_AGE));
        String reason = wait == LEAST_DAYS
                ? "new or changed on " + changed + ": asked weekly"
                : "as it is since " + changed + ": asked after " + wait + " days";
        return new Due(asked.plusDays(wait), reason);
    }

    /**
     * Whatever was asked last in vain: the next day, later and later where it goes on so, and never later than it would be due else.
     *
     * @param answered the last day with an answer; empty where there was none ever
     * @param otherwise when it would be due had it answered
     */
    public static Due afterFailure(Optional<LocalDate> answered, LocalDate asked, Due otherwise) {
        long silent = answered.map(day -> ChronoUnit.DAYS.between(day, asked)).orElse(0L);
        long wait = Math.max(1, Math.min(DAYS_OFF_SEASON, silent / PART_OF_AGE));
        LocalDate day = asked.plusDays(wait);
        return day.isBefore(otherwise.day())
                ? new Due(day, "gave no good answer on " + asked + ": asked again soon")
                : otherwise;
    }

    private static boolean isSeason(LocalDate day) {
        MonthDay monthDay = MonthDay.from(day);
        return !monthDay.isBefore(SEASON_BEGINS) && !monthDay.isAfter(SEASON_ENDS);
    }
}
