package org.annals.dataset;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.annals.report.Field;
import org.annals.report.Fields;
import org.annals.report.Generation;

/** The tables of the package. {@code tables.csv} and {@code columns.csv} describe them, and nothing repeats it; the columns of the form come from {@link Fields}. */
final class Tables {
    static final String VALUES_WIDE = "values_wide";
    private static final Map<String, String> ENGLISH = english();
    private static final List<Field> FIELDS = fields();
    private static final List<Table> ALL = readTables();

    private Tables() {}

    /** In the order in which they are written: what is referred to comes first, where it can. */
    static List<Table> all() {
        return ALL;
    }

    static Table named(String name) {
        return ALL.stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Every field of every generation, in the order of the dictionary. */
    static List<Field> dictionary() {
        return FIELDS;
    }

    /** For example "Table 3: requests / received in the year / total". */
    static String english(Field field) {
        StringJoiner label = new StringJoiner(" / ");
        for (String part : field.code().split("\\.")) {
            label.add(Optional.ofNullable(ENGLISH.get(part))
                    .orElseThrow(() -> new IllegalStateException("words.csv has no English for " + part)));
        }
        return label.toString();
    }

    private static List<Field> fields() {
        Map<String, Field> byCode = new LinkedHashMap<>();
        for (Generation generation : Generation.values()) {
            Fields.of(generation).forEach(field -> byCode.put(field.code(), field));
        }
        return List.copyOf(byCode.values());
    }

    private static List<Table> readTables() {
        Map<String, List<Column>> columns = new LinkedHashMap<>();
        for (NamedCsvRecord row : rows("columns.csv")) {
            columns.computeIfAbsent(row.getField("table"), t -> new ArrayList<>())
                    .add(column(row));
        }
        for (Field field : FIELDS) {
            columns.get(VALUES_WIDE).add(cell(field));
        }
        List<Table> tables = new ArrayList<>();
        for (NamedCsvRecord row : rows("tables.csv")) {
            String name = row.getField("table");
            tables.add(new Table(
                    name,
                    row.getField("title_zh"),
                    row.getField("title_en"),
                    row.getField("description"),
                    row.getField("source"),
                    columns.get(name)));
        }
        return List.copyOf(tables);
    }

    private static Column column(NamedCsvRecord row) {
        return new Column(
                row.getField("column"),
                Column.Type.valueOf(row.getField("type").toUpperCase(Locale.ROOT)),
                row.getField("required").equals("yes"),
                row.getField("key").equals("yes"),
                Optional.of(row.getField("references")).filter(text -> !text.isEmpty()),
                Arrays.stream(row.getField("allowed").split(" "))
                        .filter(text -> !text.isEmpty())
                        .toList(),
                row.getField("unit"),
                row.getField("title_zh"),
                row.getField("title_en"),
                row.getField("description"));
    }

    private static Column cell(Field field) {
        return new Column(
                field.code(),
                Column.Type.NUMBER,
                false,
                false,
                Optional.empty(),
                List.of(),
                field.unit(),
                field.label(),
                english(field),
                "");
    }

    private static Map<String, String> english() {
        Map<String, String> words = new LinkedHashMap<>();
        rows("words.csv").forEach(row -> words.put(row.getField("part"), row.getField("english")));
        return words;
    }

    private static List<NamedCsvRecord> rows(String name) {
        try (InputStream in = Tables.class.getResourceAsStream(name);
                CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(in)) {
            return rows.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + name + " from the class path", e);
        }
    }
}
