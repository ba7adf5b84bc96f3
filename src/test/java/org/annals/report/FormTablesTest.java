package org.annals.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The layout of the form against its dictionary. */
class FormTablesTest {
    @ParameterizedTest
    @EnumSource(Generation.class)
    void everyFieldOfTheDictionaryStandsInOnePlace(Generation generation) {
        List<Field> placed = FormTables.of(generation).stream()
                .flatMap(table -> table.fields().stream())
                .toList();
        assertThat(placed).containsExactlyInAnyOrderElementsOf(Fields.of(generation));
        assertThat(FormTables.of(generation))
                .allSatisfy(table -> assertThat(table.rows())
                        .allSatisfy(row -> assertThat(row.cells()).hasSameSizeAs(table.columns())));
    }

    @Test
    void rowsStandUnderHeadingsThatTheDictionaryNamesOnlyOnce() {
        FormTable third = table(Generation.G2021, 3);
        assertThat(third.columns()).hasSize(7).startsWith("自然人").endsWith("总计");
        assertThat(row(third, "t3.denied_safety.natural").path())
                .containsExactly("三、本年度办理结果", "（三）不予公开", "3.危及“三安全一稳定”");
        assertThat(row(third, "t3.result_total.total").path()).containsExactly("三、本年度办理结果", "（七）总计");
        assertThat(row(third, "t3.carried_out.total").path()).containsExactly("四、结转下年度继续办理");
    }

    @Test
    void annexRowsStandUnderTheHeadingOfTheirItem() {
        FormTable annex = table(Generation.PRE2019, 1);
        assertThat(row(annex, "t1.via_website").path()).containsExactly("一、主动公开情况", "（二）2.政府网站公开政府信息数");
        assertThat(row(annex, "t1.fees").path()).containsExactly("七、依申请公开信息收取的费用");
        assertThat(row(annex, "t1.staff_full_time").path()).hasSize(1);
    }

    @Test
    void table2HasABlockForEachItemInTheirOrder() {
        assertThat(FormTables.of(Generation.G2019).stream().filter(table -> table.number() == 2))
                .extracting(FormTable::block)
                .containsExactly("第二十条第（一）项", "第二十条第（五）项", "第二十条第（六）项", "第二十条第（八）项", "第二十条第（九）项");
        FormTable fifth = FormTables.of(Generation.G2019).stream()
                .filter(table -> table.block().contains("五"))
                .findFirst()
                .orElseThrow();
        assertThat(fifth.columns()).containsExactly("上一年项目数量", "本年增/减", "处理决定数量");
        assertThat(fifth.unit(0)).contains("项");
    }

    private static FormTable table(Generation generation, int number) {
        return FormTables.of(generation).stream()
                .filter(table -> table.number() == number)
                .findFirst()
                .orElseThrow();
    }

    private static FormRow row(FormTable table, String field) {
        return table.rows().stream()
                .filter(row -> row.cells().stream()
                        .anyMatch(cell ->
                                cell.map(Field::code).filter(field::equals).isPresent()))
                .findFirst()
                .orElseThrow();
    }
}
