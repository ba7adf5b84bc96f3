package org.annals.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.annals.capture.Finish;
import org.annals.capture.Outcome;
import org.annals.catalog.Catalog;
import org.annals.catalog.Coverage;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Coverage pages against the catalogue. */
class CoveragePagesTest {
    private static WebServer server;
    private static Visitor visitor;
    private static List<Coverage> coverage;

    @BeforeAll
    static void start() throws Exception {
        server = WebServer.start(new WebSettings(DemoArchive.folder(), "127.0.0.1", 0, 0, fault -> {}));
        visitor = new Visitor(server.address());
        try (Catalog catalog = Catalog.open(DemoArchive.folder())) {
            coverage = catalog.coverage();
        }
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @Test
    void totalsOfTheStatesAreThoseOfTheCatalogue() throws Exception {
        Document page = visitor.page("/");
        Map<String, Long> counted =
                coverage.stream().collect(Collectors.groupingBy(Coverage::status, Collectors.counting()));
        for (Presence presence : Presence.values()) {
            assertThat(page.select("ul.states a." + presence.code() + " b").text())
                    .isEqualTo(String.valueOf(counted.getOrDefault(presence.code(), 0L)));
        }
        assertThat(page.select("dl.figures dd").first().text()).isEqualTo("5");
    }

    @Test
    void everyCellOfTheMatrixHasTheStateOfTheCatalogueAndLeadsSomewhere() throws Exception {
        Document page = visitor.page("/coverage");
        List<String> years = page.select("table.matrix th.year").eachText();
        for (Coverage row : coverage) {
            Element line = page.select("table.matrix tbody tr").stream()
                    .filter(tr -> tr.select("th a").first().text().equals(row.name()))
                    .findFirst()
                    .orElseThrow();
            Element cell = line.select("td.cell a").get(years.indexOf(String.valueOf(row.fiscalYear())));
            assertThat(cell.hasClass(row.status())).as(row.toString()).isTrue();
            assertThat(cell.attr("href"))
                    .startsWith(row.status().equals("found") ? "/report/" : "/government/" + row.government() + "#y");
        }
        String found = page.select("td.cell a.found").attr("href");
        assertThat(visitor.get(found).statusCode()).isEqualTo(200);
    }

    @Test
    void cellWithoutReportLeadsToTheStoryOfItsYear() throws Exception {
        Document page = visitor.page("/government/410307");
        Element row = page.getElementById("y2025");
        assertThat(row.select(".state").text()).contains("overdue");
        assertThat(row.text()).contains("2026-03-31").contains("Its columns list no others.");
    }

    @Test
    void filtersNarrowTheMatrix() throws Exception {
        assertThat(names("/coverage?province=%E6%B2%B3%E5%8D%97%E7%9C%81")).hasSize(3);
        assertThat(names("/coverage?level=zone")).containsExactlyInAnyOrder("平顶山高新区", "侯马经济开发区");
        assertThat(names("/coverage?status=found")).containsExactly("侯马经济开发区");
        assertThat(names("/coverage?status=found&year=2021")).isEmpty();
        assertThat(visitor.page("/coverage?year=2022").select("th.year").eachText())
                .containsExactly("2022");
    }

    @Test
    void pagesOfTheMatrixFollowEachOtherWithoutGapOrRepetition() throws Exception {
        List<String> all = names("/coverage");
        Document page = visitor.page("/coverage?limit=2");
        List<String> seen = names(page);
        while (!page.select("a[rel=next]").isEmpty()) {
            page = visitor.page(page.select("a[rel=next]").attr("href"));
            seen.addAll(names(page));
        }
        assertThat(seen).isEqualTo(all).doesNotHaveDuplicates();
    }

    @Test
    void whatIsNotUnderstoodIsAnsweredWith400AndWhatIsNotThereWith404() throws Exception {
        for (String bad : List.of("level=village", "year=x", "year=99999", "status=lost", "limit=0", "limit=100000")) {
            assertThat(visitor.get("/coverage?" + bad).statusCode()).as(bad).isEqualTo(400);
        }
        for (String unknown : List.of(
                "/coverage?province=Atlantis",
                "/coverage?parent=%3Cscript%3E",
                "/coverage?after=nobody",
                "/government/999999",
                "/government/%2e%2e%2f%2e%2e",
                "/report/..%2F..%2Fcatalog.sqlite",
                "/report/none",
                "/report/none/cell/t3.new.total")) {
            assertThat(visitor.get(unknown).statusCode()).as(unknown).isIn(400, 404);
        }
    }

    @Test
    void everyReasonHasWordsInBothLanguages() {
        for (Language language : Language.values()) {
            for (Finish.End end : Finish.End.values()) {
                assertThat(Texts.has(language, "coverage.why." + end.code()))
                        .as(end.code())
                        .isTrue();
            }
            for (Outcome outcome : Outcome.values()) {
                boolean isGood = outcome == Outcome.ARCHIVED || outcome == Outcome.UNCHANGED;
                assertThat(isGood || Texts.has(language, "coverage.why." + outcome.code()))
                        .as(outcome.code())
                        .isTrue();
            }
        }
    }

    private static List<String> names(String path) throws Exception {
        return names(visitor.page(path));
    }

    private static List<String> names(Document page) {
        return page.select("table.matrix tbody th a:first-child").eachText();
    }
}
