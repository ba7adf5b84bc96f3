package org.annals.catalog;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.annals.capture.RecordLocation;
import org.annals.check.CheckResult;
import org.annals.report.Cell;

/**
 * One version of a publication with everything that proves it.
 *
 * @param captureId of the first capture that carries it: the UUID of its WARC record
 * @param record where that record lies
 * @param captures how many captures carry the version
 * @param cells by field code
 */
public record Evidence(
        String reportId,
        int version,
        boolean latest,
        Optional<String> title,
        String captureId,
        RecordLocation record,
        String url,
        Instant capturedAt,
        String payloadSha256,
        String parserVersion,
        int captures,
        Map<String, Cell> cells,
        List<CheckResult> checks) {
    public Evidence {
        Objects.requireNonNull(reportId);
        Objects.requireNonNull(record);
        cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
        checks = List.copyOf(checks);
    }
}
