package org.annals.check;

import org.annals.report.Section;

/**
 * A clause and what was said before it that decides whose figures it tells.
 *
 * @param paragraph counted through the report
 * @param sentence counted through the report
 * @param ofRequests its paragraph, or the heading above, is about disclosure on request
 * @param ofCases its paragraph, or the heading above, is about disclosure
 * @param comparison compares with another year
 * @param among after "of these" in its sentence
 * @param wide its paragraph speaks of more bodies than the one that reports
 * @param doubt its sentence has limited what it speaks of
 * @param year of the last year named in the paragraph
 */
record Clause(
        Section section,
        int paragraph,
        int sentence,
        String text,
        boolean ofRequests,
        boolean ofCases,
        boolean comparison,
        boolean among,
        boolean wide,
        boolean doubt,
        YearMeant year) {
    /** Which year a clause speaks of. */
    enum YearMeant {
        /** The report's own, named or not. */
        THIS,
        OTHER,
        /** A year is named, and the report's own is not known. */
        UNKNOWN
    }
}
