package org.annals.crawl;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A portal on loopback that keeps a log of who asked what, when. Its pool of threads would let requests overlap. */
final class PortalServer implements AutoCloseable {
    /** What an address answers. */
    record Answer(int status, String type, String body, Map<String, String> headers) {
        Answer {
            headers = Map.copyOf(headers);
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Answer> pages = new ConcurrentHashMap<>();
    private final List<LoggedRequest> log = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Map<String, List<String>> conditions = new ConcurrentHashMap<>();
    private final Set<String> unchanging = ConcurrentHashMap.newKeySet();
    private volatile Runnable onRequest = () -> {};
    private volatile long millisToAnswer;
    private volatile boolean hanging;

    PortalServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    PortalServer html(String path, String body) {
        pages.put(path, new Answer(200, "text/html; charset=utf-8", body, Map.of()));
        return this;
    }

    PortalServer text(String path, String body) {
        pages.put(path, new Answer(200, "text/plain", body, Map.of()));
        return this;
    }

    PortalServer status(String path, int status) {
        pages.put(path, new Answer(status, "text/html", "<html><body>" + status + "</body></html>", Map.of()));
        return this;
    }

    PortalServer status(String path, int status, Map<String, String> headers) {
        pages.put(path, new Answer(status, "text/html", "", headers));
        return this;
    }

    PortalServer redirect(String path, String location) {
        pages.put(path, new Answer(302, "text/html", "", Map.of("Location", location)));
        return this;
    }

    /** Answers 304 to whoever has that tag already. */
    PortalServer tagged(String path, String tag, String body) {
        pages.put(path, new Answer(200, "text/html; charset=utf-8", body, Map.of("ETag", tag)));
        return this;
    }

    PortalServer answer(String path, Answer answer) {
        pages.put(path, answer);
        return this;
    }

    /** Answers 304 to every conditional request for the address, whatever it holds. */
    void claimsNothingEverChanges(String path) {
        unchanging.add(path);
    }

    /** Header lines If-None-Match and If-Modified-Since of the last request for an address. */
    List<String> conditions(String path) {
        return conditions.getOrDefault(path, List.of());
    }

    void remove(String path) {
        pages.remove(path);
    }

    /** Called before each answer, in the order of the requests. */
    void onRequest(Runnable action) {
        onRequest = action;
    }

    void answerAfter(long millis) {
        millisToAnswer = millis;
    }

    /** From now on every request hangs. */
    void hang() {
        hanging = true;
    }

    List<LoggedRequest> log() {
        synchronized (log) {
            return List.copyOf(log);
        }
    }

    List<String> paths() {
        return log().stream().map(LoggedRequest::path).toList();
    }

    void clearLog() {
        log.clear();
    }

    private void handle(HttpExchange exchange) throws IOException {
        long start = System.nanoTime();
        String path = exchange.getRequestURI().toString();
        try {
            onRequest.run();
            if (hanging) {
                closing.await();
            } else if (millisToAnswer > 0) {
                Thread.sleep(millisToAnswer);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Answer answer = pages.getOrDefault(
                path, new Answer(404, "text/html", "<html><body>404 not found</body></html>", Map.of()));
        List<String> asked = new ArrayList<>();
        for (String name : List.of("If-None-Match", "If-Modified-Since")) {
            Optional.ofNullable(exchange.getRequestHeaders().getFirst(name))
                    .ifPresent(value -> asked.add(name + ": " + value));
        }
        conditions.put(path, asked);
        boolean same = !asked.isEmpty()
                && (unchanging.contains(path)
                        || asked.contains("If-None-Match: " + answer.headers().get("ETag"))
                        || asked.contains(
                                "If-Modified-Since: " + answer.headers().get("Last-Modified")));
        if (same) {
            answer = new Answer(304, "text/html", "", answer.headers());
        }
        try (exchange) {
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", answer.type());
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        } finally {
            log.add(new LoggedRequest(path, answer.status(), start, System.nanoTime()));
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
