package org.annals.capture;

import java.util.Objects;

/**
 * A link found on a page.
 *
 * @param url absolute, without fragment
 * @param anchorText the text of the link, or of the row it stands in; white space folded
 * @param purpose what it seems to lead to
 * @param score higher is fetched earlier within the same purpose
 */
public record Outlink(String url, String anchorText, Purpose purpose, int score) {
    public Outlink {
        Objects.requireNonNull(url);
        Objects.requireNonNull(anchorText);
        Objects.requireNonNull(purpose);
    }
}
