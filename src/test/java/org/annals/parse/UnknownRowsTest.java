package org.annals.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.annals.report.Cell;
import org.annals.report.CellValue;
import org.annals.report.Generation;
import org.annals.report.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows of the form under other labels than those of the form. */
class UnknownRowsTest {
    private final Form form =
            new Form(FormLayout.HTML_SPANS, Generation.G2021, Form.figures(Generation.G2021, new Random(5)));

    private Map<String, Cell> cells(String label, String printed) {
        Report report = Expected.report(form.write().replace(">" + label + "<", ">" + printed + "<"));
        return report.cells();
    }

    private void othersAreRead(Map<String, Cell> cells, String row) {
        assertThat(cells).allSatisfy((field, cell) -> {
            if (!field.startsWith(row)) {
                assertThat(cell.value().number()).isPresent();
            }
        });
    }

    @ParameterizedTest
    @CsvSource({
        "一、本年新收政府信息公开申请数量,一、本年新收申请数量,new",
        "（一）予以公开,（一）予以公开数,granted",
        "1.属于国家秘密,1.国家秘密,denied_state_secret",
        "5.属于三类内部事务信息,5.内部事务信息,denied_internal",
        "1.本机关不掌握相关政府信息,1.未掌握,unavailable_not_held",
        "2.重复申请,2.重复申请的,rejected_duplicate",
        "3.其他,3.其它,other_misc",
        "（七）总计,（七）合计,result_total"
    })
    void aVariantThatCanMeanOneRowOnlyIsRead(String label, String printed, String row) {
        Map<String, Cell> cells = cells(label, printed);
        cells.forEach((field, cell) -> assertThat(Expected.plain(cell.value()
                        .number()
                        .orElseThrow(() -> new AssertionError(field))
                        .toPlainString()))
                .isEqualTo(form.figures().get(field)));
        assertThat(cells).containsKey("t3." + row + ".total");
    }

    @ParameterizedTest
    @CsvSource({
        "一、本年新收政府信息公开申请数量,一、来件,t3.new.",
        "（一）予以公开,（一）全都给了,t3.granted.",
        "3.其他,3.其他情形,t3.other_misc.",
        "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请,2.逾期未缴费,t3.other_unpaid.",
        "四、结转下年度继续办理,四、未办完的,t3.carried_out.",
        "行政强制,行政强制措施,t2.coercion.",
        "行政事业性收费,收费,t2.fees."
    })
    void aRowUnderAnUnknownLabelInThePlaceOfTheMissingOneIsUnreadable(String label, String printed, String row) {
        Map<String, Cell> cells = cells(label, printed);
        assertThat(cells).allSatisfy((field, cell) -> {
            if (field.startsWith(row)) {
                assertThat(cell.value()).isInstanceOf(CellValue.Unreadable.class);
                assertThat(cell.locator()).isNotEmpty();
            }
        });
        othersAreRead(cells, row);
    }

    @Test
    void theWarningNamesTheLabel() {
        String page = form.write().replace(">3.其他<", ">3.其他情形<");
        assertThat(Expected.result(page).warnings()).anyMatch(warning -> warning.contains("3.其他情形"));
    }

    @Test
    void aRowThatIsNotPrintedStaysAbsent() {
        form.rows3.removeIf(row -> Trap.fields(row).contains("t3.carried_in.total"));
        form.table2.removeIf(row -> Trap.fields(row).contains("t2.coercion.decisions"));
        Map<String, Cell> cells = Expected.report(form.write()).cells();
        assertThat(List.of(cells.get("t3.carried_in.total"), cells.get("t2.coercion.decisions")))
                .extracting(Cell::value)
                .allMatch(CellValue.Absent.class::isInstance);
    }

    @Test
    void twoUnknownRowsInThePlaceOfOneLeaveItUnreadable() {
        List<FormCell> row = form.table2.stream()
                .filter(cells -> Trap.fields(cells).contains("t2.coercion.decisions"))
                .findFirst()
                .orElseThrow();
        row.set(0, FormCell.label("行政强制措施"));
        List<FormCell> second = new ArrayList<>(row);
        second.set(0, FormCell.label("行政强制执行"));
        form.table2.add(form.table2.indexOf(row) + 1, second);
        Report report = Expected.report(form.write());
        assertThat(report.cells().get("t2.coercion.decisions").value()).isInstanceOf(CellValue.Unreadable.class);
    }
}
