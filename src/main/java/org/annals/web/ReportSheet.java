package org.annals.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.annals.catalog.ReadReport;
import org.annals.check.CheckResult;
import org.annals.check.CheckResult.Status;
import org.annals.check.TouchingChecks;
import org.annals.report.Cell;
import org.annals.report.CellValue;
import org.annals.report.Field;
import org.annals.report.FormRow;
import org.annals.report.FormTable;
import org.annals.report.FormTables;

/** The tables of a report, cell by cell as the form prints them, with the failed checks that touch each. */
final class ReportSheet {
    private final ReadReport report;
    private final List<CheckResult> failed;

    ReportSheet(ReadReport report) {
        this.report = report;
        this.failed = report.checks().stream()
                .filter(check -> check.status() == Status.FAIL)
                .toList();
    }

    /** A cell. @param failed numbers of the failed checks that touch it, from 1 */
    record Shown(Field field, Cell cell, List<Integer> failed) {
        public boolean isNumber() {
            return cell.value() instanceof CellValue.Number;
        }
    }

    /** The label of a row or of a group of rows. */
    record Heading(String label, int rows, int columns, boolean isGroup) {}

    /** A row. @param cells empty where the form has none */
    record Line(List<Heading> headings, List<Optional<Shown>> cells) {}

    /** A table. @param depth how many columns its headings take */
    record Sheet(FormTable form, int depth, List<Line> lines) {}

    public List<CheckResult> failed() {
        return failed;
    }

    /** The tables by number, each with its blocks; those of which the document has no cell have none. */
    public Map<Integer, List<Sheet>> tables() {
        Map<Integer, List<Sheet>> tables = new LinkedHashMap<>();
        for (FormTable form : FormTables.of(report.generation())) {
            tables.computeIfAbsent(form.number(), number -> new ArrayList<>()).add(sheet(form));
        }
        tables.replaceAll((number, sheets) -> sheets.stream().anyMatch(this::isThere) ? sheets : List.of());
        return tables;
    }

    private boolean isThere(Sheet sheet) {
        return sheet.form().fields().stream()
                .map(field -> report.cells().getOrDefault(field.code(), Cell.ABSENT))
                .anyMatch(cell -> !(cell.value() instanceof CellValue.Absent));
    }

    private Sheet sheet(FormTable form) {
        int depth =
                form.rows().stream().mapToInt(row -> row.path().size()).max().orElse(1);
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < form.rows().size(); i++) {
            FormRow row = form.rows().get(i);
            lines.add(new Line(
                    headings(form.rows(), i, depth),
                    row.cells().stream().map(field -> field.map(this::shown)).toList()));
        }
        return new Sheet(form, depth, lines);
    }

    /** Groups that begin with this row, over all of their rows, and the row's own label over what is left of the width. */
    private static List<Heading> headings(List<FormRow> rows, int at, int depth) {
        List<String> path = rows.get(at).path();
        List<Heading> headings = new ArrayList<>();
        for (int level = 0; level + 1 < path.size(); level++) {
            List<String> group = path.subList(0, level + 1);
            if (at == 0 || !isIn(rows.get(at - 1), group)) {
                int end = at;
                while (end < rows.size() && isIn(rows.get(end), group)) {
                    end++;
                }
                headings.add(new Heading(path.get(level), end - at, 1, true));
            }
        }
        headings.add(new Heading(path.get(path.size() - 1), 1, depth - path.size() + 1, false));
        return headings;
    }

    private static boolean isIn(FormRow row, List<String> group) {
        return row.path().size() > group.size()
                && row.path().subList(0, group.size()).equals(group);
    }

    Shown shown(Field field) {
        List<CheckResult> touching = TouchingChecks.of(field.code(), failed);
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < failed.size(); i++) {
            if (touching.contains(failed.get(i))) {
                numbers.add(i + 1);
            }
        }
        return new Shown(field, report.cells().getOrDefault(field.code(), Cell.ABSENT), numbers);
    }

    /** How many cells of the form have each state. */
    public Map<String, Long> states() {
        return report.cells().values().stream()
                .collect(Collectors.groupingBy(cell -> cell.value().state(), Collectors.counting()));
    }
}
