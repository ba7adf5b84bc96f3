package org.annals.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.annals.capture.Payload;
import org.annals.capture.Purpose;
import org.annals.check.CheckResult;
import org.annals.check.Checks;
import org.annals.parse.ReportParser;
import org.annals.report.PublisherSource;
import org.annals.report.Report;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the parser reads from the portals' pages: the figures of the five published reports, blanks as blanks. */
class DemoReportsTest {
    private DemoPortals portals;

    @BeforeEach
    void start() throws IOException {
        portals = DemoPortals.start();
    }

    @AfterEach
    void stop() {
        portals.close();
    }

    @Test
    void everyCellIsReadAsPublished() throws Exception {
        portals.publish(1);
        assertThat(states(report(0))).isEqualTo(Map.of("number", 200L));
        assertThat(states(report(1))).isEqualTo(Map.of("number", 195L, "blank", 5L));
        assertThat(states(report(2))).isEqualTo(Map.of("number", 200L));
        assertThat(states(report(3))).isEqualTo(Map.of("number", 177L, "blank", 21L));
        assertThat(states(report(4))).isEqualTo(Map.of("number", 199L, "blank", 1L));
    }

    @Test
    void publishersAndYearsAreReadAsPublished() throws Exception {
        assertThat(report(0).publisher()).contains("民权县高新技术产业开发区");
        assertThat(report(1).publisher()).contains("偃师区人民政府办公室");
        assertThat(report(2).publisher()).contains("三门县某局");
        assertThat(report(2).publisherSource()).contains(PublisherSource.META);
        assertThat(report(3).publisher()).contains("平顶山高新技术产业开发区综合办公室");
        assertThat(report(3).fiscalYear()).contains(2020);
        assertThat(report(4).publisher()).contains("侯马经济开发区");
        assertThat(report(4).fiscalYear()).contains(2022);
    }

    @Test
    void largeFiguresAreExact() throws Exception {
        assertThat(number(report(1), "t2.fees.amount")).isEqualTo(new BigDecimal("11384.8489"));
        assertThat(number(report(3), "t2.procurement.amount")).isEqualTo(new BigDecimal("157.0586"));
        assertThat(number(report(4), "t2.licensing.decisions")).isEqualTo(new BigDecimal("3850"));
    }

    @Test
    void theCorrectionMendsTwoChecks() throws Exception {
        assertThat(failed(report(1))).containsExactly("t3.result_sum natural", "t3.result_sum total");
        portals.publish(2);
        Report corrected = report(1);
        assertThat(failed(corrected)).isEmpty();
        assertThat(number(corrected, "t3.granted.natural")).isEqualTo(new BigDecimal("16"));
        assertThat(number(corrected, "t3.granted.total")).isEqualTo(new BigDecimal("16"));
    }

    @Test
    void theNewTemplateChangesNothingThatIsRead() throws Exception {
        Report before = report(4);
        portals.publish(2);
        Report after = report(4);
        assertThat(after.sections()).isEqualTo(before.sections());
        assertThat(after.title()).isEqualTo(before.title());
        assertThat(after.cells().keySet())
                .allSatisfy(field -> assertThat(after.cell(field).value())
                        .isEqualTo(before.cell(field).value()));
    }

    @Test
    void theMovedReportReadsTheSame() throws Exception {
        Report before = report(3);
        portals.publish(2);
        Report after = report(3);
        assertThat(after.sections()).isEqualTo(before.sections());
        assertThat(states(after)).isEqualTo(states(before));
    }

    @Test
    void noOtherPageIsReadAsAReport() throws Exception {
        for (DemoPortal portal : portals.portals()) {
            Walk walk = Walk.from(portal.url(), Purpose.OTHER);
            List<String> reports = walk.pages.entrySet().stream()
                    .filter(page -> ReportParser.parse(page.getValue()).report().isPresent())
                    .map(Map.Entry::getKey)
                    .toList();
            assertThat(reports).containsExactlyElementsOf(walk.reports.keySet());
        }
    }

    /** The one report that a walk over the portal finds. */
    private Report report(int portal) throws IOException, InterruptedException {
        Walk walk = Walk.from(portals.portals().get(portal).url(), Purpose.SECTION);
        assertThat(walk.reports).hasSize(1);
        Payload page = walk.reports.values().iterator().next();
        return ReportParser.parse(page).report().orElseThrow();
    }

    private static Map<String, Long> states(Report report) {
        return report.cells().values().stream()
                .collect(Collectors.groupingBy(cell -> cell.value().state(), Collectors.counting()));
    }

    private static BigDecimal number(Report report, String field) {
        return report.cell(field).value().number().orElseThrow();
    }

    private static List<String> failed(Report report) {
        return Checks.run(report).stream()
                .filter(check -> check.status() == CheckResult.Status.FAIL)
                .map(check -> check.code() + " " + check.scope())
                .toList();
    }
}
