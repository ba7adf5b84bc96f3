package org.annals.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.annals.catalog.Catalog;
import org.annals.catalog.DetectedRevision;
import org.annals.catalog.TimeLine;
import org.annals.cli.Main;
import org.annals.revision.Change;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Revisions and time lines as the pages tell them, against the catalogue and the command line. */
class RevisionPagesTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final List<String> FAULTS = new ArrayList<>();

    private static WebServer server;
    private static Visitor visitor;
    private static List<DetectedRevision> revisions;

    @BeforeAll
    static void start() throws Exception {
        server = WebServer.start(new WebSettings(DemoArchive.folder(), "127.0.0.1", 0, 0, FAULTS::add));
        visitor = new Visitor(server.address());
        try (Catalog catalog = Catalog.open(DemoArchive.folder())) {
            revisions = catalog.revisions(Optional.empty());
        }
        assertThat(revisions).hasSizeGreaterThan(3);
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
        assertThat(FAULTS).isEmpty();
    }

    private static DetectedRevision ofKind(String kind) {
        return revisions.stream()
                .filter(revision -> revision.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> listed(String query) throws Exception {
        return visitor.page("/revisions" + query).select("article h2 a").eachAttr("href");
    }

    private static List<String> addresses(Predicate<DetectedRevision> choice) {
        return revisions.stream()
                .filter(choice)
                .map(revision -> "/revision/" + revision.revisionId())
                .toList();
    }

    @Test
    void everyRevisionIsListedNewestFirst() throws Exception {
        assertThat(listed("")).isEqualTo(addresses(revision -> true));
    }

    @Test
    void eachFilterChoosesWhatItSays() throws Exception {
        DetectedRevision data = ofKind("data");
        String item = data.changes().get(0).item();
        assertThat(listed("?kind=data"))
                .isEqualTo(addresses(revision -> revision.kind().equals("data")));
        assertThat(listed("?government=" + data.governmentCode()))
                .isEqualTo(addresses(revision -> revision.governmentCode().equals(data.governmentCode())));
        assertThat(listed("?government=" + View.encodedPart(data.government().substring(0, 2))))
                .contains("/revision/" + data.revisionId());
        assertThat(listed("?year=" + data.fiscalYear().orElseThrow()))
                .isEqualTo(addresses(revision -> revision.fiscalYear().equals(data.fiscalYear())));
        assertThat(listed("?field=" + item))
                .isEqualTo(addresses(revision ->
                        revision.changes().stream().map(Change::item).anyMatch(item::equals)));
        assertThat(listed("?since=" + data.detectedAt().toString().substring(0, 10)))
                .contains("/revision/" + data.revisionId());
        assertThat(listed("?since=2999-01-01")).isEmpty();
        assertThat(listed("?government=nowhere")).isEmpty();
        Element provinces = visitor.page("/revisions").selectFirst("select[name=province]");
        int sum = 0;
        for (String province : provinces.select("option:not([value])").eachText()) {
            sum += listed("?province=" + View.encodedPart(province)).size();
        }
        assertThat(sum).isEqualTo(revisions.size());
    }

    @Test
    void filtersThatMeanNothingAreRefused() throws Exception {
        for (String query : List.of(
                "kind=other", "year=x", "year=1", "since=yesterday", "field=t9.x", "behind=x", "government=%00")) {
            assertThat(visitor.get("/revisions?" + query).statusCode())
                    .as(query)
                    .isEqualTo(400);
        }
        assertThat(visitor.get("/revision/nothing").statusCode()).isEqualTo(404);
        assertThat(visitor.get("/publication/nothing").statusCode()).isEqualTo(404);
        assertThat(visitor.get("/capture/nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void everyChangedCellStandsWithOldAndNewValue() throws Exception {
        DetectedRevision data = ofKind("data");
        Document page = visitor.page("/revision/" + data.revisionId());
        for (Change change : data.changes()) {
            Element row = page.select("table.cells tr").stream()
                    .filter(one -> one.text().contains(change.item()))
                    .findFirst()
                    .orElseThrow();
            assertThat(row.select("del").text()).isEqualTo(change.oldValue());
            assertThat(row.select("ins").text()).isEqualTo(change.newValue());
            assertThat(row.select("td.old a").attr("href"))
                    .isEqualTo("/report/" + data.from() + "/cell/" + change.item());
        }
        assertThat(data.checks()).isNotEmpty();
        assertThat(page.select("table.checks tbody tr")).hasSameSizeAs(data.checks());
        assertThat(page.select("table.checks").text()).contains("✕ fails", "→ ✓ passes");
    }

    @Test
    void feedIsThatOfTheCommand() throws Exception {
        String self = server.address() + "revisions.atom?kind=data";
        assertThat(visitor.get("/revisions.atom?kind=data").body())
                .isEqualTo(said("revisions", "--format", "atom", "--kind", "data", "--feed-url", self));
    }

    @Test
    void jsonIsThatOfTheCommandAndIsPaged() throws Exception {
        JsonNode told = MAPPER.readTree(said("revisions", "--format", "json")).path("revisions");
        List<JsonNode> paged = new ArrayList<>();
        String next = "/api/v1/revisions?limit=3";
        while (next != null) {
            JsonNode page = MAPPER.readTree(visitor.get(next).body());
            assertThat(page.path("items").size()).isBetween(1, 3);
            page.path("items").forEach(paged::add);
            next = page.path("next").asText(null);
        }
        assertThat(paged).hasSize(told.size());
        for (int i = 0; i < told.size(); i++) {
            assertThat(paged.get(i)).isEqualTo(told.get(i));
        }
    }

    @Test
    void timeLineHasEveryLookAndVersion() throws Exception {
        for (DetectedRevision revision : revisions) {
            TimeLine line;
            int captures;
            try (Catalog catalog = Catalog.open(DemoArchive.folder())) {
                line = catalog.timeLine(revision.publicationId()).orElseThrow();
                captures =
                        catalog.capturesOfPublication(revision.publicationId()).size();
            }
            assertThat(line.events().stream().filter(event -> event.captureId().isPresent()))
                    .hasSize(captures);
            Document page = visitor.page("/publication/" + revision.publicationId());
            assertThat(page.select("table.looks tbody tr")).hasSameSizeAs(line.events());
            assertThat(page.select("table.looks a.kind").eachAttr("href"))
                    .contains("/revision/" + revision.revisionId());
            assertThat(page.select("svg.timeline[role=img] g")).hasSameSizeAs(line.events());
        }
        Document withdrawn = visitor.page("/publication/" + ofKind("withdrawn").publicationId());
        assertThat(withdrawn.text()).contains("Withdrawn: gone when it was looked for last", "gone");
    }

    @Test
    void plantedMarkupIsText(@TempDir Path folder) throws Exception {
        PlantedArchive.write(folder);
        try (WebServer planted = WebServer.start(new WebSettings(folder, "127.0.0.1", 0, 0, FAULTS::add))) {
            Visitor reader = new Visitor(planted.address());
            Document list = reader.page("/revisions");
            String address = list.select("article h2 a").attr("href");
            Document page = reader.page(address);
            assertThat(page.select("del").text()).contains("第2段是");
            assertThat(page.select("ins").text()).contains("第二段是<b>");
            assertThat(page.select(".kept").text()).contains("</script><script>");
            for (Document one : List.of(
                    list,
                    page,
                    reader.page(page.select("dd a[href^=/publication]").attr("href")))) {
                assertThat(one.select("script, b, [onerror]")).isEmpty();
            }
        }
    }

    @Test
    void pagesAnswerHeadAndAreNotSentTwice() throws Exception {
        for (String path : List.of(
                "/revisions", "/revisions.atom", "/capture/" + DemoArchive.ids().get("capture_id"))) {
            HttpResponse<String> head = visitor.ask("HEAD", path);
            assertThat(head.statusCode()).isEqualTo(200);
            assertThat(head.body()).isEmpty();
            String tag = visitor.get(path).headers().firstValue("ETag").orElseThrow();
            assertThat(tag).matches("W/\"[0-9a-f]+\"");
            HttpResponse<String> again = visitor.get(path, "If-None-Match", "\"other\", " + tag);
            assertThat(again.statusCode()).isEqualTo(304);
            assertThat(again.body()).isEmpty();
        }
    }

    private static String said(String... arguments) throws Exception {
        Path file = Files.createTempFile("annals-said", ".txt");
        try {
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-Dfile.encoding=UTF-8",
                    "-Dsun.stdout.encoding=UTF-8",
                    "-cp",
                    System.getProperty("java.class.path"),
                    Main.class.getName()));
            command.addAll(List.of(arguments));
            command.addAll(List.of("--archive", DemoArchive.folder().toString()));
            Process process = new ProcessBuilder(command)
                    .redirectOutput(file.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).isZero();
            return Files.readString(file);
        } finally {
            Files.delete(file);
        }
    }
}
