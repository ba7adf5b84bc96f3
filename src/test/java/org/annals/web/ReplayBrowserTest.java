package org.annals.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
import org.openqa.selenium.Rectangle;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;

/** What a real browser does with replayed pages. */
class ReplayBrowserTest {
    private static final List<String> FAULTS = new ArrayList<>();

    @TempDir
    static Path folder;

    private static WebServer server;
    private static Browser browser;

    @BeforeAll
    static void start() throws IOException {
        browser = Browser.open("en");
        PlantedArchive.write(folder);
        server = WebServer.start(new WebSettings(folder, "127.0.0.1", 0, 0, FAULTS::add));
    }

    @AfterAll
    static void stop() throws IOException {
        if (server != null) {
            browser.close();
            server.close();
        }
    }

    private static URI capture(String path) throws IOException {
        try (Catalog catalog = Catalog.open(folder)) {
            return server.address()
                    .resolve("/capture/"
                            + catalog.captures()
                                    .ofAddress(PlantedArchive.HOST + path)
                                    .get(0)
                                    .id());
        }
    }

    private static ChromeDriver framed(URI address) {
        ChromeDriver driver = browser.driver();
        driver.switchTo().defaultContent();
        browser.requests();
        browser.complaints();
        browser.visit(address);
        driver.switchTo().frame(driver.findElement(By.cssSelector("iframe.replay")));
        return driver;
    }

    private static void assertNothingForeignWasAskedFor() {
        assertThat(browser.requests())
                .isNotEmpty()
                .allSatisfy(url -> assertThat(url).matches("(http://127\\.0\\.0\\.1:|data:).*"));
    }

    private static void assertShown(ChromeDriver driver, String picture, int width) {
        WebElement image = driver.findElement(By.cssSelector("img[alt=" + picture + "]"));
        Object shown = driver.executeAsyncScript(
                "const [image, done] = arguments; image.decode().then(() => done(image.naturalWidth), () => done(0))",
                image);
        assertThat(((Number) shown).intValue()).as(picture).isEqualTo(width);
    }

    @Test
    void nothingRunsAndNothingForeignIsAskedFor() throws IOException {
        ChromeDriver driver = framed(capture("/hostile.html"));
        WebElement heading = driver.findElement(By.tagName("h1"));
        heading.click();
        driver.findElement(By.id("js")).click();
        assertShown(driver, "good", 1);
        assertShown(driver, "drawing", 9);
        // the sheet that the archive has, through a redirect, and the one that it imports
        assertThat(driver.findElement(By.tagName("body")).getCssValue("color")).isEqualTo("rgba(1, 2, 3, 1)");
        assertThat(heading.getCssValue("letter-spacing")).isEqualTo("7px");
        driver.switchTo().defaultContent();
        assertThat(driver.getTitle()).startsWith("Capture");
        assertNothingForeignWasAskedFor();
        assertThat(driver.manage().getCookies()).isEmpty();
    }

    /** Scripts of the test run where those of the page cannot: even they get nothing out. */
    @Test
    void replayedPageCannotReadThePagesAroundIt() throws IOException {
        ChromeDriver driver = framed(capture("/hostile.html"));
        Object read = driver.executeAsyncScript(
                "const done = arguments[1]; fetch(arguments[0]).then(a => a.text()).then(done, e => done('refused'))",
                server.address().toString());
        assertThat(read).isEqualTo("refused");
        assertThat(driver.executeScript("return self.origin")).isEqualTo("null");
        assertThat(driver.executeScript("try { return top.document.title } catch (e) { return 'refused' }"))
                .isEqualTo("refused");
        assertThat(driver.executeScript("try { return document.cookie } catch (e) { return 'refused' }"))
                .isEqualTo("refused");
        browser.complaints();
    }

    @Test
    void replayByItselfRunsNothingEither() throws IOException {
        ChromeDriver driver = framed(capture("/hostile.html"));
        driver.switchTo().defaultContent();
        String frame = driver.findElement(By.cssSelector("iframe.replay")).getDomAttribute("src");
        browser.requests();
        browser.visit(URI.create(frame));
        assertThat(driver.getTitle()).isEqualTo("hostile");
        assertThat(browser.complaints()).noneMatch(complaint -> complaint.contains("stylesheet"));
        browser.visit(URI.create(
                frame.replaceFirst("/capture/.*", "") + "/20260201080001/" + PlantedArchive.HOST + "/drawing.svg"));
        assertThat(driver.getTitle()).isNotEqualTo("RAN");
        assertNothingForeignWasAskedFor();
        assertThat(driver.manage().getCookies()).isEmpty();
    }

    @Test
    void placeIsMarkedAndScrolledTo() throws IOException {
        URI capture = capture("/hostile.html");
        ChromeDriver driver = framed(capture.resolve(capture.getPath() + "?locator=table%202,%20row%202,%20cell%202"));
        WebElement place = driver.findElement(By.cssSelector("[data-annals-place]"));
        assertThat(place.getText()).isEqualTo("far down");
        assertThat(place.getCssValue("outline-style")).isEqualTo("solid");
        Rectangle inFrame = place.getRect();
        // the document is thousands of pixels high before the place
        assertThat(inFrame.getY()).isGreaterThan(3000);
        Number top = (Number) driver.executeScript("return arguments[0].getBoundingClientRect().top", place);
        assertThat(top.doubleValue()).isBetween(0.0, 700.0);
    }

    @Test
    void linkShowsTheOtherCaptureWithItsOwnBar() throws IOException {
        ChromeDriver driver = framed(capture("/hostile.html"));
        driver.findElement(By.id("link")).click();
        driver.switchTo().defaultContent();
        assertThat(driver.getCurrentUrl()).isEqualTo(capture("/other.html").toString());
        assertThat(driver.findElement(By.cssSelector(".bar .source")).getText()).contains("/other.html");
    }

    @Test
    void framesOfOldPagesAreShown() throws IOException {
        ChromeDriver driver = framed(capture("/frames.html"));
        driver.switchTo().frame(driver.findElement(By.tagName("frame")));
        assertThat(driver.findElement(By.tagName("h1")).getText()).isEqualTo("the other page");
    }

    @Test
    void plantedReportTitleDoesNotRun() throws IOException {
        for (String path : List.of("/titled.html", "/2022.txt")) {
            ChromeDriver driver = framed(capture(path));
            driver.switchTo().defaultContent();
            assertThat(driver.getTitle()).startsWith("Capture");
            browser.visit(capture(path).resolve(capture(path).getPath() + "/record"));
            assertThat(driver.getTitle()).startsWith("WARC record");
            assertNothingForeignWasAskedFor();
            assertThat(browser.complaints()).isEmpty();
        }
    }
}
