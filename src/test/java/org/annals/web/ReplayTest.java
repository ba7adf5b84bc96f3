package org.annals.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.annals.capture.Payload;
import org.annals.catalog.Catalog;
import org.annals.document.Documents;
import org.annals.document.Grid;
import org.annals.document.GridCell;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What replay makes of archived pages, seen as a program sees it. */
class ReplayTest {
    private static final List<String> FAULTS = new ArrayList<>();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    static Path folder;

    private static WebServer server;
    private static Visitor pages;
    private static String replay;

    @BeforeAll
    static void start() throws Exception {
        PlantedArchive.write(folder);
        server = WebServer.start(new WebSettings(folder, "127.0.0.1", 0, 0, FAULTS::add));
        pages = new Visitor(server.address());
        replay = pages.page("/capture/" + id("/hostile.html"))
                .select("iframe")
                .attr("src")
                .replaceFirst("/capture/.*", "");
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
        assertThat(FAULTS).isEmpty();
    }

    private static String id(String path) throws IOException {
        try (Catalog catalog = Catalog.open(folder)) {
            return catalog.captures()
                    .ofAddress(PlantedArchive.HOST + path)
                    .get(0)
                    .id();
        }
    }

    private static HttpResponse<byte[]> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(replay + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static Document page(String path) throws Exception {
        return Jsoup.parse(new String(get(path, "Accept-Language", "en").body(), StandardCharsets.UTF_8), replay);
    }

    private static Document replayed(String path) throws Exception {
        return page("/capture/" + id(path));
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    @Test
    void nothingThatRunsSendsOrMovesOnIsLeft() throws Exception {
        Document page = replayed("/hostile.html");
        assertThat(page.select("script, base, object, embed, video, audio, template, [http-equiv], [srcdoc], [ping]"))
                .isEmpty();
        for (Element element : page.getAllElements()) {
            assertThat(element.attributes().asList()).allSatisfy(attribute -> {
                assertThat(attribute.getKey()).doesNotStartWith("on");
                if (!attribute.getValue().contains("/memento/")) {
                    assertThat(attribute.getValue()).doesNotContain("evil.invalid", "javascript:", "SCRIPT");
                }
            });
        }
        assertThat(page.select("form").first().attributes().asList()).isEmpty();
        assertThat(page.select("input, button"))
                .allSatisfy(field -> assertThat(field.hasAttr("disabled")).isTrue());
    }

    @Test
    void answersCarryNoHeaderOfTheArchivedOne() throws Exception {
        HttpResponse<byte[]> answer = get("/capture/" + id("/hostile.html"));
        assertThat(answer.headers().map())
                .doesNotContainKeys("set-cookie", "refresh", "access-control-allow-origin", "content-disposition");
        assertThat(header(answer, "Link")).doesNotContain("evil");
        assertThat(header(answer, "Content-Security-Policy"))
                .startsWith("sandbox allow-top-navigation-by-user-activation; default-src 'none';")
                .doesNotContain("script-src", "allow-scripts", "allow-same-origin", "*");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "Content-Type")).isEqualTo("text/html;charset=utf-8");
    }

    @Test
    void picturesAndSheetsComeFromTheArchive() throws Exception {
        Document page = replayed("/hostile.html");
        assertThat(page.select("img[alt=good]").attr("src")).isEqualTo("/resource/" + id("/p.png"));
        assertThat(page.select("img[alt=good]").attr("srcset")).isEqualTo("/resource/" + id("/p.png") + " 3x");
        HttpResponse<byte[]> picture = get("/resource/" + id("/p.png"));
        assertThat(header(picture, "Content-Type")).isEqualTo("image/png");

        String sheet = page.select("link[href]").attr("href");
        assertThat(sheet).isEqualTo("/resource/" + id("/moved.css"));
        assertThat(header(get(sheet), "Location")).isEqualTo("/resource/" + id("/style.css"));
        String css = new String(get("/resource/" + id("/style.css")).body(), StandardCharsets.UTF_8);
        assertThat(css)
                .contains("@import url(\"/resource/" + id("/more.css") + "\")", "url(\"/resource/" + id("/p.png"))
                .doesNotContain("evil");
    }

    @Test
    void pagesAreNoResources() throws Exception {
        assertThat(get("/resource/" + id("/other.html")).statusCode()).isEqualTo(404);
    }

    @Test
    void linksLeadToTheCaptureNearestInTime() throws Exception {
        Document page = replayed("/hostile.html");
        Element link = page.selectFirst("#link");
        assertThat(link.attr("href")).isEqualTo(server.address() + "capture/" + id("/other.html"));
        assertThat(link.attr("target")).isEqualTo("_top");
        assertThat(page.select("#inside").attr("href")).isEqualTo("#here");
        assertThat(page.select("#js").hasAttr("href")).isFalse();

        Element missing = page.selectFirst("#missing");
        assertThat(missing.attr("title")).isEqualTo("not in the archive");
        URI to = URI.create(missing.attr("href"));
        HttpResponse<String> answer = pages.get(to.getPath(), "Accept-Language", "en");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("This address is not in the archive", "http://evil.invalid/page");
    }

    @Test
    void charsetIsTheOneThatTheReaderFinds() throws Exception {
        assertThat(replayed("/gbk.html").select("p").text()).isEqualTo("行政许可决定数量");
        assertThat(replayed("/packed.html").select("p").text()).isEqualTo("packed and unpacked");
        assertThat(replayed("/cut.html").select("p").text()).isEqualTo("begun and not");
    }

    @Test
    void revisitShowsWhatItRefersTo() throws Exception {
        List<String> ids;
        try (Catalog catalog = Catalog.open(folder)) {
            ids = catalog.captures().ofAddress(PlantedArchive.HOST + "/other.html").stream()
                    .map(capture -> capture.id())
                    .toList();
            assertThat(catalog.captures().of(ids.get(2)).orElseThrow().revisit())
                    .isTrue();
        }
        assertThat(page("/capture/" + ids.get(0)).select("h1").text()).isEqualTo("the other page");
        assertThat(page("/capture/" + ids.get(2)).select("h1").text()).isEqualTo("the other page, a day later");
    }

    @Test
    void whatCannotBeShownSaysSo() throws Exception {
        assertThat(replayed("/old.html").text()).contains("another address", "/other.html", "Show the capture");
        assertThat(replayed("/lost.html").text()).contains("evil.invalid/x", "not in the archive");
        assertThat(replayed("/empty.html").text()).contains("without any content");
        assertThat(replayed("/huge.html").text()).contains("too large", "10500003 bytes");
        HttpResponse<byte[]> none = get("/20260101000000/http://www.example.gov.cn/never", "Accept-Language", "en");
        assertThat(none.statusCode()).isEqualTo(404);
        assertThat(new String(none.body(), StandardCharsets.UTF_8)).contains("not in the archive");
    }

    @Test
    void cellOfALocatorIsMarked() throws Exception {
        Document page = page("/capture/" + id("/hostile.html") + "?locator=table%201,%20row%202,%20cell%202");
        assertThat(page.select("[data-annals-place]").text()).isEqualTo("43");
        assertThat(page.select("#annals-place").first().parent().normalName()).isEqualTo("td");
    }

    @Test
    void placeInAFileIsMarkedInWhatWasRead() throws Exception {
        byte[] file = PlantedArchive.resource("/org/annals/corpus/golden/pdf-landscape.pdf");
        GridCell cell = Documents.read(Payload.of(file, "application/pdf", null)).blocks().stream()
                .filter(Grid.class::isInstance)
                .flatMap(grid -> ((Grid) grid).rows().stream())
                .flatMap(row -> row.cells().stream())
                .filter(one -> one.text().matches("[1-9]\\d*"))
                .findFirst()
                .orElseThrow();
        String pdf = id("/files/年报%2F..%2F..%2Fetc%2Fpasswd.pdf");
        Document page = page("/capture/" + pdf + "?locator=" + cell.locator().replace(" ", "%20"));
        assertThat(page.select("#annals-place").text()).isEqualTo(cell.text());
        assertThat(page.text()).contains("what Annals reads in the document (application/pdf)", cell.locator());
        assertThat(page("/capture/" + pdf + "?locator=nowhere").text()).contains("The place nowhere was not found");
    }

    @Test
    void fileIsGivenOutAsItWasUnderAHarmlessName() throws Exception {
        String path = "/files/年报%2F..%2F..%2Fetc%2Fpasswd.pdf";
        byte[] original = PlantedArchive.resource("/org/annals/corpus/golden/pdf-landscape.pdf");
        HttpResponse<byte[]> whole = get("/capture/" + id(path) + "/payload");
        assertThat(whole.body()).isEqualTo(original);
        assertThat(header(whole, "Content-Disposition"))
                .startsWith("attachment; filename=\"")
                .doesNotContain("/", "..", "\\");
        String tag = header(whole, "ETag");
        assertThat(tag).isEqualTo("\"" + Payload.of(original, null, null).sha256() + "\"");

        HttpResponse<byte[]> part = get("/capture/" + id(path) + "/payload", "Range", "bytes=10-19", "If-Range", tag);
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).hasSize(10).startsWith(original[10], original[11]);
        assertThat(header(part, "Content-Range")).isEqualTo("bytes 10-19/" + original.length);
        assertThat(get("/capture/" + id(path) + "/payload", "Range", "bytes=-5").body())
                .hasSize(5);
        assertThat(get("/capture/" + id(path) + "/payload", "Range", "bytes=" + original.length + "-")
                        .statusCode())
                .isEqualTo(416);
        assertThat(get("/capture/" + id(path) + "/payload", "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void addressesThatMeanNothingAreRefused() throws Exception {
        for (String path : List.of(
                "/capture/nothing",
                "/capture/..%2F..%2Fetc%2Fpasswd",
                "/resource/%00",
                "/99999999999999/http://www.example.gov.cn/",
                "/etc/passwd",
                "/20260101000000/file:///etc/passwd",
                "/20260101000000/..%2F..%2F..%2Fetc%2Fpasswd")) {
            HttpResponse<byte[]> answer = get(path);
            assertThat(answer.statusCode()).as(path).isIn(400, 404);
            assertThat(new String(answer.body(), StandardCharsets.UTF_8)).doesNotContain("root:", "\tat ");
        }
        assertThat(get("/capture/" + id("/gbk.html") + "?locator=" + "x".repeat(400))
                        .statusCode())
                .isEqualTo(400);
    }
}
