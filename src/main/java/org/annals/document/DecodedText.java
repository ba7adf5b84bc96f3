package org.annals.document;

import java.util.List;

/** Text, the charset it was decoded with, and what was odd about that. */
public record DecodedText(String text, String charset, List<String> warnings) {
    public DecodedText {
        warnings = List.copyOf(warnings);
    }
}
