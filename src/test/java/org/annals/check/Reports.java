package org.annals.check;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.annals.report.Cell;
import org.annals.report.CellValue;
import org.annals.report.Field;
import org.annals.report.Fields;
import org.annals.report.Generation;
import org.annals.report.PublisherSource;
import org.annals.report.Report;
import org.annals.report.Section;

/** A report in which every cell is 0 until something else is said. */
final class Reports {
    private final Generation generation;
    private final Map<String, Cell> cells = new LinkedHashMap<>();
    private final Map<Section, String> sections = new EnumMap<>(Section.class);
    private Optional<String> publisher = Optional.empty();
    private Optional<Integer> year = Optional.of(2022);

    private Reports(Generation generation) {
        this.generation = generation;
        for (Field field : Fields.of(generation)) {
            with(field.code(), 0);
        }
    }

    static Reports of(Generation generation) {
        return new Reports(generation);
    }

    Reports with(String field, long value) {
        return with(field, new CellValue.Number(BigDecimal.valueOf(value)));
    }

    Reports with(String field, CellValue value) {
        cells.put(field, new Cell(value, "", "line 1, cell 1"));
        return this;
    }

    Reports blank(String field) {
        return with(field, new CellValue.Blank());
    }

    Reports by(String name) {
        publisher = Optional.of(name);
        return this;
    }

    Reports on(Integer fiscalYear) {
        year = Optional.ofNullable(fiscalYear);
        return this;
    }

    Reports says(Section section, String text) {
        sections.put(section, text);
        return this;
    }

    Report report() {
        return new Report(
                generation,
                publisher,
                publisher.map(name -> PublisherSource.TITLE),
                year,
                Optional.empty(),
                Optional.empty(),
                sections,
                cells);
    }
}
