package org.annals.parse;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.annals.document.Document;
import org.annals.report.Cell;
import org.annals.report.CellValue;
import org.annals.report.Field;
import org.annals.report.Fields;
import org.annals.report.Generation;
import org.annals.report.Section;

/**
 * Reports that a portal spreads over several pages. The first page is read as what it is, a part: what stands on a
 * later one is unreadable here and not absent. A later page is no report of its own.
 */
record Parts(Optional<String> next, boolean laterPart) {
    private static final int LONGEST = 120;

    static Parts of(Document document, List<Heading> headings) {
        Map<String, String> meta = document.meta();
        boolean ends = headings.stream().anyMatch(heading -> heading.section() == Section.OTHER);
        boolean begins = headings.stream()
                .anyMatch(heading -> heading.section() == Section.OVERVIEW || heading.section() == Section.PROACTIVE);
        return new Parts(
                Optional.ofNullable(meta.get("part-next")).filter(link -> begins && !ends),
                meta.containsKey("part-previous") && !headings.isEmpty() && !begins);
    }

    /** The form that the first part of a report is in, though its third table stands elsewhere. */
    Optional<Generation> generation(
            Optional<Generation> form, Optional<String> title, Optional<Integer> year, Map<Section, String> sections) {
        boolean isPart = next.isPresent()
                && title.isPresent()
                && year.filter(y -> y >= 2019).isPresent()
                && (form.isPresent() || sections.size() >= 2);
        return isPart
                ? form.or(() -> Optional.of(year.get() <= 2020 ? Generation.G2019 : Generation.G2021))
                : Optional.empty();
    }

    /** Of a first part, every cell that is not on the page is in doubt: it may stand on a later one. */
    Map<String, Cell> cells(Generation generation, Map<String, Cell> read, List<String> warnings) {
        if (next.isEmpty()) {
            return read;
        }
        String link = next.get().substring(0, Math.min(LONGEST, next.get().length()));
        String why = "the report continues on another page: " + link;
        warnings.add(why);
        Map<String, Cell> cells = new LinkedHashMap<>(read);
        for (Field field : Fields.of(generation)) {
            Cell cell = read.getOrDefault(field.code(), Cell.ABSENT);
            if (cell.value() instanceof CellValue.Absent) {
                cells.put(field.code(), new Cell(new CellValue.Unreadable(why), "", "another page: " + link));
            }
        }
        return cells;
    }
}
