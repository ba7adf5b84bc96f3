package org.annals.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.annals.report.CellValue;
import org.annals.report.Generation;
import org.annals.report.Report;
import org.junit.jupiter.api.Test;

/** Rows of drawn tables that moved by a cell and look sound by themselves. */
class ShiftedRowsTest {
    private final Map<String, String> figures = Form.figures(Generation.G2021, new Random(5));

    private Form form() {
        return new Form(FormLayout.HTML_SPANS, Generation.G2021, figures);
    }

    private void zeros(String table) {
        figures.replaceAll((field, value) -> field.startsWith(table) ? "0" : value);
    }

    /** Moves the row that holds a field to the right: a blank in front, the last value lost. */
    private static void shiftRight(List<List<FormCell>> rows, String field) {
        List<FormCell> row = rows.stream()
                .filter(cells -> Trap.fields(cells).contains(field))
                .findFirst()
                .orElseThrow();
        int first = 0;
        while (!row.get(first).isValue()) {
            first++;
        }
        row.remove(row.size() - 1);
        row.add(first, FormCell.label(""));
    }

    private static Map<String, CellValue> row(Report report, String prefix) {
        return report.cells().entrySet().stream()
                .filter(cell -> cell.getKey().startsWith(prefix))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, cell -> cell.getValue().value()));
    }

    /** Two of businesses and two of others: moved by a cell, the others' two stand under a total of as many. */
    private void setDenied() {
        zeros("t3.");
        for (String row : List.of("new", "denied_law", "result_total")) {
            figures.put("t3." + row + ".business", "2");
            figures.put("t3." + row + ".other_org", "2");
            figures.put("t3." + row + ".total", "4");
        }
    }

    @Test
    void aRowThatAddsUpWhileItsColumnsDoNotIsDoubted() {
        setDenied();
        Form form = form();
        shiftRight(form.rows3, "t3.denied_law.total");
        Report report = Expected.report(form.write());
        assertThat(row(report, "t3.denied_law.").values()).hasSize(7).allMatch(CellValue.Unreadable.class::isInstance);
        assertThat(row(report, "t3.granted.").values()).allMatch(CellValue.Number.class::isInstance);
    }

    @Test
    void aBlankAmongZerosStaysBlankWhereTheColumnsAddUp() {
        setDenied();
        figures.put("t3.denied_law.natural", "");
        figures.put("t3.denied_safety.natural", "");
        Report report = Expected.report(form().write());
        assertThat(report.cell("t3.denied_law.natural").value()).isInstanceOf(CellValue.Blank.class);
        assertThat(report.cell("t3.denied_safety.natural").value()).isInstanceOf(CellValue.Blank.class);
        assertThat(report.cell("t3.denied_law.total").value().number().orElseThrow())
                .isEqualByComparingTo("4");
    }

    @Test
    void aBlankAtTheEndOfARowOfTable2IsDoubtedWhereTheReportPrintsItsZeros() {
        Form leavesBlank = new Form(FormLayout.HTML_SPANS, Generation.G2021, withoutZeros());
        shiftRight(leavesBlank.table2, "t2.normative.issued");
        assertThat(row(Expected.report(leavesBlank.write()), "t2.normative.").values())
                .anyMatch(CellValue.Number.class::isInstance);
        Form printsZeros = form();
        shiftRight(printsZeros.table2, "t2.normative.issued");
        assertThat(row(Expected.report(printsZeros.write()), "t2.normative.").values())
                .hasSize(3)
                .allMatch(CellValue.Unreadable.class::isInstance);
    }

    private Map<String, String> withoutZeros() {
        Map<String, String> blank = new LinkedHashMap<>(figures);
        blank.replaceAll((field, figure) -> figure.equals("0") ? "" : figure);
        return blank;
    }

    @Test
    void aSecondRowOfTable4WithOtherNumbersMakesThemUnreadable() {
        Form form = form();
        List<FormCell> again = new ArrayList<>(form.table4.get(form.table4.size() - 1));
        form.table4.add(again);
        Map<String, CellValue> once = row(Expected.report(form().write()), "t4.");
        assertThat(row(Expected.report(form.write()), "t4.")).isEqualTo(once);
        again.set(0, again.get(0).with("77"));
        Map<String, CellValue> twice = row(Expected.report(form.write()), "t4.");
        assertThat(twice.values()).hasSize(15).allMatch(CellValue.Unreadable.class::isInstance);
    }

    @Test
    void blocksOfTable4ThatStandInOtherPlacesThanTheirNamesSayAreDoubted() {
        Form form = form();
        List<FormCell> first = form.table4.get(0);
        assertThat(Stream.of(first.get(0), first.get(1)).map(FormCell::text)).containsExactly("行政复议", "行政诉讼");
        first.add(first.remove(0));
        assertThat(row(Expected.report(form.write()), "t4.").values())
                .hasSize(15)
                .allMatch(CellValue.Unreadable.class::isInstance);
    }

    private static List<FormCell> holding(List<List<FormCell>> rows, String field) {
        return rows.stream()
                .filter(cells -> Trap.fields(cells).contains(field))
                .findFirst()
                .orElseThrow();
    }

    private static int place(List<FormCell> row, String field) {
        int at = 0;
        while (!field.equals(row.get(at).field())) {
            at++;
        }
        return at;
    }

    @Test
    void aRowOfTwoValuesOfTable2MayHaveMovedToo() {
        figures.putAll(Form.figures(Generation.G2019, new Random(5)));
        figures.put("t2.procurement.projects", "31");
        figures.put("t2.rules.made", "0");
        Form form = new Form(FormLayout.HTML_SPANS, Generation.G2019, figures);
        List<FormCell> row = holding(form.table2, "t2.procurement.projects");
        int at = place(row, "t2.procurement.projects");
        row.set(at + 1, FormCell.label("31"));
        row.set(at, FormCell.label(""));
        assertThat(row(Expected.report(form.write()), "t2.procurement.").values())
                .hasSize(2)
                .allMatch(CellValue.Unreadable.class::isInstance);
    }

    @Test
    void aTotalThatIsMissingBesideColumnsThatDoNotAddUpMakesTheRowDoubtful() {
        zeros("t3.");
        String[] values = {"134", "312", "183", "544", "225", "250", "1648"};
        for (String row : List.of("new", "denied_law", "result_total")) {
            for (int i = 0; i < values.length; i++) {
                figures.put("t3." + row + "." + Form.COLUMNS.get(i), values[i]);
            }
        }
        Form form = form();
        List<FormCell> row = holding(form.rows3, "t3.result_total.business");
        int at = place(row, "t3.result_total.business");
        row.set(at, FormCell.label("312183"));
        row.remove(at + 1);
        row.add(FormCell.label(""));
        Report report = Expected.report(form.write());
        assertThat(row(report, "t3.result_total.").values())
                .hasSize(7)
                .allMatch(CellValue.Unreadable.class::isInstance);
        assertThat(row(report, "t3.denied_law.").values()).allMatch(CellValue.Number.class::isInstance);
    }

    @Test
    void rowsOfZerosAmongShiftedRowsAreDoubtedLikeThem() {
        zeros("t3.denied_safety.");
        Form form = form();
        for (String row : List.of("new", "granted", "denied_law", "denied_safety", "result_total")) {
            shiftRight(form.rows3, "t3." + row + ".total");
        }
        assertThat(row(Expected.report(form.write()), "t3.denied_safety.").values())
                .hasSize(7)
                .allMatch(CellValue.Unreadable.class::isInstance);
    }
}
