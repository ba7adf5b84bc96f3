package org.annals.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.annals.catalog.CaptureMoment;
import org.annals.catalog.Catalog;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Captures by address and time, as RFC 7089 has it. */
class MementoTest {
    private static final String URL = PlantedArchive.HOST + "/twice.html";
    private static final List<String> FAULTS = new ArrayList<>();

    @TempDir
    static Path folder;

    private static WebServer server;
    private static Visitor visitor;
    private static List<CaptureMoment> captures;

    @BeforeAll
    static void start() throws Exception {
        PlantedArchive.write(folder);
        server = WebServer.start(new WebSettings(folder, "127.0.0.1", 0, 0, FAULTS::add));
        visitor = new Visitor(server.address());
        try (Catalog catalog = Catalog.open(folder)) {
            captures = catalog.captures().ofAddress(URL);
        }
        assertThat(captures).hasSize(2);
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
        assertThat(FAULTS).isEmpty();
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static HttpResponse<String> follow(String address) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void gateLeadsToTheMementoNearestInTime() throws Exception {
        Instant first = captures.get(0).capturedAt();
        HttpResponse<String> gate =
                visitor.get("/timegate/" + URL, "Accept-Datetime", Stamp.http(first.plusSeconds(60)));
        assertThat(gate.statusCode()).isEqualTo(302);
        assertThat(header(gate, "Vary").toLowerCase()).contains("accept-datetime");
        assertThat(header(gate, "Link")).contains("<" + URL + ">; rel=\"original\"", "rel=\"timemap\"");
        assertThat(header(gate, "Memento-Datetime")).isEmpty();

        HttpResponse<String> memento = follow(header(gate, "Location"));
        assertThat(memento.statusCode()).isEqualTo(200);
        assertThat(memento.body()).contains("<p>first</p>");
        assertThat(header(memento, "Memento-Datetime")).isEqualTo(Stamp.http(first));
        assertThat(header(memento, "Link"))
                .contains(
                        "<" + URL + ">; rel=\"original\"",
                        "rel=\"timegate\"",
                        "rel=\"timemap\"",
                        "rel=\"first memento\"",
                        "rel=\"last next memento\"");
        assertThat(follow(header(visitor.get("/timegate/" + URL), "Location")).body())
                .contains("<p>second</p>");
    }

    @Test
    void gateRefusesWhatIsNoDateAndWhatWasNeverCaptured() throws Exception {
        assertThat(visitor.get("/timegate/" + URL, "Accept-Datetime", "yesterday")
                        .statusCode())
                .isEqualTo(400);
        assertThat(visitor.get("/timegate/http://www.example.gov.cn/never").statusCode())
                .isEqualTo(404);
    }

    @Test
    void timeMapListsEveryCaptureInBothForms() throws Exception {
        HttpResponse<String> links = visitor.get("/timemap/link/" + URL);
        assertThat(header(links, "Content-Type")).startsWith("application/link-format");
        assertThat(links.body().lines().filter(line -> line.contains("memento\"")))
                .hasSize(2);
        assertThat(links.body())
                .startsWith("<" + URL + ">; rel=\"original\",\n")
                .contains("rel=\"first memento\"; datetime=\""
                        + Stamp.http(captures.get(0).capturedAt()));
        JsonNode json =
                new ObjectMapper().readTree(visitor.get("/timemap/json/" + URL).body());
        assertThat(json.at("/mementos/list")).hasSize(2);
        assertThat(follow(json.at("/mementos/last/uri").asText()).body()).contains("<p>second</p>");
        assertThat(visitor.page("/timemap/html/" + URL).select("tbody tr")).hasSize(2);
    }

    @Test
    void addressIsFoundHoweverItIsSpelled() throws Exception {
        for (String spelled : List.of(
                URL,
                URL.replace("http:", "https:"),
                "www.example.gov.cn/twice.html",
                "http:/www.example.gov.cn/twice.html",
                "http%3A%2F%2Fwww.example.gov.cn%2Ftwice.html")) {
            assertThat(visitor.get("/timemap/link/" + spelled).statusCode())
                    .as(spelled)
                    .isEqualTo(200);
        }
    }

    @Test
    void readerGetsThePageOfTheNearestCapture() throws Exception {
        HttpResponse<String> answer = visitor.get("/memento/20300101000000/" + URL);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(header(answer, "Location"))
                .isEqualTo("/capture/" + captures.get(1).id());
        assertThat(visitor.get("/memento/20301301000000/" + URL).statusCode()).isEqualTo(404);
    }

    @Test
    void foreignHostNamesGetNothing() throws Exception {
        HttpResponse<String> gate = visitor.get("/timegate/" + URL);
        URI memento = URI.create(header(gate, "Location"));
        for (URI address : List.of(server.address().resolve("/timemap/link/" + URL), memento)) {
            String said = HostileHost.ask(address, "evil.invalid");
            assertThat(said).startsWith("HTTP/1.1 403").doesNotContain("<p>second</p>", "evil.invalid");
        }
    }
}
