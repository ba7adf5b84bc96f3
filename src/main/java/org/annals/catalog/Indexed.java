package org.annals.catalog;

import java.util.List;

/**
 * What one go of the indexer did.
 *
 * @param captures how many it took in
 * @param visits how many visits it took in, with or without a capture
 * @param parsed how many payloads it had to parse; those read before cost nothing
 * @param faults committed files that are missing or too short, records that cannot be read, and payloads that made the parser fail (they count as no report): one line each with file and offset
 */
public record Indexed(long captures, long visits, long parsed, List<String> faults) {
    public Indexed {
        faults = List.copyOf(faults);
    }
}
