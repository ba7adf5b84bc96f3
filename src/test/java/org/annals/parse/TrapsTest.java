package org.annals.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.annals.report.CellValue;
import org.annals.report.Generation;
import org.annals.report.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Damaged reports: no number may come out that was not printed in its cell, and what the damage did not touch must still be read. Each trap is set
 * {@value #TIMES} times in each of the eight layouts: 23 traps, 1,840 reports, some 350,000
 * cells; then up to {@value #PAIRS} reports with two traps in different rows.
 */
class TrapsTest {
    private static final int TIMES = 10;
    private static final int PAIRS = 1000;

    private static final List<FormLayout> DRAWN = Arrays.stream(FormLayout.values())
            .filter(layout -> !layout.isPoured())
            .toList();
    /** What nobody can undo once empty cells and the borders of cells are gone. */
    private static final Set<Trap> BEYOND_REPAIR =
            Set.of(Trap.COLUMN_OF_SUBTOTALS, Trap.STRAY_NUMBER_BETWEEN_ROWS, Trap.COLUMNS_REORDERED, Trap.ROW_TWICE);

    private final Random random = new Random(42);
    private final List<String> wrong = new ArrayList<>();
    private final List<String> lost = new ArrayList<>();
    private int numbers;

    @ParameterizedTest
    @EnumSource
    void aTrapMakesNoWrongNumberAndCostsNoSoundOne(Trap trap) {
        for (FormLayout layout : DRAWN) {
            for (int i = 0; i < TIMES; i++) {
                Generation generation = i % 4 == 0 ? Generation.G2019 : Generation.G2021;
                Form form = new Form(layout, generation, Form.figures(generation, random));
                Set<String> damaged = trap.spring(form, random);
                if (layout == FormLayout.HTML_SPANS && trap.looksLikeBlanks() && isOfTable2(damaged)) {
                    continue; // three cells in a drawn grid: such a row is the same as one with a blank at its end
                }
                compare(trap + " in " + layout, form, damaged);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(lost).isEmpty();
        assertThat(numbers).isGreaterThan(trap == Trap.COLUMN_WITHOUT_NAME ? 20 * TIMES * 8 : 150 * TIMES * 8);
    }

    @ParameterizedTest
    @EnumSource
    void aTrapInTablesPouredOutAsLinesMakesNoWrongNumber(Trap trap) {
        for (FormLayout layout : FormLayout.values()) {
            for (int i = 0; i < TIMES && layout.isPoured(); i++) {
                Generation generation = i % 4 == 0 ? Generation.G2019 : Generation.G2021;
                Form form = new Form(layout, generation, Form.figures(generation, random));
                compare(trap + " in " + layout, form, trap.spring(form, random));
            }
        }

        assertThat(wrong).isEmpty();
        if (!BEYOND_REPAIR.contains(trap)) {
            assertThat(lost).isEmpty();
        }
    }

    @Test
    void twoTrapsTogetherMakeNoWrongNumber() {
        Map<Trap, Integer> met = new EnumMap<>(Trap.class);
        for (int i = 0; i < PAIRS; i++) {
            FormLayout layout = DRAWN.get(i % DRAWN.size());
            Form form = new Form(layout, Generation.G2021, Form.figures(Generation.G2021, random));
            Trap first = Trap.values()[random.nextInt(Trap.values().length)];
            Trap second = Trap.values()[random.nextInt(Trap.values().length)];
            Set<Trap> pair = EnumSet.of(first, second);
            if (pair.size() == 2 && (pair.contains(Trap.HEAD_LOST) || pair.contains(Trap.COLUMNS_REORDERED))
                    || layout == FormLayout.HTML_SPANS && pair.stream().anyMatch(Trap::looksLikeBlanks)) {
                continue; // a head can only be damaged while it is there; for the other see aTrap…
            }
            Set<String> damaged = new HashSet<>(first.spring(form, random));
            Set<String> more = second.spring(form, random);
            if (!Collections.disjoint(damaged, more)) {
                continue; // two faults in one row can give a sound one
            }
            damaged.addAll(more);
            met.merge(first, 1, Integer::sum);
            compare(first + " and " + second + " in " + layout, form, damaged);
        }
        assertThat(met).hasSizeGreaterThan(18);
        assertThat(wrong).isEmpty();
    }

    private static boolean isOfTable2(Set<String> fields) {
        return fields.stream().anyMatch(field -> field.startsWith("t2."));
    }

    private void compare(String what, Form form, Set<String> damaged) {
        String document = form.write();
        Report report = Expected.report(document);
        form.figures().forEach((field, printed) -> {
            CellValue value = report.cell(field).value();
            boolean right = value.number()
                    .filter(number -> number.toPlainString().equals(printed))
                    .isPresent();
            if (right) {
                numbers++;
            } else if (value.number().isPresent()) {
                wrong.add(what + ": " + field + " is " + printed + ", read "
                        + value.number().get() + "\n"
                        + around(document, report.cell(field).locator()));
            } else if (!damaged.contains(field)) {
                lost.add(what + ": " + field + " is " + printed + ", read " + value);
            }
        });
    }

    private static String around(String document, String locator) {
        if (!locator.startsWith("line ")) {
            return locator;
        }
        int line = Integer.parseInt(locator.replaceAll("line (\\d+).*", "$1"));
        return document.split("\n")[line - 1];
    }
}
