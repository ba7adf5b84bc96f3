package org.annals.parse;

import org.annals.capture.Payload;

/** The one parser, for the crawl's indexer, rebuild, import and the command line. Stateless. */
public final class ReportParser {
    /** Changes when output may change. */
    public static final String VERSION = "1";

    private ReportParser() {}

    public static ParseResult parse(Payload payload) {
        throw new UnsupportedOperationException();
    }
}
