package org.annals.capture;

import java.util.Objects;

/**
 * How an address was found.
 *
 * @param url the page that led here; empty for a seed
 * @param anchorText the link's text as printed, white space folded; empty for a seed
 * @param hops links followed since the seed; 0 for a seed
 */
public record Via(String url, String anchorText, int hops) {
    public static final Via SEED = new Via("", "", 0);

    public Via {
        Objects.requireNonNull(url);
        Objects.requireNonNull(anchorText);
        if (hops < 0) {
            throw new IllegalArgumentException("hops below zero: " + hops);
        }
    }
}
