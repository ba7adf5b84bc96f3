package org.annals.check;

import org.annals.report.Decimal;

/** What a failed check found, for people: which two numbers disagree, and where each stands. */
public final class CheckSentence {
    private CheckSentence() {}

    public static String of(CheckResult check) {
        String expected = check.expected().map(Decimal::plain).orElse("nothing");
        String actual = check.actual().map(Decimal::plain).orElse("nothing");
        return switch (check.code()) {
            case "text.year" -> "sentence names " + actual + ", the report is on " + expected;
            case "text.parts" -> "sentence says " + actual + ", the parts it lists add up to " + expected;
            case "text.fee" ->
                "sentence says " + actual + " notices, table has " + expected + " requests lapsed unpaid";
            case "text.none" -> "sentence says there were none, table has " + expected;
            default ->
                check.code().startsWith("text.")
                        ? "sentence says " + actual + ", table has " + expected
                        : "expected " + expected + ", actual " + actual;
        };
    }
}
