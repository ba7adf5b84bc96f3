package org.annals.archive;

import java.util.Objects;
import org.annals.capture.RecordLocation;

/**
 * A capture that goes into a WACZ.
 *
 * @param title shown in the list of pages; empty for what is no page to begin at
 */
public record WaczPage(RecordLocation capture, String title) {
    public WaczPage {
        Objects.requireNonNull(capture);
        Objects.requireNonNull(title);
    }
}
