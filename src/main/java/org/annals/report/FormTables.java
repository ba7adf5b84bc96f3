package org.annals.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The tables of a generation as the form prints them. They are those of the dictionary: the last part of a field's label names its column, the parts before it the
 * row; how deep a heading stands, its own numbering says: 一、 then （一） then 1.
 */
public final class FormTables {
    private static final String NUMERALS = "一二三四五六七八九十";
    private static final Map<Generation, List<FormTable>> ALL = all();

    private FormTables() {}

    /** By number; table 2 is one for each item of Article 20. */
    public static List<FormTable> of(Generation generation) {
        return ALL.get(generation);
    }

    private static Map<Generation, List<FormTable>> all() {
        Map<Generation, List<FormTable>> all = new EnumMap<>(Generation.class);
        for (Generation generation : Generation.values()) {
            Map<Integer, List<Field>> numbers = new LinkedHashMap<>();
            Fields.of(generation).stream()
                    .sorted(Comparator.comparing(Field::table))
                    .forEach(field -> numbers.computeIfAbsent(field.table(), number -> new ArrayList<>())
                            .add(field));
            List<FormTable> tables = new ArrayList<>();
            numbers.forEach((number, fields) -> {
                switch (number) {
                    case 1 -> tables.add(annex(fields));
                    case 2 -> tables.addAll(blocks(fields));
                    default -> tables.add(grid(number, "", fields));
                }
            });
            all.put(generation, List.copyOf(tables));
        }
        return all;
    }

    /** One number a row, under nine headings. */
    private static FormTable annex(List<Field> fields) {
        List<FormRow> rows = new ArrayList<>();
        Optional<String> heading = Optional.empty();
        for (Field field : fields) {
            List<String> path = path(field);
            if (NUMERALS.indexOf(path.get(0).charAt(0)) >= 0) {
                heading = path.size() > 1 ? Optional.of(path.get(0)) : Optional.empty();
            }
            String label = path.get(path.size() - 1);
            rows.add(new FormRow(
                    heading.map(above -> List.of(above, label)).orElse(List.of(label)), List.of(Optional.of(field))));
        }
        return new FormTable(1, "", List.of(""), rows);
    }

    private static List<FormTable> blocks(List<Field> fields) {
        Map<String, List<Field>> blocks = new LinkedHashMap<>();
        fields.stream()
                // within a block the columns of this form come first; the last one is the same in both forms
                .sorted(Comparator.comparing((Field field) -> item(path(field).get(0)))
                        .thenComparing(field -> field.generation().equals("both")))
                .forEach(field -> blocks.computeIfAbsent(path(field).get(0), block -> new ArrayList<>())
                        .add(field));
        List<FormTable> tables = new ArrayList<>();
        blocks.forEach((block, inBlock) -> tables.add(grid(2, block, inBlock)));
        return tables;
    }

    private static FormTable grid(int number, String block, List<Field> fields) {
        Set<String> columns = new LinkedHashSet<>();
        Map<List<String>, Map<String, Field>> rows = new LinkedHashMap<>();
        List<String> open = new ArrayList<>();
        for (Field field : fields) {
            List<String> path = path(field);
            String column = path.get(path.size() - 1);
            List<String> row = under(open, path.subList(block.isEmpty() ? 0 : 1, path.size() - 1));
            columns.add(column);
            rows.computeIfAbsent(row, key -> new LinkedHashMap<>()).put(column, field);
        }
        List<FormRow> inOrder = new ArrayList<>();
        rows.forEach((path, byColumn) -> inOrder.add(new FormRow(
                path,
                columns.stream()
                        .map(column -> Optional.ofNullable(byColumn.get(column)))
                        .toList())));
        return new FormTable(number, block, List.copyOf(columns), inOrder);
    }

    /** The whole path of a row: the dictionary leaves out headings that were named before. */
    private static List<String> under(List<String> open, List<String> path) {
        List<String> whole = new ArrayList<>(open.subList(0, Math.min(open.size(), depth(path.get(0)))));
        whole.addAll(path);
        open.clear();
        open.addAll(whole.subList(0, whole.size() - 1));
        return List.copyOf(whole);
    }

    private static int depth(String label) {
        if (label.startsWith("（")) {
            return 1;
        }
        return Character.isDigit(label.charAt(0)) ? 2 : 0;
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
