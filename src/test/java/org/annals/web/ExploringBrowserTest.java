package org.annals.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** Charts, search, SQL and runs as a reader sees them, in a real browser. */
class ExploringBrowserTest {
    /** The longest that a script may take on a busy machine. */
    private static final Duration WAIT = Duration.ofSeconds(60);

    @Test
    void chartIsDrawnAndCanBeTakenAlong() throws Exception {
        try (WebServer server = WebServer.start(new WebSettings(DemoArchive.folder(), "127.0.0.1", 0, 0, fault -> {}));
                Browser browser = Browser.open("en")) {
            browser.driver().manage().timeouts().implicitlyWait(WAIT);
            for (String path : List.of(
                    "explore?preset=outcomes",
                    "explore?field=t3.new.total&view=ranking",
                    "explore?field=t3.new.total&view=distribution&theme=dark")) {
                browser.visit(URI.create(server.address() + path));
                browser.driver().findElement(By.cssSelector("#downloads li:nth-child(4) a[download]"));
                assertThat(browser.driver().findElements(By.cssSelector(".chart canvas")))
                        .hasSize(1);
                List<String> files = browser.driver().findElements(By.cssSelector("#downloads a[download]")).stream()
                        .map(link -> link.getDomAttribute("href"))
                        .toList();
                assertThat(files.get(0)).startsWith("data:image/png;base64,");
                assertThat(files.get(1)).startsWith("data:image/svg+xml").contains("%3Csvg");
                assertThat(browser.complaints()).as(path).isEmpty();
                assertThat(browser.requests())
                        .allMatch(address -> address.startsWith(server.address().toString())
                                || address.startsWith("data:")
                                || address.startsWith("blob:"));
            }
        }
    }

    @Test
    void searchIsReachedAndReadByKeyboard() throws Exception {
        try (WebServer server = WebServer.start(new WebSettings(DemoArchive.folder(), "127.0.0.1", 0, 0, fault -> {}));
                Browser browser = Browser.open("zh-CN")) {
            browser.driver().manage().timeouts().implicitlyWait(WAIT);
            browser.visit(URI.create(server.address() + "search"));
            browser.driver()
                    .findElement(By.cssSelector("main input[type=search]"))
                    .sendKeys("公开", Keys.ENTER);
            assertThat(browser.driver()
                            .findElement(By.cssSelector("ol.hits mark"))
                            .getText())
                    .isEqualTo("公开");
            assertThat(browser.driver().getCurrentUrl()).contains("q=");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void pagesOfSqlAndRunsRaiseNoComplaint() throws Exception {
        try (WebServer server = WebServer.start(new WebSettings(DemoArchive.folder(), "127.0.0.1", 0, 0, fault -> {}));
                Browser browser = Browser.open("en")) {
            String run = DemoArchive.ids().get("run_id");
            for (String path : List.of("sql?sql=SELECT+title+FROM+v_report", "crawl", "crawl/" + run)) {
                browser.visit(URI.create(server.address() + path));
                assertThat(browser.driver().findElements(By.cssSelector("table")))
                        .as(path)
                        .isNotEmpty();
                assertThat(browser.complaints()).as(path).isEmpty();
            }
        }
    }
}
