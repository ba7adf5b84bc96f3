package org.annals.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.annals.catalog.Catalog;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** Coverage, governments, reports and cells in a real browser. */
class CorpusBrowserTest {
    private static final List<String> FAULTS = new ArrayList<>();

    @TempDir
    static Path planted;

    private static Browser browser;
    private static WebServer server;
    private static List<String> pages;

    @BeforeAll
    static void start() throws Exception {
        browser = Browser.open("en");
        server = WebServer.start(new WebSettings(DemoArchive.folder(), "127.0.0.1", 0, 0, FAULTS::add));
        String report = "/report/" + DemoArchive.ids().get("report_id");
        pages = List.of(
                "/",
                "/coverage",
                "/coverage?year=2022",
                "/government/410307",
                report,
                report + "/reading",
                report + "/cell/t3.granted.natural",
                "/api");
    }

    @AfterAll
    static void stop() throws Exception {
        if (server != null) {
            browser.close();
            server.close();
        }
    }

    private static void visit(String path) {
        browser.visit(server.address().resolve(path));
    }

    @Test
    void noPageComplainsOrAsksAnythingOfElsewhereInAnyLanguageThemeOrWidth() {
        browser.requests();
        browser.complaints();
        for (String page : pages) {
            for (Language language : Language.values()) {
                boolean narrow = language == Language.ZH;
                browser.resize(narrow ? 390 : 1280, 900);
                visit(page + (page.contains("?") ? "&" : "?") + "lang=" + language.code() + "&theme="
                        + (narrow ? "dark" : "light"));
                assertThat(browser.driver().findElement(By.tagName("h1")).isDisplayed())
                        .as(page)
                        .isTrue();
                Object overflow = browser.driver()
                        .executeScript(
                                "return document.documentElement.scrollWidth - document.documentElement.clientWidth");
                assertThat(((Number) overflow).intValue()).as(page).isLessThanOrEqualTo(0);
            }
        }
        browser.resize(1280, 900);
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.requests())
                .isNotEmpty()
                .allSatisfy(request -> assertThat(URI.create(request).getHost()).isEqualTo("127.0.0.1"));
        assertThat(FAULTS).isEmpty();
    }

    @Test
    void readerGoesDownFromTheCountryToTheCellByLinks() {
        visit("/?lang=en");
        click("#provinces + div tbody a");
        assertThat(heading()).contains("浙江省");
        visit("/coverage?status=found");
        click("td.cell a.found");
        assertThat(heading()).contains("侯马经济开发区");
        click("table.t3 td.number a");
        assertThat(heading()).contains("一、本年新收政府信息公开申请数量");
        assertThat(browser.driver().findElement(By.cssSelector("p.big .v")).getText())
                .isNotBlank();
    }

    @Test
    void filtersOfTheMatrixWorkByKeyboard() {
        visit("/coverage?lang=en");
        WebElement level = browser.driver().findElement(By.name("level"));
        level.sendKeys("Development");
        browser.driver().findElement(By.name("year")).sendKeys("2022");
        browser.driver().findElement(By.cssSelector("form.filters button")).sendKeys(Keys.ENTER);
        assertThat(browser.driver().getCurrentUrl()).contains("level=zone").contains("year=2022");
        assertThat(browser.driver().findElements(By.cssSelector("table.matrix tbody tr")))
                .hasSize(2);
    }

    @Test
    void firstTabLeadsPastTheHead() {
        visit("/coverage?lang=en");
        browser.driver().findElement(By.tagName("body")).sendKeys(Keys.TAB);
        WebElement focused = browser.driver().switchTo().activeElement();
        assertThat(focused.getAttribute("href")).endsWith("#content");
        focused.sendKeys(Keys.ENTER);
        assertThat(browser.driver().getCurrentUrl()).endsWith("#content");
    }

    @Test
    void plantedScriptInAReportDoesNotRun() throws Exception {
        PlantedArchive.write(planted);
        try (WebServer hostile = WebServer.start(new WebSettings(planted, "127.0.0.1", 0, 0, FAULTS::add));
                Catalog catalog = Catalog.open(planted)) {
            assertThat(catalog.reports()).isNotEmpty();
            browser.complaints();
            for (String path : catalog.reports().stream()
                    .flatMap(report -> List.of(
                            "/report/" + report.reportId(),
                            "/report/" + report.reportId() + "/cell/t3.new.total",
                            "/government/" + report.government())
                            .stream())
                    .distinct()
                    .toList()) {
                browser.visit(hostile.address().resolve(path));
                assertThat(browser.driver().getTitle()).as(path).isNotEqualTo("RAN");
                assertThat(browser.driver().findElements(By.cssSelector("main script, main img")))
                        .isEmpty();
            }
            assertThat(browser.driver().getPageSource()).contains("Annals");
        }
    }

    private static void click(String selector) {
        WebElement element = browser.driver().findElement(By.cssSelector(selector));
        browser.driver().executeScript("arguments[0].scrollIntoView({behavior: 'instant', block: 'center'})", element);
        element.click();
    }

    private static String heading() {
        return browser.driver().findElement(By.tagName("h1")).getText();
    }
}
