package org.annals.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.annals.catalog.Catalog;
import org.annals.catalog.Evidence;
import org.annals.catalog.ReportSummary;
import org.annals.check.CheckCode;
import org.annals.check.CheckResult;
import org.annals.report.Cell;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Reports and cells as pages against the catalogue. */
class ReportPagesTest {
    private static final Map<String, String> SIGNS = Map.of("blank", "·", "unreadable", "?", "absent", "–");

    private static WebServer server;
    private static Visitor visitor;
    private static List<ReportSummary> reports;

    @BeforeAll
    static void start() throws Exception {
        server = WebServer.start(new WebSettings(DemoArchive.folder(), "127.0.0.1", 0, 0, fault -> {}));
        visitor = new Visitor(server.address());
        try (Catalog catalog = Catalog.open(DemoArchive.folder())) {
            reports = catalog.reports();
        }
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    private static Evidence evidence(String reportId) throws Exception {
        try (Catalog catalog = Catalog.open(DemoArchive.folder())) {
            String publication = reports.stream()
                    .filter(report -> report.reportId().equals(reportId))
                    .findFirst()
                    .orElseThrow()
                    .publicationId();
            return catalog.evidence(publication).stream()
                    .filter(version -> version.reportId().equals(reportId))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void everyCellOfEveryReportStandsInItsPlaceWithItsValueOrState() throws Exception {
        assertThat(reports).hasSize(6);
        for (ReportSummary report : reports) {
            Document page = visitor.page("/report/" + report.reportId());
            for (Map.Entry<String, Cell> entry :
                    evidence(report.reportId()).cells().entrySet()) {
                Element cell = page.getElementById(entry.getKey());
                assertThat(cell).as(report.reportId() + " " + entry.getKey()).isNotNull();
                Element value = cell.select(".v").first();
                String state = entry.getValue().value().state();
                if (state.equals("number")) {
                    assertThat(value.text().replace(",", ""))
                            .isEqualTo(entry.getValue()
                                    .value()
                                    .number()
                                    .orElseThrow()
                                    .stripTrailingZeros()
                                    .toPlainString());
                } else {
                    assertThat(value.hasClass(state)).isTrue();
                    assertThat(value.text()).contains(SIGNS.get(state)).contains(state);
                }
            }
        }
    }

    @Test
    void failedChecksStandWithFormulaAndFiguresAndMarkTheirCells() throws Exception {
        String id = DemoArchive.ids().get("report_id");
        List<CheckResult> failed = evidence(id).checks().stream()
                .filter(check -> check.status() == CheckResult.Status.FAIL)
                .toList();
        assertThat(failed).isNotEmpty();
        Document page = visitor.page("/report/" + id);
        assertThat(page.select("ol.checks > li")).hasSameSizeAs(failed);
        for (int i = 0; i < failed.size(); i++) {
            Element said = page.getElementById("check-" + (i + 1));
            assertThat(said.text())
                    .contains(failed.get(i).code())
                    .contains(failed.get(i).expected().orElseThrow().toPlainString())
                    .contains(failed.get(i).actual().orElseThrow().toPlainString());
        }
        assertThat(page.getElementById("t3.granted.natural").hasClass("failed")).isTrue();
        assertThat(page.getElementById("t3.new.natural").hasClass("failed")).isFalse();
        assertThat(page.select("td.failed a.mark").attr("href")).isEqualTo("#check-1");
    }

    @Test
    void tablesStandAsTheFormPrintsThem() throws Exception {
        Document page = visitor.page("/report/" + DemoArchive.ids().get("report_id"));
        Element third = page.select("table.t3").first();
        assertThat(third.select("th.group").eachText())
                .containsExactly("三、本年度办理结果", "（三）不予公开", "（四）无法提供", "（五）不予处理", "（六）其他处理");
        assertThat(third.select("th.group").first().attr("rowspan")).isEqualTo("22");
        assertThat(page.select("table.t4 tbody td")).hasSize(15);
        assertThat(page.select("table.t2 th.block")).hasSize(4);
    }

    @Test
    void cellHasItsProofAndItsHistory() throws Exception {
        String id = DemoArchive.ids().get("report_id");
        Evidence evidence = evidence(id);
        Document page = visitor.page("/report/" + id + "/cell/t3.granted.natural");
        assertThat(page.text())
                .contains(evidence.record().warcPath())
                .contains("offset " + evidence.record().offset())
                .contains(evidence.captureId())
                .contains(evidence.payloadSha256())
                .contains(evidence.cells().get("t3.granted.natural").locator());
        assertThat(page.select("#versions + div tbody tr td.number").eachText()).containsExactly("61", "16");
        assertThat(page.select("iframe").attr("src"))
                .contains(evidence.captureId())
                .contains("locator=");
        assertThat(page.select("iframe").hasAttr("sandbox")).isTrue();
    }

    @Test
    void numbersOfTheInterfaceAreTheExactOnes() throws Exception {
        String id = DemoArchive.ids().get("report_id");
        JsonNode report = new ObjectMapper()
                .reader()
                .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .readTree(visitor.get("/api/v1/reports/" + id).body());
        for (Map.Entry<String, Cell> cell : evidence(id).cells().entrySet()) {
            JsonNode value = report.path("values").path(cell.getKey());
            assertThat(value.path("state").asText())
                    .isEqualTo(cell.getValue().value().state());
            if (cell.getValue().value().number().isPresent()) {
                assertThat(value.path("value").decimalValue())
                        .isEqualByComparingTo(cell.getValue().value().number().get());
            } else {
                assertThat(value.path("value").isNull()).isTrue();
            }
        }
    }

    @Test
    void everyCheckHasAFormulaInBothLanguages() {
        for (Language language : Language.values()) {
            for (String code : CheckCode.codes()) {
                assertThat(Texts.has(language, "check." + code)).as(code).isTrue();
            }
        }
    }

    @Test
    void unknownFieldAndFieldOfAnotherFormAreNotThere() throws Exception {
        String id = DemoArchive.ids().get("report_id");
        assertThat(visitor.get("/report/" + id + "/cell/t9.nothing").statusCode())
                .isEqualTo(404);
        assertThat(visitor.get("/report/" + id + "/cell/t1.requests").statusCode())
                .isEqualTo(404);
    }
}
