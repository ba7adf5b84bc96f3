package org.annals.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import org.annals.report.CellValue;
import org.annals.report.Generation;
import org.annals.report.Report;
import org.annals.report.Section;
import org.junit.jupiter.api.Test;

class LineTablesTest {
    private static final Map<String, String> FIGURES = Form.figures(Generation.G2021, new Random(9));

    private static String text() {
        return new Form(FormLayout.LINES, Generation.G2021, FIGURES).write();
    }

    @Test
    void aLabelBrokenOverTheLinesAroundItsValuesIsPutTogether() {
        String label = "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请";
        int at = text().indexOf(label);
        String row = text().substring(at, text().indexOf('\n', at));
        String values = row.substring(label.length());
        String broken = text().replace(row, "2.申请人逾期未按收费通知\n要求缴纳费用、行政机关" + values + "\n不再处理其政府信息公开申请");

        assertThat(Expected.values(Expected.report(broken))).isEqualTo(FIGURES);
    }

    @Test
    void valuesMayGoOnInTheNextLine() {
        String label = "二、上年结转政府信息公开申请数量";
        int at = text().indexOf(label);
        String row = text().substring(at, text().indexOf('\n', at));
        String broken = text().replace(row, row.replaceFirst("^(\\S+\\s+\\S+\\s+\\S+)\\s+", "$1\n"));

        assertThat(broken).isNotEqualTo(text());
        assertThat(Expected.values(Expected.report(broken))).isEqualTo(FIGURES);
    }

    @Test
    void aRowThatDoesNotAddUpIsNotTrusted() {
        String label = "一、本年新收政府信息公开申请数量";
        int at = text().indexOf(label);
        String row = text().substring(at, text().indexOf('\n', at));
        Report report = Expected.report(text().replace(row, row + "1"));

        assertThat(report.cell("t3.new.natural").value()).isInstanceOf(CellValue.Unreadable.class);
        assertThat(report.cell("t3.carried_in.natural").value().number()).isPresent();
    }

    @Test
    void theLinesOfATableAreNoTextOfItsChapter() {
        Report report = Expected.report(text());

        assertThat(report.sections().get(Section.REQUESTS)).isEmpty();
        assertThat(report.sections().get(Section.OVERVIEW)).isEqualTo("这一年我们照章办事。");
    }

    @Test
    void wordsOfTheFormInRunningTextMakeNoTable() {
        String page = new Form(FormLayout.HTML_SPANS, Generation.G2021, FIGURES)
                .write()
                .replace("<p>这一年我们照章办事。</p>", "<p>行政许可 77</p><p>（一）予以公开 1 2 3 4 5 6 7</p><p>规章 5 5 5</p>");
        Report report = Expected.report(page);

        assertThat(Expected.values(report)).isEqualTo(FIGURES);
        assertThat(report.sections().get(Section.OVERVIEW)).contains("行政许可 77");
    }
}
