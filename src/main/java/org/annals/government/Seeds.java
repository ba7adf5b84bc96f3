package org.annals.government;

import java.util.List;
import java.util.Objects;

/**
 * The rows of a seeds file (CSV, UTF-8, header required: code, name, level, province, parent, portal_url, report_list_url).
 *
 * @param governments the good rows, in file order
 * @param problems the bad rows, each with its line number; they are left out and the rest goes on
 */
public record Seeds(List<Government> governments, List<Problem> problems) {
    /** What is wrong with one row; line 1 is the header. */
    public record Problem(int line, String message) {
        public Problem {
            Objects.requireNonNull(message);
        }
    }

    public Seeds {
        governments = List.copyOf(governments);
        problems = List.copyOf(problems);
    }

    /** Reads the text of one seeds file; a header that lacks a required column gives no governments and one problem on line 1. */
    public static Seeds parse(String csv) {
        throw new UnsupportedOperationException();
    }
}
