package org.annals.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.annals.report.CellValue;
import org.annals.report.Generation;
import org.annals.report.Report;
import org.junit.jupiter.api.Test;

/** Tables poured out as lines whose head or rows say what the form does not. */
class MisleadingLinesTest {
    private static final Map<String, String> FIGURES = Form.figures(Generation.G2021, new Random(9));

    private static String lines() {
        return new Form(FormLayout.LINES, Generation.G2021, FIGURES).write();
    }

    private static String cells() {
        return new Form(FormLayout.BARE_CELLS, Generation.G2021, FIGURES).write();
    }

    /** The line that begins with a label, up to its end. */
    private static String line(String text, String label) {
        int at = text.indexOf(label);
        return text.substring(at, text.indexOf('\n', at));
    }

    private static CellValue value(String text, String field) {
        return Expected.report(text).cell(field).value();
    }

    @Test
    void aStrangeNameInALineOfTheHeadIsNotPassedOver() {
        String head = line(lines(), "信息内容");
        String strange = lines().replaceFirst(head, head.replace("本年废止件数", "备案件数"));
        assertThat(strange).isNotEqualTo(lines());
        assertThat(value(strange, "t2.rules.repealed")).isInstanceOf(CellValue.Unreadable.class);
        assertThat(value(strange, "t2.rules.issued").number()).isPresent();
    }

    @Test
    void aStrangeNameOnALineOfItsOwnIsNotPassedOver() {
        String text = cells().replaceFirst("本年处理决定数量", "上年数量");
        assertThat(text).isNotEqualTo(cells());
        assertThat(value(text, "t2.licensing.decisions")).isInstanceOf(CellValue.Unreadable.class);
        assertThat(value(text, "t2.penalty.decisions").number()).isPresent();
    }

    @Test
    void aNameThatSaysTheYearOfTheReportIsThatOfTheForm() {
        assertThat(Expected.values(Expected.report(lines().replace("本年", "2023年"))))
                .containsEntry("t2.licensing.decisions", FIGURES.get("t2.licensing.decisions"))
                .containsEntry("t2.rules.issued", FIGURES.get("t2.rules.issued"));
        assertThat(value(lines().replaceFirst("本年处理", "2022年处理"), "t2.licensing.decisions"))
                .isInstanceOf(CellValue.Unreadable.class);
    }

    @Test
    void aStrangeApplicantMakesItsColumnUnreadableAndNotAbsent() {
        Report report = Expected.report(lines().replace("自然人", "个体工商户"));
        assertThat(report.cell("t3.new.natural").value()).isInstanceOf(CellValue.Unreadable.class);
        assertThat(report.cell("t3.new.business").value().number()).isPresent();
    }

    @Test
    void aRowWithAWordAmongItsValuesIsUnreadableAndNotAbsent() {
        String row = line(lines(), "（一）予以公开");
        String[] cells = row.split("\\s+");
        String worded = row.substring(0, row.lastIndexOf(cells[cells.length - 3])) + "见附件 3 4";
        ParseResult result = Expected.result(lines().replace(row, worded));
        assertThat(result.report().orElseThrow().cell("t3.granted.natural").value())
                .isInstanceOf(CellValue.Unreadable.class);
        assertThat(result.warnings()).anyMatch(warning -> warning.startsWith("t3.granted: is printed"));
    }

    @Test
    void aRowWithoutValuesAmongOthersIsUnreadable() {
        String row = line(lines(), "2.重复申请");
        assertThat(value(lines().replace(row, "2.重复申请"), "t3.rejected_duplicate.total"))
                .isInstanceOf(CellValue.Unreadable.class);
    }

    @Test
    void tableFourWithoutItsHeadIsUnreadableAndNotAbsent() {
        String values = Expected.values(Expected.report(lines())).entrySet().stream()
                .filter(value -> value.getKey().startsWith("t4."))
                .map(Map.Entry::getValue)
                .collect(Collectors.joining(" "));
        String text = lines();
        int from = text.indexOf("行政复议 ");
        int to = text.indexOf("五、存在");
        Report report = Expected.report(text.substring(0, from) + values + "\n\n" + text.substring(to));
        assertThat(report.cell("t4.review.total").value()).isInstanceOf(CellValue.Unreadable.class);
        assertThat(report.cell("t4.review.total").locator()).isNotEmpty();
    }

    @Test
    void aColumnOfSubtotalsIsToldByItsName() {
        StringBuilder text = new StringBuilder();
        for (String line : lines().split("\n", -1)) {
            String[] parts = line.strip().split("\\s+");
            boolean row = parts.length >= 8
                    && parts[parts.length - 8].codePoints().anyMatch(Character::isIdeographic)
                    && parts[parts.length - 1].matches("[0-9]+");
            if (row) {
                int sum = 0;
                for (int i = parts.length - 6; i < parts.length - 1; i++) {
                    sum += Integer.parseInt(parts[i]);
                }
                int end = line.lastIndexOf(parts[parts.length - 1]);
                text.append(line, 0, end).append(sum).append(' ').append(line.substring(end));
            } else {
                text.append(line);
            }
            text.append('\n');
        }
        assertThat(text.toString()).isNotEqualTo(lines());
        Map<String, String> values = Expected.values(Expected.report(text.toString()));
        assertThat(values).containsEntry("t3.new.total", FIGURES.get("t3.new.total"));
        assertThat(values).containsEntry("t3.new.other_org", FIGURES.get("t3.new.other_org"));
    }
}
