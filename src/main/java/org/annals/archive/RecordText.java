package org.annals.archive;

import java.util.Objects;
import java.util.Optional;
import org.annals.capture.RecordLocation;

/**
 * What a WARC record says about itself, for people.
 *
 * @param type as the record says: request, response, revisit, metadata …
 * @param head the header lines of the record
 * @param message the header lines of the HTTP message in it, or its fields ({@code application/warc-fields}); empty for content of other kinds
 */
public record RecordText(String type, RecordLocation location, String head, Optional<String> message) {
    public RecordText {
        Objects.requireNonNull(type);
        Objects.requireNonNull(location);
        Objects.requireNonNull(head);
        Objects.requireNonNull(message);
    }
}
