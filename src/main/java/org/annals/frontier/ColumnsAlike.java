package org.annals.frontier;

import java.sql.SQLException;
import java.util.regex.Pattern;
import org.annals.capture.Purpose;
import org.annals.frontier.Completion.Verdict;

/**
 * Where one link of a list of bodies turns out to be a column of reports, the others of that list are columns too:
 * named by the same page with the same score, at addresses that differ in digits only.
 */
final class ColumnsAlike {
    /** What only its place in a menu speaks for scores less. */
    private static final int LEAST_SCORE = 30;

    private static final Pattern DIGITS = Pattern.compile("\\d+");

    private ColumnsAlike() {}

    static void settled(EntryRows rows, GovernmentQueue government, Entry page, Verdict verdict) throws SQLException {
        if (verdict != Verdict.LIST || page.purpose() != Purpose.OTHER || page.score() < LEAST_SCORE) {
            return;
        }
        String shape = shape(page.url());
        for (EntryRows.Address other : rows.others(government.id, page.via().url(), page.score())) {
            if (shape(other.url()).equals(shape)) {
                rows.raise(other.id(), Purpose.COLUMN);
            }
        }
    }

    private static String shape(String url) {
        return DIGITS.matcher(url).replaceAll("0");
    }
}
