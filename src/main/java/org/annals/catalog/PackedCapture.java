package org.annals.catalog;

import java.util.Objects;
import java.util.Optional;
import org.annals.capture.RecordLocation;

/**
 * A capture of a government or a publication.
 *
 * @param isPage whether it is an answer that people read: a report, or a page of HTML that came with status 200
 * @param title of the report that it carries
 */
public record PackedCapture(RecordLocation location, String url, boolean isPage, Optional<String> title) {
    public PackedCapture {
        Objects.requireNonNull(location);
        Objects.requireNonNull(url);
        Objects.requireNonNull(title);
    }
}
