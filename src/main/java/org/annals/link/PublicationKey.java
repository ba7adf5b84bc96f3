package org.annals.link;

import java.util.Objects;
import java.util.Optional;

/**
 * One publisher's report for one fiscal year, whatever address it appears at: the thing that has versions.
 *
 * @param government code; empty where none is known
 * @param publisher the issuing body, white space left out; empty where none is known
 * @param fiscalYear empty where neither the report nor a link to it says one
 * @param address empty, but where the year is unknown: two reports without a year are never taken for versions of one, so that each address stands for itself
 */
public record PublicationKey(String government, String publisher, Optional<Integer> fiscalYear, String address) {
    public PublicationKey {
        Objects.requireNonNull(government);
        Objects.requireNonNull(publisher);
        Objects.requireNonNull(fiscalYear);
        Objects.requireNonNull(address);
        if (fiscalYear.isPresent() != address.isEmpty()) {
            throw new IllegalArgumentException("an address stands in for the year exactly where the year is unknown");
        }
    }
}
