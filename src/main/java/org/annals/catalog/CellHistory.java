package org.annals.catalog;

import java.time.Instant;
import java.util.List;
import org.annals.report.Cell;

/**
 * One field of one publisher over time.
 *
 * @param versions of the publication, oldest first
 * @param years of the publisher's reports or, where the publisher has another name in a year, of the government's own: the latest version of each, earliest first
 */
public record CellHistory(List<OfVersion> versions, List<OfYear> years) {
    public CellHistory {
        versions = List.copyOf(versions);
        years = List.copyOf(years);
    }

    /** The field in one version of the publication. */
    public record OfVersion(String reportId, int number, Instant capturedAt, Cell cell) {}

    /** The field in the report of one year. */
    public record OfYear(int fiscalYear, String reportId, String publisher, Cell cell) {}
}
