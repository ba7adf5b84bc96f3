package org.annals.report;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The data dictionary: every field of every generation, in the order of the form. Read from {@code fields.csv} beside this class; nothing repeats it. */
public final class Fields {
    private static final Map<String, Field> BY_CODE = read();
    private static final Map<Generation, List<Field>> OF_GENERATION = ofGenerations();

    private Fields() {}

    /** The fields that a report of this generation has, in the order of the form. */
    public static List<Field> of(Generation generation) {
        return OF_GENERATION.get(generation);
    }

    /** The fields of all generations. */
    public static Collection<Field> all() {
        return BY_CODE.values();
    }

    public static Optional<Field> byCode(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    private static Map<Generation, List<Field>> ofGenerations() {
        Map<Generation, List<Field>> fields = new EnumMap<>(Generation.class);
        for (Generation generation : Generation.values()) {
            fields.put(
                    generation,
                    BY_CODE.values().stream()
                            .filter(field -> field.isOf(generation))
                            .toList());
        }
        return fields;
    }

    private static Map<String, Field> read() {
        List<Field> fields = new ArrayList<>();
        try (InputStream in = Fields.class.getResourceAsStream("fields.csv");
                CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(in)) {
            for (NamedCsvRecord row : rows) {
                fields.add(new Field(
                        row.getField("field"),
                        Integer.parseInt(row.getField("table")),
                        row.getField("generation"),
                        row.getField("label_zh"),
                        row.getField("unit"),
                        row.getField("type")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("reading fields.csv from the class path", e);
        }
        Map<String, Field> byCode = new LinkedHashMap<>();
        fields.forEach(field -> byCode.put(field.code(), field));
        return Collections.unmodifiableMap(byCode);
    }
}
