package org.annals.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.annals.report.CellValue;
import org.annals.report.Field;
import org.annals.report.FormRow;
import org.annals.report.FormTable;
import org.annals.report.FormTables;
import org.annals.report.Report;

/** The tables of a report as lines of text. */
final class FormText {
    private static final int WIDEST_LABEL = 40;

    private FormText() {}

    /** The tables that the report's generation has, one after the other; a table without any cell in the document is only named. */
    static List<String> lines(Report report) {
        Map<Integer, List<FormTable>> numbers = new LinkedHashMap<>();
        FormTables.of(report.generation())
                .forEach(table -> numbers.computeIfAbsent(table.number(), number -> new ArrayList<>())
                        .add(table));
        List<String> lines = new ArrayList<>();
        numbers.forEach((number, tables) -> {
            boolean absent = tables.stream()
                    .flatMap(table -> table.fields().stream())
                    .allMatch(field -> report.cell(field.code()).value() instanceof CellValue.Absent);
            if (absent) {
                lines.add("Table " + number + ": not found in this document");
            } else if (number == 1) {
                lines.addAll(annex(report, tables.get(0)));
            } else {
                if (number == 2) {
                    lines.add("Table 2");
                }
                tables.forEach(table -> lines.addAll(grid(report, table)));
            }
            lines.add("");
        });
        return lines;
    }

    private static List<String> annex(Report report, FormTable annex) {
        TextTable table = new TextTable("Table 1", "", "").rightFrom(1);
        for (Field field : annex.fields()) {
            table.row(field.label(), CellMark.of(report.cell(field.code())), field.unit());
        }
        return table.lines();
    }

    /** Rows × columns, under the groups that the form puts the rows into. */
    private static List<String> grid(Report report, FormTable form) {
        boolean isBlock = !form.block().isEmpty();
        String title = isBlock ? form.block() : "Table " + form.number() + "（" + String.join(" ", form.units()) + "）";
        List<String> columns = IntStream.range(0, form.columns().size())
                .mapToObj(column -> form.columns().get(column)
                        + (isBlock
                                ? form.unit(column)
                                        .map(unit -> "（" + unit + "）")
                                        .orElse("")
                                : ""))
                .toList();
        TextTable table =
                new TextTable(Stream.concat(Stream.of(title), columns.stream()).toArray(String[]::new)).rightFrom(1);
        List<String> open = List.of();
        for (FormRow row : form.rows()) {
            List<String> above = row.path().subList(0, row.path().size() - 1);
            for (int depth = 0; depth < above.size(); depth++) {
                if (open.size() <= depth || !open.subList(0, depth + 1).equals(above.subList(0, depth + 1))) {
                    String heading = "  ".repeat(depth) + above.get(depth);
                    table.row(Stream.concat(Stream.of(heading), columns.stream().map(column -> ""))
                            .toArray());
                }
            }
            open = above;
            String label = "  ".repeat(above.size() + (isBlock ? 1 : 0)) + row.label();
            table.row(Stream.concat(
                            Stream.of(DisplayWidth.cut(label, WIDEST_LABEL)),
                            row.cells().stream()
                                    .map(field -> field.map(Field::code)
                                            .map(report::cell)
                                            .map(CellMark::of)
                                            .orElse("")))
                    .toArray());
        }
        return table.lines();
    }
}
