package org.annals.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.annals.report.Field;
import org.annals.report.Fields;
import org.annals.report.Generation;
import org.junit.jupiter.api.Test;

/**
 * Reports that were damaged twice, where the second damage may take away what would tell of the first. A number may come out only where it still stands,
 * whole, in its cell, or where another of the same value came into the place of one that was lost. The same seeds give the same reports; {@code -Dannals.damages.from} begins with another.
 */
class TwoDamagesTest {
    private static final int REPORTS = 1_600;
    private static final long FIRST = Long.getLong("annals.damages.from", 1);
    private static final List<FormLayout> LAYOUTS =
            Stream.of(FormLayout.values()).filter(layout -> !layout.isPoured()).toList();

    /** Reports that still give a wrong number, in table 4: two numbers run together beside a cell that came in. None may be added. */
    private static final int KNOWN = 2;

    private int right;

    @Test
    void noNumberIsGivenThatDoesNotStandInItsCell() {
        List<String> wrong = new ArrayList<>();
        int reports = 0;
        for (long seed = FIRST; seed < FIRST + REPORTS; seed++) {
            List<String> here = wrongIn(seed);
            reports += here.isEmpty() ? 0 : 1;
            wrong.addAll(here);
        }
        assertThat(reports).as(() -> String.join("\n", wrong)).isLessThanOrEqualTo(KNOWN);
        assertThat(right).isGreaterThan(100 * REPORTS);
    }

    /** One figure of table 3 that is wrong as it was printed, and the totals down its column with it or without. */
    @Test
    void wrongFigureOfTheAuthorIsReadAsItStands() {
        int reports = 300;
        List<String> others = new ArrayList<>();
        for (long seed = FIRST; seed < FIRST + reports; seed++) {
            Random random = new Random(seed);
            Generation generation = random.nextBoolean() ? Generation.G2019 : Generation.G2021;
            Map<String, String> figures = figures(generation, random);
            List<FormRow> rows = FormRow.of(generation);
            String column = "." + Form.COLUMNS.get(random.nextInt(Form.COLUMNS.size()));
            int more = 1 + random.nextInt(9);
            String row = rows.get(2 + random.nextInt(rows.size() - 4)).code();
            List<String> touched = random.nextBoolean() ? List.of(row) : List.of(row, "result_total", "new");
            touched.forEach(code ->
                    figures.merge("t3." + code + column, "" + more, (a, b) -> "" + (Integer.parseInt(a) + more)));
            Map<String, String> read = Expected.values(Expected.report(
                    new Form(LAYOUTS.get(random.nextInt(LAYOUTS.size())), generation, figures).write()));
            figures.forEach((field, value) -> {
                if (!value.equals(read.get(field))) {
                    others.add(read.get(field));
                }
            });
        }
        // a wrong figure that repeats the one above it may be a merged cell written out
        assertThat(others).hasSizeLessThanOrEqualTo(2).allMatch("unreadable"::equals);
    }

    private List<String> wrongIn(long seed) {
        Random random = new Random(seed);
        Generation generation = random.nextInt(3) == 0 ? Generation.G2019 : Generation.G2021;
        FormLayout layout = LAYOUTS.get(random.nextInt(LAYOUTS.size()));
        Form form = new Form(layout, generation, figures(generation, random));
        Set<String> damages = new LinkedHashSet<>();
        for (int i = 0; i < 2; i++) {
            Damage damage = Damage.values()[random.nextInt(Damage.values().length)];
            int table = List.of(2, 3, 3, 4).get(random.nextInt(4));
            damage.strike(table == 2 ? form.table2 : table == 3 ? form.rows3 : form.table4, random);
            damages.add(damage + " in table " + table);
        }
        Map<String, String> there = new LinkedHashMap<>();
        Stream.of(form.table2, form.rows3, form.table4)
                .flatMap(List::stream)
                .flatMap(List::stream)
                .filter(FormCell::isValue)
                .forEach(cell -> there.put(cell.field(), cell.text()));
        List<String> wrong = new ArrayList<>();
        Map<String, String> read =
                Expected.result(form.write()).report().map(Expected::values).orElse(Map.of());
        read.forEach((field, value) -> {
            boolean number = Character.isDigit(value.charAt(0));
            boolean blank = value.equals("blank") && there.containsKey(field);
            right += number ? 1 : 0;
            boolean own = value.equals(there.get(field))
                    || value.equals(form.figures().get(field));
            if (blank || number && !own) {
                wrong.add("seed " + seed + " " + layout + " " + damages + ": " + field + " is " + value + ", printed "
                        + there.get(field));
            }
        });
        return wrong;
    }

    /** Figures all of whose sums hold. */
    private static Map<String, String> figures(Generation generation, Random random) {
        int zeros = List.of(30, 60, 85).get(random.nextInt(3));
        Map<String, Integer> values = new LinkedHashMap<>();
        for (Field field : Fields.of(generation)) {
            int value = random.nextInt(100) < zeros ? 0 : 1 + random.nextInt(60);
            values.put(field.code(), field.table() == 2 ? random.nextInt(4) * 17 : value);
        }
        for (String column : Form.COLUMNS.subList(0, 6)) {
            int results = FormRow.of(generation).stream()
                    .map(FormRow::code)
                    .filter(row -> !List.of("new", "carried_in", "result_total", "carried_out")
                            .contains(row))
                    .mapToInt(row -> values.get("t3." + row + "." + column))
                    .sum();
            int open = random.nextInt(3);
            values.put("t3.result_total." + column, results);
            values.put("t3.carried_out." + column, open);
            values.put("t3.carried_in." + column, 0);
            values.put("t3.new." + column, results + open);
        }
        int sum = 0;
        for (Field field : Fields.of(generation)) {
            if (field.table() > 2 && field.code().endsWith(".total")) {
                values.put(field.code(), sum);
                sum = 0;
            } else {
                sum += field.table() > 2 ? values.get(field.code()) : 0;
            }
        }
        Map<String, String> figures = new LinkedHashMap<>();
        values.forEach((field, value) -> figures.put(field, String.valueOf(value)));
        return figures;
    }
}
