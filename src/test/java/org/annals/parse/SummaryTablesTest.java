package org.annals.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import org.annals.report.Generation;
import org.junit.jupiter.api.Test;

/** Small tables of the chapters before that repeat rows of table 3 without its columns. */
class SummaryTablesTest {
    private static final String YEARS = "<table><tr><td>项目</td><td>2021年</td><td>2022年</td></tr>"
            + "<tr><td>一、本年新收政府信息公开申请数量</td><td>5</td><td>1509</td></tr>"
            + "<tr><td>（一）予以公开</td><td>5</td><td>58</td></tr>"
            + "<tr><td>（七）总计</td><td>5</td><td>1508</td></tr></table>";

    private final Map<String, String> figures = Form.figures(Generation.G2021, new Random(9));

    @Test
    void comparisonOfYearsBeforeTheTableIsLeftOutWithAWarning() {
        String page = new Form(FormLayout.HTML_SPANS, Generation.G2021, figures).write();
        ParseResult result = Expected.result(page.replaceFirst("<table", YEARS + "<table"));
        assertThat(Expected.values(result.report().orElseThrow())).containsAllEntriesOf(figures);
        assertThat(result.warnings()).singleElement().asString().contains("was left out", "(table 1)");
    }

    @Test
    void narrowTableBesideATableThatLostItsHeadIsDoubted() {
        Form form = new Form(FormLayout.HTML_SPANS, Generation.G2021, figures);
        form.head3.clear();
        ParseResult result = Expected.result(form.write().replaceFirst("<table", YEARS + "<table"));
        assertThat(Expected.values(result.report().orElseThrow())).containsEntry("t3.new.natural", "unreadable");
    }
}
