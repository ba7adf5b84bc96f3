package org.annals.check;

import java.util.List;
import org.annals.report.Report;

/** Runs every check that the report's generation has. A check never changes a value. */
public final class Checks {
    private Checks() {}

    public static List<CheckResult> run(Report report) {
        throw new UnsupportedOperationException();
    }
}
