package org.annals.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.annals.report.CellValue;
import org.annals.report.Generation;
import org.annals.report.Report;
import org.junit.jupiter.api.Test;

/** Rows without a label that hold the rest of the row above, and rows that moved left by several cells. */
class LeftoversTest {
    private final Map<String, String> figures = Form.figures(Generation.G2021, new Random(5));

    private Form form() {
        return new Form(FormLayout.HTML_SPANS, Generation.G2021, figures);
    }

    private static int indexOf(List<List<FormCell>> rows, String field) {
        int at = 0;
        while (!Trap.fields(rows.get(at)).contains(field)) {
            at++;
        }
        return at;
    }

    /** Puts a row without a label below the one that holds a field: as many cells as that one, all empty but the given. */
    private static void follow(List<List<FormCell>> rows, String field, Map<Integer, String> texts) {
        int at = indexOf(rows, field);
        List<FormCell> below = new ArrayList<>();
        int value = 0;
        for (FormCell cell : rows.get(at)) {
            String text = cell.isValue() ? texts.getOrDefault(value++, "") : "";
            if (cell.rowspan() == 1) {
                below.add(FormCell.label(text, cell.colspan(), 1));
            }
        }
        rows.add(at + 1, below);
    }

    private static void shiftLeft(List<FormCell> row, int first, int by) {
        for (int i = 0; i < by; i++) {
            row.remove(first);
            row.add(FormCell.label(""));
        }
    }

    private static void isUnreadable(Report report, String prefix) {
        List<CellValue> values = report.cells().entrySet().stream()
                .filter(cell -> cell.getKey().startsWith(prefix))
                .map(cell -> cell.getValue().value())
                .toList();
        assertThat(values).isNotEmpty().allMatch(CellValue.Unreadable.class::isInstance);
    }

    private static void isReadable(Report report, String... without) {
        Map<String, CellValue> others = report.cells().entrySet().stream()
                .filter(cell -> List.of(without).stream().noneMatch(cell.getKey()::startsWith))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, cell -> cell.getValue().value()));
        assertThat(others.values()).isNotEmpty().noneMatch(CellValue.Unreadable.class::isInstance);
    }

    @Test
    void theRestOfACellInTheNextRowMakesTheRowDoubtful() {
        Form form = form();
        follow(form.table2, "t2.licensing.decisions", Map.of(0, "8"));
        follow(form.rows3, "t3.granted.total", Map.of(6, "6"));
        follow(form.table4, "t4.review.total", Map.of(4, "3"));
        Report report = Expected.report(form.write());
        isUnreadable(report, "t2.licensing.");
        isUnreadable(report, "t3.granted.");
        isUnreadable(report, "t4.");
        isReadable(report, "t2.licensing.", "t3.granted.", "t4.");
    }

    @Test
    void theSecondHalfOfARowInTheNextMakesTheRowDoubtful() {
        Form form = form();
        follow(form.rows3, "t3.new.total", Map.of(3, "1", 4, "0", 5, "2", 6, "3"));
        Report report = Expected.report(form.write());
        isUnreadable(report, "t3.new.");
        isReadable(report, "t3.new.");
    }

    @Test
    void aPageNumberInARowOfItsOwnIsNoRest() {
        for (String page : List.of("5", "- 5 -", "第5页", "5/12")) {
            Form form = form();
            int at = indexOf(form.table2, "t2.licensing.decisions");
            form.table2.add(at + 1, new ArrayList<>(List.of(FormCell.label(page, 4, 1))));
            form.table4.add(new ArrayList<>(List.of(FormCell.label(page, 15, 1))));
            isReadable(Expected.report(form.write()));
        }
    }

    @Test
    void aRowThatMovedLeftBySeveralCellsIsDoubted() {
        for (int by = 2; by <= 4; by++) {
            List.of("natural", "business", "research", "ngo", "legal", "other_org")
                    .forEach(column -> figures.put("t3.new." + column, "3"));
            figures.put("t3.new.total", "18");
            List.of("upheld", "corrected", "other", "pending")
                    .forEach(outcome -> figures.put("t4.suit_after_review." + outcome, "2"));
            Form form = form();
            List<FormCell> row = form.rows3.get(indexOf(form.rows3, "t3.new.total"));
            int first = 0;
            while (!row.get(first).isValue()) {
                first++;
            }
            shiftLeft(row, first, by);
            List<FormCell> row4 = form.table4.get(indexOf(form.table4, "t4.review.total"));
            shiftLeft(row4, 10, Math.min(by, 3));
            Report report = Expected.report(form.write());
            isUnreadable(report, "t3.new.");
            isUnreadable(report, "t4.");
        }
    }

    @Test
    void aRowOfTable4BeforeTheRealOnePutsAllInDoubt() {
        Form form = form();
        int at = indexOf(form.table4, "t4.review.total");
        form.table4.add(at, new ArrayList<>(Collections.nCopies(15, FormCell.label("9"))));
        isUnreadable(Expected.report(form.write()), "t4.");
    }

    @Test
    void aNumberAloneInTheFirstColumnBelowAnEmptyValueMayBeThatValue() {
        figures.put("t2.fees.amount", "");
        figures.put("t3.result_total.total", "");
        Form form = form();
        for (String field : List.of("t2.fees.amount", "t3.result_total.total")) {
            List<List<FormCell>> rows = field.startsWith("t2") ? form.table2 : form.rows3;
            follow(rows, field, Map.of());
            rows.get(indexOf(rows, field) + 1).set(0, FormCell.label("1508"));
        }
        Report report = Expected.report(form.write());
        isUnreadable(report, "t2.fees.");
        isUnreadable(report, "t3.result_total.");
    }

    private void figuresOf(String row, String... texts) {
        List<String> columns = List.of("natural", "business", "research", "ngo", "legal", "other_org", "total");
        for (int i = 0; i < columns.size(); i++) {
            figures.put("t3." + row + "." + columns.get(i), texts[i]);
        }
    }

    @Test
    void valuesInTheRowBelowAnEmptyLabelledRowAreNotBlankThoughWordsForNothingStandAmongThem() {
        figures.put("t2.licensing.decisions", "");
        figuresOf("rejected_duplicate", "", "", "", "", "", "", "");
        for (FormLayout layout : List.of(FormLayout.HTML_SPANS, FormLayout.MARKDOWN)) {
            Form form = new Form(layout, Generation.G2021, figures);
            follow(form.table2, "t2.licensing.decisions", Map.of(0, "8"));
            follow(
                    form.rows3,
                    "t3.rejected_duplicate.total",
                    Map.of(0, "无", 1, "不涉及", 2, "—", 3, "3", 4, "不涉及", 5, "1043", 6, "1046"));
            Report report = Expected.report(form.write());
            isUnreadable(report, "t2.licensing.");
            isUnreadable(report, "t3.rejected_duplicate.");
        }
    }

    @Test
    void aNumberBehindTheLabelOfARowThatLacksAValueMayBeItsFirst() {
        figuresOf("denied_state_secret", "0", "0", "0", "—", "0", "0", "");
        Form form = form();
        List<FormCell> row = form.rows3.get(indexOf(form.rows3, "t3.denied_state_secret.total"));
        int label = 0;
        while (!row.get(label + 1).isValue()) {
            label++;
        }
        row.set(label, row.get(label).with(row.get(label).text() + " 0"));
        assertThat(Expected.result(form.write()).warnings())
                .anyMatch(warning -> warning.startsWith("t3.denied_state_secret: the row has a number in its label"));
        isUnreadable(Expected.report(form.write()), "t3.denied_state_secret.");
    }
}
