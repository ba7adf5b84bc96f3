package org.annals.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import org.annals.capture.Payload;
import org.annals.parse.ReportParser;
import org.annals.report.Report;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Five real reports' figures in the layouts that they came in: they add up, so that no check may fail on them. */
class LayoutsTest {
    @ParameterizedTest
    @ValueSource(strings = {"tabs", "tabs-cut-by-pages", "bars", "markdown", "one-cell-a-line"})
    void noCheckFailsOnFiguresThatAddUp(String layout) throws IOException {
        assertThat(Checks.run(report(layout)))
                .noneMatch(result -> result.status() == CheckResult.Status.FAIL)
                .extracting(CheckResult::code)
                .contains("t3.row", "t3.balance", "t3.result_sum", "t4.row", "t2.integer");
    }

    private static Report report(String layout) throws IOException {
        try (InputStream in = LayoutsTest.class.getResourceAsStream("/org/annals/parse/layouts/" + layout + ".txt")) {
            Payload payload = Payload.of(in.readAllBytes(), "text/plain", null);
            return ReportParser.parse(payload).report().orElseThrow();
        }
    }
}
