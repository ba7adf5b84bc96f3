package org.annals.government;

import java.time.LocalDate;
import java.time.Month;
import java.util.Objects;

/**
 * By when the report of a fiscal year must be public. Article 49 of the Regulation on Open Government Information (Decree 711, in force since 15 May 2019): departments
 * by 31 January, governments by 31 March of the following year. Before, Article 31 of the Regulation of 2008 (Decree 492) gave all of them until 31 March.
 */
public final class Deadline {
    /** The first fiscal year whose report fell due under Decree 711. */
    private static final int FIRST_YEAR_OF_DECREE_711 = 2019;

    private Deadline() {}

    /** The last day on which the report is in time, in China's calendar. */
    public static LocalDate of(Level level, int fiscalYear) {
        Objects.requireNonNull(level);
        boolean department = level == Level.MINISTRY || level == Level.DEPARTMENT;
        if (department && fiscalYear >= FIRST_YEAR_OF_DECREE_711) {
            return LocalDate.of(fiscalYear + 1, Month.JANUARY, 31);
        }
        return LocalDate.of(fiscalYear + 1, Month.MARCH, 31);
    }
}
