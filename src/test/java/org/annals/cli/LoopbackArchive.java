package org.annals.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.cdx.CdxFormat;

/**
 * Another web archive on loopback: a CDX server whose lines jwarc makes of WARC files, and a replay that gives their bytes under the addresses of the Wayback Machine.
 */
final class LoopbackArchive implements AutoCloseable {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.UTC);

    private record Held(String url, String timestamp, String line, WarcResponse record, byte[] body) {}

    private final HttpServer server;
    private final List<Held> held = new ArrayList<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    /** So many requests are answered "too many" first. */
    final AtomicInteger busy = new AtomicInteger();

    LoopbackArchive(CdxFormat format, List<Path> warcs) throws IOException {
        for (Path warc : warcs) {
            try (WarcReader reader = new WarcReader(warc)) {
                for (WarcRecord record : reader) {
                    if (record instanceof WarcResponse response
                            && response.target().startsWith("http")) {
                        byte[] body = response.http().body().stream().readAllBytes();
                        String line = format.format(response, warc.getFileName().toString(), reader.position(), 1);
                        held.add(new Held(response.target(), STAMP.format(response.date()), line, response, body));
                    }
                }
            }
        }
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.createContext("/", this::answer);
        server.start();
    }

    String cdx() {
        return base() + "/cdx";
    }

    String replay() {
        return base() + "/web";
    }

    private String base() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    List<String> asked() {
        return List.copyOf(asked);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().toString();
        asked.add(path);
        if (busy.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
            exchange.getResponseHeaders().set("Retry-After", "0");
            send(exchange, 429, new byte[0]);
        } else if (path.startsWith("/cdx?url=")) {
            String url = URLDecoder.decode(path.substring(9), StandardCharsets.UTF_8);
            StringBuilder lines = new StringBuilder();
            held.stream()
                    .filter(h -> h.url().equals(url))
                    .forEach(h -> lines.append(h.line()).append('\n'));
            send(exchange, 200, lines.toString().getBytes(StandardCharsets.UTF_8));
        } else {
            replay(exchange, path);
        }
    }

    private void replay(HttpExchange exchange, String path) throws IOException {
        for (Held one : held) {
            if (path.equals("/web/" + one.timestamp() + "id_/" + one.url())) {
                HttpResponse http = one.record().http();
                http.headers()
                        .map()
                        .forEach((name, values) -> values.forEach(
                                value -> exchange.getResponseHeaders().add("X-Archive-Orig-" + name, value)));
                http.headers()
                        .first("Content-Type")
                        .ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
                exchange.getResponseHeaders()
                        .set(
                                "Memento-Datetime",
                                DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                        one.record().date().atOffset(ZoneOffset.UTC)));
                send(exchange, http.status(), one.body());
                return;
            }
        }
        send(exchange, 404, "no such capture".getBytes(StandardCharsets.US_ASCII));
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
