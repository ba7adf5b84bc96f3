package org.annals.catalog;

import java.util.Optional;
import org.annals.capture.Payload;
import org.annals.parse.ParseResult;

/**
 * What the parser read of a payload. Needs no database, and so may be made on any thread.
 *
 * @param content empty where there is no report
 * @param fault what went wrong where the parser failed
 */
record DocumentReading(String mediaType, Optional<Content> content, Optional<String> fault) {
    static DocumentReading of(Payload payload, Parsing parsing) {
        try {
            ParseResult result = parsing.parser().apply(payload);
            Optional<Content> content = result.report()
                    .map(report -> Content.of(report, parsing.checks().apply(report)));
            return new DocumentReading(result.mediaType(), content, Optional.empty());
        } catch (RuntimeException | StackOverflowError e) {
            // a page must not be able to keep all others out of the catalogue
            String declared = MediaTypes.declared(payload).orElse("application/octet-stream");
            return new DocumentReading(declared, Optional.empty(), Optional.of("the parser failed: " + e));
        }
    }
}
