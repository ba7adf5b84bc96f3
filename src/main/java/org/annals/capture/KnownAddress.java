package org.annals.capture;

import java.util.Objects;

/**
 * An address that earlier runs found worth asking again.
 *
 * @param government code of the government it was asked for
 * @param purpose {@link Purpose#COLUMN} for a column that held reports, {@link Purpose#REPORT} for a report
 */
public record KnownAddress(String government, String url, Purpose purpose) {
    public KnownAddress {
        Objects.requireNonNull(government);
        Objects.requireNonNull(url);
        Objects.requireNonNull(purpose);
    }
}
