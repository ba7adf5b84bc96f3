package org.annals.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.annals.report.CellValue;
import org.annals.report.Generation;
import org.annals.report.Report;
import org.annals.report.Section;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AnnexTest {
    private static final int TIMES = 100;

    @ParameterizedTest
    @EnumSource
    void everyFigureOfTheSheetIsRead(Annex.Layout layout) {
        Annex annex = new Annex(layout, new Random(11));

        Report report = Expected.report(annex.write());

        assertThat(report.generation()).isEqualTo(Generation.PRE2019);
        assertThat(report.publisher()).contains("青石县水利局");
        assertThat(report.fiscalYear()).contains(2016);
        Map<String, String> read = Expected.values(report);
        annex.figures.replaceAll((field, value) -> Expected.plain(value));
        assertThat(read).isEqualTo(annex.figures);
    }

    @ParameterizedTest
    @EnumSource
    void theChaptersOfEarlierYearsAreMappedToTodays(Annex.Layout layout) {
        Report report = Expected.report(new Annex(layout, new Random(3)).write());

        assertThat(report.sections())
                .containsOnlyKeys(
                        Section.OVERVIEW,
                        Section.PROACTIVE,
                        Section.REQUESTS,
                        Section.OTHER,
                        Section.REVIEW_LITIGATION,
                        Section.PROBLEMS)
                .allSatisfy((section, text) -> assertThat(text).startsWith("这一章的内容"));
    }

    @ParameterizedTest
    @EnumSource
    void aDamagedSheetGivesNoWrongNumber(Annex.Layout layout) {
        Random random = new Random(5);
        List<String> wrong = new ArrayList<>();
        List<String> lost = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            Annex annex = new Annex(layout, random);
            List<String> fields = new ArrayList<>(annex.figures.keySet());
            String hurt = fields.get(random.nextInt(fields.size()));
            int at = annex.rowOf(hurt);
            List<String> row = annex.rows.get(at);
            int value = annex.valueAt(at);
            int damage = random.nextInt(8);
            switch (damage) {
                case 0 -> row.set(value, "");
                case 1 -> row.add(value, "77");
                case 2 -> row.add(value + 1, "77");
                case 3 -> row.set(value, row.get(value) + " 7");
                case 4 -> row.remove(value);
                case 5 -> row.set(value, row.get(value) + "①");
                case 6 -> annex.rows.remove(at);
                default -> row.set(value - 1, "本县自己加的一项指标");
            }
            Report report = Expected.report(annex.write());
            annex.figures.forEach((field, printed) -> {
                CellValue read = report.cell(field).value();
                boolean right = read.number()
                        .filter(number -> Expected.plain(number.toPlainString()).equals(Expected.plain(printed)))
                        .isPresent();
                if (!right && read.number().isPresent()) {
                    wrong.add("damage " + damage + ": " + field + " is " + printed + ", read " + read);
                } else if (!right && !field.equals(hurt) && !(damage >= 6 && sharesItsLabels(hurt))) {
                    lost.add("damage " + damage + ": " + field + " is " + printed + ", read " + read);
                }
            });
        }

        assertThat(wrong).isEmpty();
        if (!layout.isPoured()) {
            assertThat(lost).isEmpty();
        }
    }

    /** Rows below whose labels two chapters have cannot be told once the row that opens the chapter is gone. */
    private static boolean sharesItsLabels(String field) {
        return field.equals("t1.reviews") || field.equals("t1.suits");
    }

    /** Numbering of other kinds, units in brackets, blanks, other words for "of these". */
    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "^([1-9])[.], 2.$1.",
                "^([1-9])[.],$1、",
                "^([1-9])[.],（$1）",
                "^([1-9])[.],①",
                "^([1-9])[.],'　　$1 .  '",
                "^其中：,其中:",
                "^其中：,'　其中 '",
                "^其中：,（其中）",
                "^其中：,'其中，'",
                "(?<=数)$,（条）",
                "数$,数 （单位：件）",
                "(?<![总次])数$,数量",
                "(?<![总次])数$,总数",
                "(?<=.)(?=.),' '",
                "^（,(",
                "^（(.)）,$1、"
            })
    void labelsOfTheSheetAreKnownHoweverTheyArePrinted(String printed, String instead) {
        Annex annex = new Annex(Annex.Layout.HTML_UNIT_COLUMN, new Random(11));
        annex.rows.replaceAll(row -> {
            List<String> changed = new ArrayList<>(row);
            changed.set(0, row.get(0).replaceAll(printed, instead));
            return changed;
        });

        annex.figures.replaceAll((field, value) -> Expected.plain(value));
        assertThat(Expected.values(Expected.report(annex.write()))).isEqualTo(annex.figures);
    }

    @Test
    void whatTheSheetDoesNotHaveIsAbsentAndAnEmptyCellIsBlank() {
        Annex annex = new Annex(Annex.Layout.HTML_UNIT_COLUMN, new Random(2));
        annex.rows.get(annex.rowOf("t1.requests")).set(2, "");
        annex.rows.remove(annex.rowOf("t1.via_weibo"));

        Report report = Expected.report(annex.write());

        assertThat(report.cell("t1.requests").value()).isEqualTo(new CellValue.Blank());
        assertThat(report.cell("t1.via_weibo").value()).isEqualTo(new CellValue.Absent());
        assertThat(report.cell("t1.via_wechat").value().number()).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"元,251000,25.1", "万元,25.1,25.1", "亿元,0.5,5000"})
    void moneyIsReadInTheUnitOfItsRow(String unit, String printed, String amount) {
        Annex annex = new Annex(Annex.Layout.HTML_UNIT_COLUMN, new Random(2));
        List<String> row = annex.rows.get(annex.rowOf("t1.budget"));
        row.set(1, unit);
        row.set(2, printed);

        assertThat(Expected.values(Expected.report(annex.write()))).containsEntry("t1.budget", amount);
    }

    @Test
    void twoYearsSideBySideAreNotMixed() {
        Annex annex = new Annex(Annex.Layout.TABS, new Random(2));
        annex.rows.replaceAll(row -> {
            List<String> wider = new ArrayList<>(row);
            wider.add("999");
            return wider;
        });

        Report report = Expected.report(annex.write());

        assertThat(annex.figures.keySet())
                .allSatisfy(field -> assertThat(report.cell(field).value()).isInstanceOf(CellValue.Unreadable.class));
    }

    @Test
    void theEmptySheetIsNoReport() {
        Annex annex = new Annex(Annex.Layout.HTML_UNIT_COLUMN, new Random(2));
        annex.rows.forEach(row -> {
            if (row.size() == 3 && annex.rows.indexOf(row) > 0) {
                row.set(2, "");
            }
        });
        String notice = annex.write().replace("青石县水利局2016年政府信息公开工作年度报告", "关于报送2016年政府信息公开工作年度报告的通知");

        assertThat(Expected.result(notice).report()).isEmpty();
    }
}
