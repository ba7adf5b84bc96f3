package org.annals.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.annals.check.CheckResult;
import org.annals.check.CheckResult.Status;
import org.annals.check.CheckSentence;
import org.annals.parse.ParseResult;
import org.annals.report.Cell;
import org.annals.report.CellValue;
import org.annals.report.Field;
import org.annals.report.Fields;
import org.annals.report.Generation;
import org.annals.report.PublisherSource;
import org.annals.report.Report;
import org.annals.report.Section;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParseTextTest {
    private static Cell number(String number) {
        return new Cell(new CellValue.Number(new BigDecimal(number)), number, "line 1, cell 1");
    }

    /** Every cell 0, but for these. */
    private static String text(Generation generation, Map<String, Cell> cells) {
        Map<String, Cell> all = new LinkedHashMap<>();
        for (Field field : Fields.of(generation)) {
            all.put(field.code(), cells.getOrDefault(field.code(), number("0")));
        }
        Report report = new Report(
                generation,
                Optional.of("甲县\u001b[2J人民政府"),
                Optional.of(PublisherSource.TITLE),
                Optional.of(2022),
                Optional.of("甲县2022年政府信息公开工作年度报告"),
                Optional.of(LocalDate.of(2023, 1, 16)),
                Map.of(Section.PROBLEMS, "一年来，我们做了不少工作。"),
                all);
        return ParseText.of(
                "a.html",
                new ParseResult("text/html", Optional.of("UTF-8"), Optional.of(report), List.of("a row is doubled")));
    }

    private static String line(String text, String with) {
        return text.lines().filter(line -> line.contains(with)).findFirst().orElseThrow();
    }

    @Test
    void theHeadTellsWhoWhenAndWhichForm() {
        String text = text(Generation.G2021, Map.of());
        assertThat(text.lines().limit(6).map(String::strip))
                .containsExactly(
                        "a.html",
                        "甲县2022年政府信息公开工作年度报告",
                        "publisher    甲县[2J人民政府  (from the title)",
                        "fiscal year  2022",
                        "published    2023-01-16",
                        "format       2021");
        assertThat(text).contains("Warnings", "a row is doubled").doesNotContain("\u001b");
        assertThat(line(text, "problems")).contains("13").contains("一年来，我们做了不少工作。");
    }

    @Test
    void everyFieldOfEveryFormHasItsCell() {
        for (Generation generation : Generation.values()) {
            Map<String, Cell> cells = new LinkedHashMap<>();
            int number = 700_000;
            for (Field field : Fields.of(generation)) {
                cells.put(field.code(), number(String.valueOf(number++)));
            }
            String text = text(generation, cells);
            String tables = text.substring(0, text.indexOf("Cells: "));
            for (int shown = 700_000; shown < number; shown++) {
                assertThat(tables).containsOnlyOnce(String.valueOf(shown));
            }
        }
    }

    @Test
    void columnsStandAlignedUnderTheirHeads() {
        String text =
                text(Generation.G2021, Map.of("t3.granted.total", number("123"), "t3.granted.natural", number("45")));
        String head = line(text, "自然人");
        String row = line(text, "（一）予以公开");
        assertThat(DisplayWidth.of(row)).isEqualTo(DisplayWidth.of(head));
        assertThat(DisplayWidth.of(row.substring(0, row.indexOf("45") + 2)))
                .isEqualTo(DisplayWidth.of(head.substring(0, head.indexOf("自然人") + 3)));
        assertThat(text.lines()).allMatch(line -> DisplayWidth.of(line) <= 120);
    }

    @Test
    void rowsStandUnderTheGroupsOfTheForm() {
        List<String> labels = text(Generation.G2021, Map.of())
                .lines()
                .dropWhile(line -> !line.contains("Table 3"))
                .takeWhile(line -> !line.isEmpty())
                .toList();
        assertThat(labels).hasSize(1 + 25 + 5);
        assertThat(labels.get(3)).isEqualTo("  三、本年度办理结果");
        assertThat(labels.get(6)).isEqualTo("    （三）不予公开");
        assertThat(labels.get(7)).startsWith("      1.属于国家秘密  ");
        assertThat(labels.get(29)).startsWith("    （七）总计  ");
    }

    @Test
    void tableTwoOf2019HasItsBlocksAndColumnsInTheOrderOfTheForm() {
        String text = text(
                Generation.G2019,
                Map.of("t2.licensing.items_prior", number("240"), "t2.licensing.items_change", number("-8")));
        assertThat(text.lines()
                        .filter(line -> line.contains("第二十条"))
                        .map(line -> line.strip().substring(0, 9)))
                .containsExactly("第二十条第（一）项", "第二十条第（五）项", "第二十条第（六）项", "第二十条第（八）项", "第二十条第（九）项");
        assertThat(line(text, "第（五）项")).containsPattern("上一年项目数量（项） +本年增/减（项） +处理决定数量（件）");
        assertThat(line(text, "行政许可")).containsPattern("240 +-8 +0$");
    }

    @Test
    void whatIsNoNumberIsMarkedAndExplained() {
        String text = text(
                Generation.G2021,
                Map.of(
                        "t4.review.upheld", new Cell(new CellValue.Blank(), "", "line 90, cell 1"),
                        "t4.review.corrected",
                                new Cell(new CellValue.Unreadable("two numbers"), "3\t4", "line 90, cell 2"),
                        "t4.review.other", Cell.ABSENT));
        assertThat(line(text, "行政复议 ")).containsPattern("行政复议 +· +\\? +– +0 +0$");
        assertThat(text)
                .contains("Cells: 200 (1 absent, 1 blank, 197 number, 1 unreadable)")
                .contains("· blank, which is not 0   ? unreadable   – no such cell in the document")
                .contains("? t4.review.corrected  line 90, cell 2: “3 4”, two numbers  [行政复议/结果纠正]");
    }

    @Test
    void aFailedCheckTellsBothNumbers() {
        String text =
                text(Generation.G2021, Map.of("t4.review.total", number("2"), "t4.review.upheld", number("1.50")));
        assertThat(text).contains("failed: t4.row review: expected 1.5, actual 2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text.new|sentence says 9, table has 12",
                "text.none|sentence says there were none, table has 12",
                "text.year|sentence names 9, the report is on 12",
                "text.parts|sentence says 9, the parts it lists add up to 12",
                "text.fee|sentence says 9 notices, table has 12 requests lapsed unpaid",
                "t3.row|expected 12, actual 9"
            })
    void aFailedCheckTellsWhereItsNumbersStand(String code, String said) {
        CheckResult check = new CheckResult(
                code, "new", Status.FAIL, Optional.of(new BigDecimal("12")), Optional.of(new BigDecimal("9.0")));
        assertThat(CheckSentence.of(check)).isEqualTo(said);
    }

    @Test
    void aTableThatIsNotThereIsSaidToBeSo() {
        Map<String, Cell> cells = new LinkedHashMap<>();
        Fields.of(Generation.G2021).stream()
                .filter(field -> field.table() == 4)
                .forEach(field -> cells.put(field.code(), Cell.ABSENT));
        assertThat(text(Generation.G2021, cells)).contains("Table 4: not found in this document");
    }

    @Test
    void noReportIsSaidWithItsKind() {
        assertThat(ParseText.of(
                                "a.png",
                                new ParseResult("image/png", Optional.empty(), Optional.empty(), List.of("a picture")))
                        .lines())
                .containsExactly("a.png", "  no annual report (image/png)", "", "  Warnings", "    a picture");
    }
}
