package org.annals.catalog;

import java.util.List;
import java.util.function.Function;
import org.annals.capture.Payload;
import org.annals.check.CheckResult;
import org.annals.check.Checks;
import org.annals.parse.ParseResult;
import org.annals.parse.ReportParser;
import org.annals.report.Report;

/**
 * The parser with its version and checks, as the indexer uses them.
 *
 * @param version documents of another version are parsed again
 */
record Parsing(String version, Function<Payload, ParseResult> parser, Function<Report, List<CheckResult>> checks) {
    static final Parsing CURRENT = new Parsing(ReportParser.VERSION, ReportParser::parse, Checks::run);
}
