package org.annals.crawl;

import java.util.HashSet;
import java.util.Set;
import org.annals.capture.KnownAddress;

/**
 * What is due of the known.
 *
 * @param governments codes of those that are asked at all
 * @param reports that are asked whether a column lists them or not
 */
public record Selection(Set<String> governments, Set<KnownAddress> reports) {
    public Selection {
        governments = Set.copyOf(governments);
        reports = Set.copyOf(reports);
    }

    Selection with(Set<String> more) {
        Set<String> all = new HashSet<>(governments);
        all.addAll(more);
        return new Selection(all, reports);
    }
}
