package org.annals.corpus;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.annals.report.Field;
import org.annals.report.Fields;
import org.annals.report.Generation;

/** Sets of figures. README.md beside the corpus tells where each comes from. */
final class Figures {
    private static final List<String> APPLICANTS = OfficialForm.COLUMNS.subList(0, 6);

    private Figures() {}

    /** The figures of a real report, by the name of its file beside the corpus. */
    static Map<String, Printed> real(String name) {
        Map<String, Printed> cells = new LinkedHashMap<>();
        try (InputStream in = Figures.class.getResourceAsStream("figures/" + name + ".csv");
                CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(in)) {
            for (NamedCsvRecord row : rows) {
                String value = row.getField("value");
                cells.put(row.getField("field"), value.isEmpty() ? Printed.blank("") : Printed.number(value));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("figures of " + name, e);
        }
        return cells;
    }

    /** Every cell that is no sum has another figure, and all sums hold: a cell read in a wrong place shows. */
    static Map<String, Printed> distinct(Generation generation, long seed) {
        return madeUp(generation, new Random(seed), 0, 900);
    }

    /** As a small office might have them: most are zero, all sums hold. */
    static Map<String, Printed> sparse(Generation generation, Random random) {
        return madeUp(generation, random, 70, 40);
    }

    static Map<String, Printed> blank(Generation generation) {
        return filled(generation, Map.of());
    }

    /** Every field of the generation; zero where nothing is given. */
    static Map<String, Printed> zeroBut(Generation generation, Map<String, String> given) {
        Map<String, Printed> cells = new LinkedHashMap<>();
        for (Field field : Fields.of(generation)) {
            cells.put(field.code(), Printed.number(given.getOrDefault(field.code(), "0")));
        }
        return cells;
    }

    private static Map<String, Printed> filled(Generation generation, Map<String, Integer> figures) {
        Map<String, Printed> cells = new LinkedHashMap<>();
        for (Field field : Fields.of(generation)) {
            Integer figure = figures.get(field.code());
            cells.put(field.code(), figure == null ? Printed.blank("") : Printed.number(figure.toString()));
        }
        return cells;
    }

    private static Map<String, Printed> madeUp(Generation generation, Random random, int zeros, int limit) {
        Map<String, Integer> figures = new LinkedHashMap<>();
        Set<Integer> used = new HashSet<>();
        List<RequestRow> rows = RequestRow.of(generation);
        for (String column : APPLICANTS) {
            int sum = 0;
            for (RequestRow row : rows) {
                if (row.isResult()) {
                    int figure = figure(random, zeros, limit, used);
                    figures.put(field(row.code(), column), figure);
                    sum += figure;
                }
            }
            int in = Math.min(sum, figure(random, zeros, 20 + limit / 9, used));
            int out = figure(random, zeros, 20 + limit / 9, used);
            figures.put(field("result_total", column), sum);
            figures.put(field("carried_in", column), in);
            figures.put(field("carried_out", column), out);
            figures.put(field("new", column), sum + out - in);
        }
        for (RequestRow row : rows) {
            figures.put(
                    field(row.code(), "total"),
                    APPLICANTS.stream()
                            .mapToInt(column -> figures.get(field(row.code(), column)))
                            .sum());
        }
        int sum = 0;
        for (Field field : Fields.of(generation)) {
            if (field.table() == 2) {
                figures.put(field.code(), 1000 + random.nextInt(99_000));
            } else if (field.table() == 4 && field.code().endsWith(".total")) {
                figures.put(field.code(), sum);
                sum = 0;
            } else if (field.table() == 4) {
                int figure = zeros == 0 ? 1 + random.nextInt(400) : figure(random, zeros, limit, new HashSet<>());
                figures.put(field.code(), figure);
                sum += figure;
            }
        }
        return filled(generation, figures);
    }

    private static int figure(Random random, int zeros, int limit, Set<Integer> used) {
        if (random.nextInt(100) < zeros) {
            return 0;
        }
        int figure = 1 + random.nextInt(limit);
        while (zeros == 0 && !used.add(figure)) {
            figure = 1 + random.nextInt(limit);
        }
        return figure;
    }

    private static String field(String row, String column) {
        return "t3." + row + "." + column;
    }
}
