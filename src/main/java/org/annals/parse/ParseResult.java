package org.annals.parse;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.annals.report.Report;

/**
 * What the parser made of one payload.
 *
 * @param mediaType what the bytes are, not what was declared, for example {@code text/html}
 * @param charset the charset that text was decoded with; empty for kinds that are no text
 * @param report empty where the document is no annual report
 * @param warnings what was odd, each with its place
 */
public record ParseResult(String mediaType, Optional<String> charset, Optional<Report> report, List<String> warnings) {
    public ParseResult {
        Objects.requireNonNull(mediaType);
        Objects.requireNonNull(charset);
        Objects.requireNonNull(report);
        warnings = List.copyOf(warnings);
    }
}
