package org.annals.frontier;

import java.util.Objects;

/**
 * Reports and columns that a government's crawl knew of and left, so that its end is not taken for completeness.
 *
 * @param beyondBudget left when the page budget was spent
 * @param behindGone links of a page whose reports before them were gone, one after the other
 */
public record Unasked(String government, int beyondBudget, int behindGone) {
    public Unasked {
        Objects.requireNonNull(government);
    }
}
