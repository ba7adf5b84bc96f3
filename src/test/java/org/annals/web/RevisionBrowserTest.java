package org.annals.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;

/** Revisions, time lines and captures in a real browser. */
class RevisionBrowserTest {
    private static final List<String> FAULTS = new ArrayList<>();

    private static WebServer server;
    private static Browser browser;
    private static List<String> paths;

    @BeforeAll
    static void start() throws Exception {
        browser = Browser.open("zh-CN");
        server = WebServer.start(new WebSettings(DemoArchive.folder(), "127.0.0.1", 0, 0, FAULTS::add));
        Map<String, String> ids = DemoArchive.ids();
        paths = List.of(
                "/revisions",
                "/revision/" + ids.get("revision_id"),
                "/publication/" + ids.get("publication_id"),
                "/capture/" + ids.get("capture_id"),
                "/capture/" + ids.get("capture_id") + "/record");
    }

    @AfterAll
    static void stop() throws IOException {
        if (server != null) {
            browser.close();
            server.close();
            assertThat(FAULTS).isEmpty();
        }
    }

    @Test
    void pagesComplainOfNothingAndAskNobodyElse() {
        browser.complaints();
        for (String path : paths) {
            for (String switches : List.of("?lang=zh&theme=light", "?lang=en&theme=dark")) {
                browser.visit(server.address().resolve(path + switches));
                assertThat(browser.complaints()).as(path).isEmpty();
                assertThat(browser.requests())
                        .as(path)
                        .allSatisfy(url -> assertThat(url).matches("(http://127\\.0\\.0\\.1:|data:).*"));
            }
        }
    }

    @Test
    void pagesFitIntoATelephone() {
        ChromeDriver driver = browser.driver();
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", 360, "height", 740, "deviceScaleFactor", 1, "mobile", true));
        try {
            for (String path : paths) {
                browser.visit(server.address().resolve(path + "?lang=en"));
                Object wider = driver.executeScript(
                        "return document.documentElement.scrollWidth > document.documentElement.clientWidth");
                assertThat(wider).as(path).isEqualTo(false);
            }
        } finally {
            driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
        }
    }

    @Test
    void revisionsAreChosenByTheKeyboard() {
        ChromeDriver driver = browser.driver();
        browser.visit(server.address().resolve("/revisions?lang=en"));
        WebElement kind = driver.findElement(By.name("kind"));
        kind.sendKeys("Withdrawn");
        WebElement year = driver.findElement(By.name("year"));
        year.sendKeys(Keys.ENTER);
        assertThat(driver.getCurrentUrl()).contains("kind=withdrawn");
        assertThat(driver.findElements(By.cssSelector("article .kind.withdrawn")))
                .isNotEmpty();
        assertThat(driver.findElements(By.cssSelector("article .kind.data"))).isEmpty();
        assertThat(driver.findElement(By.name("kind")).getDomProperty("value")).isEqualTo("withdrawn");
    }
}
