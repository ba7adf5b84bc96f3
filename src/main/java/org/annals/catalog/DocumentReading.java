package org.annals.catalog;

import java.util.List;
import java.util.Optional;
import org.annals.capture.Payload;
import org.annals.check.CheckResult;
import org.annals.parse.ParseResult;
import org.annals.report.Report;

/**
 * What the parser read of a payload, and the checks of it. Needs no database, and so may be made on any thread.
 *
 * @param report empty where there is none
 * @param checks of the report
 * @param digest of report and checks, {@link ContentDigest}; empty where there is no report
 * @param fault what went wrong where the parser failed
 */
record DocumentReading(
        String mediaType,
        Optional<Report> report,
        List<CheckResult> checks,
        Optional<String> digest,
        Optional<String> fault) {
    static DocumentReading of(Payload payload, Parsing parsing) {
        try {
            ParseResult result = parsing.parser().apply(payload);
            List<CheckResult> checks = result.report().map(parsing.checks()).orElse(List.of());
            Optional<String> digest = result.report().map(report -> ContentDigest.of(report, checks));
            return new DocumentReading(result.mediaType(), result.report(), checks, digest, Optional.empty());
        } catch (RuntimeException | StackOverflowError e) {
            // a page must not be able to keep all others out of the catalogue
            String declared = MediaTypes.declared(payload).orElse("application/octet-stream");
            return new DocumentReading(
                    declared, Optional.empty(), List.of(), Optional.empty(), Optional.of("the parser failed: " + e));
        }
    }
}
