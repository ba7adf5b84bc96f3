package org.annals.dataset;

import java.util.Objects;

/**
 * What made a package. The same commit gives the same bytes only with the same of both.
 *
 * @param version of Annals
 * @param parserVersion of its parser
 */
public record Software(String version, String parserVersion) {
    public Software {
        Objects.requireNonNull(version);
        Objects.requireNonNull(parserVersion);
    }
}
