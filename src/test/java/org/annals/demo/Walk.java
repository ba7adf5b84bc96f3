package org.annals.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.annals.capture.Outlink;
import org.annals.capture.Payload;
import org.annals.capture.Purpose;
import org.annals.discover.PageKind;
import org.annals.discover.PageReader;
import org.annals.discover.PageReading;

/** A small best-first crawl over real HTTP, one request after the other, that follows what leads to reports. */
final class Walk {
    /** Reports found: address → page. */
    final Map<String, Payload> reports = new LinkedHashMap<>();

    /** All pages that were answered with 200. */
    final Map<String, Payload> pages = new LinkedHashMap<>();

    final List<String> fetched = new ArrayList<>();
    final Map<String, Purpose> purposes = new LinkedHashMap<>();

    private final HttpClient client = HttpClient.newHttpClient();
    private final String home;

    private Walk(String home) {
        this.home = home;
    }

    /** @param least links of a lower purpose are left alone */
    static Walk from(String home, Purpose least, String... forbidden) throws IOException, InterruptedException {
        Walk walk = new Walk(home);
        walk.go(least, List.of(forbidden));
        return walk;
    }

    private void go(Purpose least, List<String> forbidden) throws IOException, InterruptedException {
        PriorityQueue<Outlink> queue = new PriorityQueue<>(Comparator.comparing(Outlink::purpose)
                .thenComparing(Outlink::score)
                .reversed());
        Set<String> seen = new HashSet<>(Set.of(home));
        queue.add(new Outlink(home, "", Purpose.SEED, 0));
        while (!queue.isEmpty()) {
            Outlink link = queue.remove();
            HttpResponse<byte[]> answer = get(client, link.url());
            fetched.add(link.url());
            purposes.put(link.url(), link.purpose());
            List<Outlink> next = List.of();
            if (answer.statusCode() / 100 == 3) {
                String to = URI.create(link.url())
                        .resolve(answer.headers().firstValue("Location").orElseThrow())
                        .toString();
                next = List.of(new Outlink(to, "", Purpose.SECTION, 0));
            } else if (answer.statusCode() == 200) {
                Payload page = payload(answer);
                pages.put(link.url(), page);
                PageReading reading = PageReader.read(page, link.purpose());
                if (reading.kind() == PageKind.REPORT) {
                    reports.put(link.url(), page);
                }
                next = reading.outlinks();
            }
            for (Outlink outlink : next) {
                boolean allowed = forbidden.stream().noneMatch(outlink.url()::startsWith);
                if (outlink.url().startsWith(home)
                        && allowed
                        && outlink.purpose().compareTo(least) >= 0
                        && seen.add(outlink.url())) {
                    queue.add(outlink);
                }
            }
        }
    }

    static HttpResponse<byte[]> get(HttpClient client, String url) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    static Payload payload(HttpResponse<byte[]> answer) throws IOException {
        byte[] body = answer.body();
        if (answer.headers().firstValue("Content-Encoding").orElse("").equals("gzip")) {
            body = new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes();
        }
        return Payload.of(
                body,
                answer.headers().firstValue("Content-Type").orElse(null),
                answer.uri().toString());
    }
}
