package org.annals.government;

import java.util.Objects;
import java.util.Optional;

/**
 * One entry of a seeds file: a body that must publish.
 *
 * @param code GB/T 2260 six-digit code, or any id that is unique in the run
 * @param province empty where the body belongs to none
 * @param parent name of the body above, or empty
 * @param portalUrl home page, or null
 * @param reportListUrl the column that lists its reports, or null; one of the two addresses is there
 */
public record Government(
        String code, String name, Level level, String province, String parent, String portalUrl, String reportListUrl) {
    public Government {
        Objects.requireNonNull(code);
        Objects.requireNonNull(name);
        Objects.requireNonNull(level);
        Objects.requireNonNull(province);
        Objects.requireNonNull(parent);
        if (portalUrl == null && reportListUrl == null) {
            throw new IllegalArgumentException("neither portal nor report list: " + name);
        }
    }

    public Optional<String> portal() {
        return Optional.ofNullable(portalUrl);
    }

    public Optional<String> reportList() {
        return Optional.ofNullable(reportListUrl);
    }
}
