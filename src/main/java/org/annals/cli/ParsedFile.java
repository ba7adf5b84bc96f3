package org.annals.cli;

import java.util.Objects;
import java.util.Optional;

/**
 * What came of one file.
 *
 * @param printed the result as it goes to stdout; empty where the file could not even be opened
 * @param problem why the file could not be read, one line; empty where all is well
 */
record ParsedFile(String source, boolean isReport, Optional<String> printed, Optional<String> problem) {
    ParsedFile {
        Objects.requireNonNull(source);
        Objects.requireNonNull(printed);
        Objects.requireNonNull(problem);
    }

    static ParsedFile unopened(String source, String problem) {
        return new ParsedFile(source, false, Optional.empty(), Optional.of(problem));
    }
}
