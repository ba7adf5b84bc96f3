package org.annals.link;

import java.util.Objects;
import java.util.Optional;

/**
 * One publisher's report for one fiscal year, whatever address it appears at: the thing that has versions.
 *
 * @param government code; empty where none is known
 * @param publisher the issuing body, white space left out; empty where none is known
 * @param fiscalYear empty where neither the report nor a link to it says one
 * @param address empty, but where year or publisher is unknown: two such reports are never taken for versions of one, so that each address stands for itself; also that
 *     of a report which contradicts another one of the same, only assumed publisher
 */
public record PublicationKey(String government, String publisher, Optional<Integer> fiscalYear, String address) {
    public PublicationKey {
        Objects.requireNonNull(government);
        Objects.requireNonNull(publisher);
        Objects.requireNonNull(fiscalYear);
        Objects.requireNonNull(address);
        if ((fiscalYear.isEmpty() || publisher.isEmpty()) && address.isEmpty()) {
            throw new IllegalArgumentException("an address stands in for a year or a publisher that is unknown");
        }
    }
}
