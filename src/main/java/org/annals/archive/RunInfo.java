package org.annals.archive;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.annals.capture.RunId;

/**
 * What the warcinfo of each file of a run says.
 *
 * @param kind crawl, import or demo
 * @param settings operator contact, delay, limits …, in the order given
 */
public record RunInfo(RunId run, String kind, Instant startedAt, Map<String, String> settings) {
    public RunInfo {
        Objects.requireNonNull(run);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(startedAt);
        settings = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(settings));
    }
}
