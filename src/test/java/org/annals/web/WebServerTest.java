package org.annals.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds for every page. */
class WebServerTest {
    private static final List<String> FAULTS = new ArrayList<>();

    private static WebServer start(Path folder) throws IOException {
        return WebServer.start(new WebSettings(folder, "127.0.0.1", 0, 0, FAULTS::add));
    }

    @Test
    void takenPortIsSaidWithTheOption(@TempDir Path folder) throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            assertThatThrownBy(() ->
                            WebServer.start(new WebSettings(folder, "127.0.0.1", taken.getLocalPort(), 0, FAULTS::add)))
                    .isInstanceOf(WebException.class)
                    .hasMessageContaining("--port");
        }
    }

    @Test
    void folderWithoutCatalogueIsSaidWithTheWayOut(@TempDir Path folder) throws Exception {
        try (WebServer server = start(folder)) {
            HttpResponse<String> answer = new Visitor(server.address()).get("/");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("annals rebuild").doesNotContain("\tat ");
        }
    }

    @Test
    void everyAnswerCarriesTheHeadersThatKeepForeignThingsOut() throws Exception {
        try (WebServer server = start(DemoArchive.folder())) {
            for (String path : List.of("/", "/nothing-here", "/assets/0/annals.css")) {
                HttpResponse<String> answer = new Visitor(server.address()).get(path);
                assertThat(answer.headers()
                                .firstValue("Content-Security-Policy")
                                .orElseThrow())
                        .startsWith("default-src 'none'")
                        .doesNotContain("unsafe");
                assertThat(answer.headers().firstValue("X-Content-Type-Options"))
                        .contains("nosniff");
            }
        }
    }

    @Test
    void pageIsReadOnlyAndHeadHasNoBody() throws Exception {
        try (WebServer server = start(DemoArchive.folder())) {
            Visitor visitor = new Visitor(server.address());
            assertThat(visitor.ask("POST", "/").statusCode()).isEqualTo(405);
            HttpResponse<String> head = visitor.ask("HEAD", "/");
            assertThat(head.statusCode()).isEqualTo(200);
            assertThat(head.body()).isEmpty();
        }
    }

    @Test
    void pageThatDidNotChangeIsNotSentAgain() throws Exception {
        try (WebServer server = start(DemoArchive.folder())) {
            Visitor visitor = new Visitor(server.address());
            String etag = visitor.get("/").headers().firstValue("ETag").orElseThrow();
            assertThat(visitor.get("/", "If-None-Match", etag).statusCode()).isEqualTo(304);
        }
    }

    @Test
    void languageIsThatOfTheBrowserUntilTheReaderChooses() throws Exception {
        try (WebServer server = start(DemoArchive.folder())) {
            Visitor visitor = new Visitor(server.address());
            assertThat(visitor.get("/", "Accept-Language", "zh-CN,zh;q=0.9,en;q=0.8")
                            .body())
                    .contains("<html lang=\"zh-CN\"")
                    .contains("覆盖情况");
            HttpResponse<String> chosen = visitor.get("/?lang=en", "Accept-Language", "zh-CN");
            assertThat(chosen.body()).contains("<html lang=\"en\"");
            assertThat(chosen.headers().allValues("Set-Cookie"))
                    .anySatisfy(cookie -> assertThat(cookie).startsWith("lang=en"));
        }
    }

    @Test
    void bothLanguagesHaveTheSameWords() {
        assertThat(Texts.keys(Language.ZH)).isEqualTo(Texts.keys(Language.EN));
    }
}
