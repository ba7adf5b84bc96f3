package org.annals.report;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What one document says as an annual report.
 *
 * @param publisher the body as printed
 * @param publisherSource there exactly if the publisher is
 * @param fiscalYear the year reported on
 * @param sections text of each chapter that was found, tables left out
 * @param cells field code to cell, every field of the generation, in dictionary order
 */
public record Report(
        Generation generation,
        Optional<String> publisher,
        Optional<PublisherSource> publisherSource,
        Optional<Integer> fiscalYear,
        Optional<String> title,
        Optional<LocalDate> publishedOn,
        Map<Section, String> sections,
        Map<String, Cell> cells) {
    public Report {
        Objects.requireNonNull(generation);
        Objects.requireNonNull(publisher);
        Objects.requireNonNull(publisherSource);
        Objects.requireNonNull(fiscalYear);
        Objects.requireNonNull(title);
        Objects.requireNonNull(publishedOn);
        sections = Collections.unmodifiableMap(new LinkedHashMap<>(sections));
        cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
    }

    /** The cell of a field; absent where the generation has no such field. */
    public Cell cell(String code) {
        return cells.getOrDefault(code, Cell.ABSENT);
    }
}
