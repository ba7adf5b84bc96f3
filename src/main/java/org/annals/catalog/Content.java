package org.annals.catalog;

import java.util.List;
import org.annals.check.CheckResult;
import org.annals.report.Report;

/**
 * What a report says, made ready for the catalogue. Needs no database, and so may be made on any thread.
 *
 * @param digest of report and checks, {@link ContentDigest}
 * @param words of the chapters, as the index of texts has them
 */
record Content(Report report, List<CheckResult> checks, String digest, String words) {
    static Content of(Report report, List<CheckResult> checks) {
        return new Content(
                report,
                checks,
                ContentDigest.of(report, checks),
                Folding.indexed(report.sections().values()));
    }
}
