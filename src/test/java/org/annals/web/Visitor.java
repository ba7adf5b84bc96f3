package org.annals.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Asks a server for its pages, as a program does. */
final class Visitor {
    private final HttpClient client = HttpClient.newHttpClient();
    private final URI base;

    Visitor(URI base) {
        this.base = base;
    }

    /** @param headers names and values in turn */
    HttpResponse<String> ask(String method, String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(base.resolve(path)).method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return ask("GET", path, headers);
    }

    /** The page in English. */
    Document page(String path) throws IOException, InterruptedException {
        return Jsoup.parse(
                get(path, "Accept-Language", "en").body(), base.resolve(path).toString());
    }
}
