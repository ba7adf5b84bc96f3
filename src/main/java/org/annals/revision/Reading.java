package org.annals.revision;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.annals.report.CellValue;
import org.annals.report.Report;
import org.annals.report.Section;

/**
 * What a reader reads in a report: its table values with their states, its title, its narrative and its date of publication. Spelling of numbers and white space do
 * not count. The date counts only between two readings of one address that both print one: portals stamp copies and moved pages anew, and a date that a template
 * begins or ceases to print is no change of the report.
 */
public final class Reading {
    private static final String ABSENT = new CellValue.Absent().state();
    private static final String UNREADABLE = new CellValue.Unreadable("").state();
    private static final String BLANK = new CellValue.Blank().state();
    static final String TITLE = "title";
    private static final int LEAST_NUMBERS = 3;

    private final Map<String, String> data;
    private final Map<String, String> narrative;
    private final Map<String, String> compared;
    private final Optional<LocalDate> publishedOn;

    private Reading(Map<String, String> data, Map<String, String> narrative, Optional<LocalDate> publishedOn) {
        this.data = data;
        this.narrative = narrative;
        this.publishedOn = publishedOn;
        this.compared = new LinkedHashMap<>();
        narrative.forEach((item, text) -> compared.put(item, FoldedText.compared(text)));
    }

    public static Reading of(Report report) {
        Map<String, CellValue> cells = new LinkedHashMap<>();
        report.cells().forEach((code, cell) -> cells.put(code, cell.value()));
        return of(cells, report.title(), report.sections(), report.publishedOn());
    }

    /** Of a report without a date of publication. */
    public static Reading of(Map<String, CellValue> cells, Optional<String> title, Map<Section, String> sections) {
        return of(cells, title, sections, Optional.empty());
    }

    /** @param cells field code to value, in dictionary order */
    public static Reading of(
            Map<String, CellValue> cells,
            Optional<String> title,
            Map<Section, String> sections,
            Optional<LocalDate> publishedOn) {
        Map<String, String> data = new LinkedHashMap<>();
        cells.forEach((code, value) -> data.put(code, word(value)));
        Map<String, String> narrative = new LinkedHashMap<>();
        title.ifPresent(t -> narrative.put(TITLE, FoldedText.shown(t)));
        for (Section section : Section.values()) {
            if (sections.containsKey(section)) {
                narrative.put(section.code(), FoldedText.shown(sections.get(section)));
            }
        }
        return new Reading(data, narrative, publishedOn);
    }

    /** A number plain, without trailing zeros; any other state by its word. */
    private static String word(CellValue value) {
        return value.number().map(Reading::plain).orElse(value.state());
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** Whether table values differ in number or state; a field that one of them lacks is absent there. */
    boolean sameData(Reading other) {
        return dataChanges(other).isEmpty();
    }

    Optional<LocalDate> publishedOn() {
        return publishedOn;
    }

    /** Whether both read the same but for the date of publication. */
    boolean sameAs(Reading other) {
        return this == other || sameData(other) && narrativeChanges(other).isEmpty();
    }

    /** Everything that reads differently in the later one but the date: values in the order of the form, then title and sections. */
    List<Change> changesTo(Reading later) {
        List<Change> changes = dataChanges(later);
        changes.addAll(narrativeChanges(later));
        return changes;
    }

    /**
     * Values that cannot both be right: a number in one, another number or a blank in the other. What is unreadable or absent says nothing.
     *
     * @return each with this one's value as the old and the other's as the new one
     */
    List<Change> contradictions(Reading other) {
        return dataChanges(other).stream()
                .filter(change -> isTold(change.oldValue()) && isTold(change.newValue()))
                .toList();
    }

    boolean contradicts(Reading other) {
        for (Map.Entry<String, String> value : data.entrySet()) {
            String there = other.data.getOrDefault(value.getKey(), ABSENT);
            if (!value.getValue().equals(there) && isTold(value.getValue()) && isTold(there)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether the other one tells everything that this one tells in its tables, and more: as the file does that hangs on
     * a page without tables, or a text beside a scan that can be read in part.
     */
    boolean isPoorerThan(Reading other) {
        return told() < other.told()
                && !contradicts(other)
                && data.entrySet().stream()
                        .filter(value -> isTold(value.getValue()))
                        .allMatch(value -> isTold(other.data.getOrDefault(value.getKey(), ABSENT)));
    }

    private long told() {
        return data.values().stream().filter(Reading::isTold).count();
    }

    /** Whether it tells of the same figures: nothing contradicts, and they have more in common than the noughts and blanks that half of all reports consist of. */
    boolean tellsTheSame(Reading other) {
        return sameAs(other)
                || !contradicts(other)
                        && data.entrySet().stream()
                                .anyMatch(value -> isFigure(value.getValue())
                                        && value.getValue().equals(other.data.get(value.getKey())));
    }

    /**
     * Whether it has so many figures of the other that both are readings of one report, whatever body they name: at least three different numbers, and half of all cells
     * where either has one. Small reports, whose few cells all say 1, are never taken for one.
     */
    public boolean hasFiguresOf(Reading other) {
        Set<String> numbers = new LinkedHashSet<>();
        int shared = 0;
        int all = 0;
        for (String code : bothOf(data, other.data)) {
            String here = data.getOrDefault(code, ABSENT);
            String there = other.data.getOrDefault(code, ABSENT);
            if (isFigure(here) || isFigure(there)) {
                all++;
                if (here.equals(there)) {
                    shared++;
                    numbers.add(here);
                }
            }
        }
        return numbers.size() >= LEAST_NUMBERS && shared * 2 >= all;
    }

    private static boolean isTold(String word) {
        return !word.equals(ABSENT) && !word.equals(UNREADABLE);
    }

    private static boolean isFigure(String word) {
        return isTold(word) && !word.equals(BLANK) && !word.equals("0");
    }

    private List<Change> dataChanges(Reading later) {
        List<Change> changes = new ArrayList<>();
        for (String code : bothOf(data, later.data)) {
            String before = data.getOrDefault(code, ABSENT);
            String after = later.data.getOrDefault(code, ABSENT);
            if (!before.equals(after)) {
                changes.add(new Change(code, before, after));
            }
        }
        return changes;
    }

    private List<Change> narrativeChanges(Reading later) {
        List<Change> changes = new ArrayList<>();
        for (String item : bothOf(narrative, later.narrative)) {
            // a section without text and no such section read the same
            if (!compared.getOrDefault(item, "").equals(later.compared.getOrDefault(item, ""))) {
                changes.add(new Change(item, narrative.getOrDefault(item, ""), later.narrative.getOrDefault(item, "")));
            }
        }
        return changes;
    }

    private static Set<String> bothOf(Map<String, String> before, Map<String, String> after) {
        Set<String> items = new LinkedHashSet<>(before.keySet());
        items.addAll(after.keySet());
        return items;
    }
}
