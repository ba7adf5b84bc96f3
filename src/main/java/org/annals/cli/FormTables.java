package org.annals.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.annals.report.CellValue;
import org.annals.report.Field;
import org.annals.report.Fields;
import org.annals.report.Report;

/**
 * The tables of a report as the form prints them. Rows and columns are those of the dictionary: the last part of a field's label names its column, the parts
 * before it the row.
 */
final class FormTables {
    private static final int WIDEST_LABEL = 40;
    private static final String NUMERALS = "一二三四五六七八九十";

    private FormTables() {}

    /** The tables that the report's generation has, one after the other; a table without any cell in the document is only named. */
    static List<String> lines(Report report) {
        Map<Integer, List<Field>> tables = new LinkedHashMap<>();
        Fields.of(report.generation()).stream()
                .sorted(Comparator.comparing(Field::table))
                .forEach(field -> tables.computeIfAbsent(field.table(), table -> new ArrayList<>())
                        .add(field));
        List<String> lines = new ArrayList<>();
        tables.forEach((table, fields) -> {
            if (fields.stream().allMatch(field -> report.cell(field.code()).value() instanceof CellValue.Absent)) {
                lines.add("Table " + table + ": not found in this document");
            } else {
                lines.addAll(
                        switch (table) {
                            case 1 -> list(report, fields);
                            case 2 -> blocks(report, fields);
                            default -> grid("Table " + table + "（" + units(fields) + "）", false, report, fields);
                        });
            }
            lines.add("");
        });
        return lines;
    }

    /** The annex of before 2019: one number a row. */
    private static List<String> list(Report report, List<Field> fields) {
        TextTable table = new TextTable("Table 1", "", "").rightFrom(1);
        fields.forEach(field -> table.row(field.label(), CellMark.of(report.cell(field.code())), field.unit()));
        return table.lines();
    }

    /** Table 2 is a small table for each item of Article 20. */
    private static List<String> blocks(Report report, List<Field> fields) {
        Map<String, List<Field>> blocks = new LinkedHashMap<>();
        fields.stream()
                // within a block the columns of this form come first; the last one is the same in both forms
                .sorted(Comparator.comparing((Field field) -> item(path(field).get(0)))
                        .thenComparing(field -> field.generation().equals("both")))
                .forEach(field -> blocks.computeIfAbsent(path(field).get(0), block -> new ArrayList<>())
                        .add(field));
        List<String> lines = new ArrayList<>(List.of("Table 2"));
        blocks.forEach((block, inBlock) -> lines.addAll(grid(block, true, report, inBlock)));
        return lines;
    }

    /** Rows × columns, under the groups that the form puts the rows into. */
    private static List<String> grid(String title, boolean unitByColumn, Report report, List<Field> fields) {
        Set<String> columns = new LinkedHashSet<>();
        Map<List<String>, Map<String, Field>> rows = new LinkedHashMap<>();
        for (Field field : fields) {
            List<String> path = path(field);
            String last = path.get(path.size() - 1);
            String column = unitByColumn ? last + "（" + field.unit() + "）" : last;
            columns.add(column);
            rows.computeIfAbsent(path.subList(0, path.size() - 1), row -> new LinkedHashMap<>())
                    .put(column, field);
        }
        TextTable table =
                new TextTable(Stream.concat(Stream.of(title), columns.stream()).toArray(String[]::new)).rightFrom(1);
        OpenGroups groups = new OpenGroups(title);
        rows.forEach((path, byColumn) -> {
            for (String group : groups.toOpen(path)) {
                table.row(Stream.concat(Stream.of(group), columns.stream().map(column -> ""))
                        .toArray());
            }
            String label = DisplayWidth.cut(OpenGroups.label(path), WIDEST_LABEL);
            table.row(Stream.concat(
                            Stream.of(label),
                            columns.stream()
                                    .map(column -> byColumn.containsKey(column)
                                            ? CellMark.of(report.cell(
                                                    byColumn.get(column).code()))
                                            : ""))
                    .toArray());
        });
        return table.lines();
    }

    private static String units(List<Field> fields) {
        return String.join(" ", fields.stream().map(Field::unit).distinct().toList());
    }

    /** The slash of 本年增/减 parts nothing. */
    private static List<String> path(Field field) {
        return Arrays.asList(field.label().split("/(?!减)"));
    }

    /** 5 for 第二十条第（五）项. */
    private static int item(String block) {
        int bracket = block.indexOf('（');
        return bracket < 0 ? 0 : 1 + NUMERALS.indexOf(block.charAt(bracket + 1));
    }
}
