package org.annals.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import org.annals.capture.Payload;
import org.annals.report.CellValue;
import org.annals.report.Generation;
import org.annals.report.PublisherSource;
import org.annals.report.Report;
import org.annals.report.Section;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextLayoutsTest {
    @ParameterizedTest
    @ValueSource(strings = {"tabs", "tabs-cut-by-pages", "bars", "markdown", "one-cell-a-line"})
    void everyCellOfTheLayoutIsRead(String layout) throws IOException {
        assertThat(Expected.values(Expected.report(Expected.text(layout)))).isEqualTo(Expected.values(layout));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tabs", "tabs-cut-by-pages", "bars", "markdown", "one-cell-a-line"})
    void lineEndsOfOtherSystemsChangeNothing(String layout) throws IOException {
        String text = Expected.text(layout);
        Map<String, String> values = Expected.values(layout);
        assertThat(Expected.values(Expected.report(text.replace("\n", "\r\n")))).isEqualTo(values);
        assertThat(Expected.values(Expected.report("\uFEFF" + text))).isEqualTo(values);
    }

    @Test
    void theFormAndNotTheYearDecidesTheGeneration() throws IOException {
        String later = Expected.text("markdown").replace("2020", "2023");
        Report report = Expected.report(later);
        assertThat(report.generation()).isEqualTo(Generation.G2019);
        assertThat(report.fiscalYear()).contains(2023);
    }

    @Test
    void titlePublisherYearAndDateAreRead() throws IOException {
        Report report = Expected.report(Expected.text("one-cell-a-line"));
        assertThat(report.title()).contains("侯马经济开发区2022年度政府信息公开年度报告");
        assertThat(report.publisher()).contains("侯马经济开发区");
        assertThat(report.publisherSource()).contains(PublisherSource.TITLE);
        assertThat(report.fiscalYear()).contains(2022);
        assertThat(report.publishedOn()).contains(LocalDate.of(2023, 1, 16));
        assertThat(report.sections().get(Section.OTHER)).isEqualTo("无。");
        assertThat(report.sections().get(Section.OVERVIEW)).startsWith("2022年");
    }

    @Test
    void whatHasNoTitleHasNoPublisher() throws IOException {
        Report report = Expected.report(Expected.text("bars"));
        assertThat(report.title()).isEmpty();
        assertThat(report.publisher()).isEmpty();
        assertThat(report.fiscalYear()).contains(2022);
        assertThat(report.publishedOn()).isEmpty();
    }

    @Test
    void innerHeadingsWithTheNumbersOfChaptersDoNotCut() throws IOException {
        Report report = Expected.report(Expected.text("markdown"));
        assertThat(report.sections()).hasSize(6);
        assertThat(report.sections().get(Section.OVERVIEW)).contains("六、受理申请");
        assertThat(report.sections().get(Section.PROACTIVE)).isEmpty();
    }

    @Test
    void aCellIsFoundAgainByItsLocator() throws IOException {
        Report report = Expected.report(Expected.text("tabs-cut-by-pages"));
        assertThat(report.cell("t2.fees.amount").locator()).isEqualTo("line 40, cell 2");
        assertThat(report.cell("t3.unavailable_not_held.natural").raw()).isEqualTo("27");
        assertThat(report.cell("t3.unavailable_not_held.natural").locator()).isEqualTo("line 61, cell 3");
    }

    @Test
    void aNumberOutsideEveryRowEntersNoCell() throws IOException {
        String stray = Expected.text("one-cell-a-line").replace("\t1\n\n三、", "\t777\n\n三、");
        assertThat(Expected.values(Expected.report(stray)))
                .isEqualTo(Expected.values("one-cell-a-line"))
                .doesNotContainValue("777");
    }

    @Test
    void aRowPrintedTwiceWithOtherNumbersIsUnreadable() throws IOException {
        String line = "规范性文件\t5\t38\t47";
        String twice = Expected.text("tabs-cut-by-pages").replace(line, line + "\n" + line.replace("38", "83"));
        Report report = Expected.report(twice);
        assertThat(report.cell("t2.normative.repealed").value()).isInstanceOf(CellValue.Unreadable.class);
        assertThat(report.cell("t2.normative.issued").value().number()).isPresent();
    }

    @Test
    void cellsDividedByCommasAreUnreadableAndNamed() throws IOException {
        String text = Expected.text("tabs").replace('\t', ',');
        ParseResult result = ReportParser.parse(Payload.of(text.getBytes(StandardCharsets.UTF_8), "text/plain", null));
        assertThat(result.warnings()).anySatisfy(warning -> assertThat(warning).contains("divided by commas"));
        assertThat(Expected.values(result.report().orElseThrow()).values()).containsOnly("unreadable");
    }
}
