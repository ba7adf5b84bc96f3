package org.annals.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Random;
import org.annals.report.Cell;
import org.annals.report.CellValue;
import org.annals.report.Generation;
import org.annals.report.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Columns of table 2 under names that the form does not have, and units said far from the table. */
class UnknownHeadsTest {
    private static final String TABLE2 = """
            <table><tr><td>信息内容</td><td>%s</td></tr><tr><td>行政许可</td><td>12</td></tr>
            <tr><td>信息内容</td><td>%s</td></tr><tr><td>行政事业性收费</td><td>3500</td></tr></table>%s
            """;

    private static Map<String, Cell> cells(String decisions, String amount, String above, String below) {
        Form form = new Form(FormLayout.HTML_SPANS, Generation.G2021, Form.figures(Generation.G2021, new Random(7)));
        String written = form.write();
        int from = written.indexOf("<table");
        int to = written.indexOf("</table>") + "</table>".length();
        String page =
                written.substring(0, from) + above + TABLE2.formatted(decisions, amount, below) + written.substring(to);
        Report report = Expected.report(page);
        return report.cells();
    }

    @ParameterizedTest
    @ValueSource(strings = {"上年处理决定数量", "累计处理决定数量", "未公开处理决定数量", "本年处理决定数量（万件）", "决定"})
    void whatStandsUnderAnUnknownNameIsUnreadable(String head) {
        assertThat(cells(head, "本年收费金额", "", "").get("t2.licensing.decisions").value())
                .isInstanceOf(CellValue.Unreadable.class);
    }

    @Test
    void aKnownNameIsRead() {
        assertThat(cells("本年处理决定数量", "本年收费金额", "", "")
                        .get("t2.licensing.decisions")
                        .value()
                        .number())
                .contains(new BigDecimal("12"));
    }

    private static CellValue fee(String head, String above, String below) {
        return cells("本年处理决定数量", head, above, below).get("t2.fees.amount").value();
    }

    @Test
    void aUnitSaidAnywhereInTheChapterCounts() {
        BigDecimal expected = new BigDecimal("0.35");
        assertThat(fee("本年收费金额", "<p>单位：元</p><p>甲</p><p>乙</p><p>丙</p>", "").number())
                .contains(expected);
        assertThat(fee("本年收费金额", "", "<p>注：收费金额以元为单位。</p>").number()).contains(expected);
        assertThat(fee("本年收费金额", "", "<p>注：一是口径不变。</p><p>二是金额单位为元。</p>").number())
                .contains(expected);
    }

    @Test
    void aUnitInTheHeadOutweighsThatOfTheChapter() {
        assertThat(fee("本年收费金额（单位：万元）", "<p>单位：元</p><p>甲</p><p>乙</p><p>丙</p>", "")
                        .number())
                .contains(new BigDecimal("3500"));
    }

    @Test
    void twoUnitsInTheChapterMakeTheAmountUnreadable() {
        assertThat(fee("本年收费金额", "", "<p>注：金额单位为元，</p><p>其中采购以万元为单位。</p>")).isInstanceOf(CellValue.Unreadable.class);
    }
}
