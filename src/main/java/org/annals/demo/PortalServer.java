package org.annals.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * One portal on its own port of 127.0.0.1, with a log. Many threads serve it, so that a crawler that asks twice at
 * once is seen doing so.
 */
final class PortalServer implements AutoCloseable {
    private static final int THREADS = 8;
    /** A real server is not instant; without this, overlapping requests would hardly ever be seen to overlap. */
    private static final long SERVICE_MILLIS = 5;

    private static final int PATIENCE_SECONDS = 0;

    static {
        // headers and body go out in two writes; with Nagle's algorithm each answer waits 40 ms for the client's
        // acknowledgement
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final Site site;
    private final HttpServer server;
    private final ExecutorService threads;
    private final List<Request> log = new ArrayList<>();
    private volatile Map<String, Answer> pages;

    /** @param port 0 for any free one */
    PortalServer(Site site, int port) throws IOException {
        this.site = site;
        this.pages = site.pages(1);
        byte[] loopback = {127, 0, 0, 1};
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(loopback), port), 0);
        this.threads = Executors.newFixedThreadPool(THREADS, task -> {
            Thread thread = new Thread(task, "portal " + site.government().code());
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
    }

    Site site() {
        return site;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    void publish(int step) {
        pages = site.pages(step);
    }

    /** In the order in which they began. */
    List<Request> log() {
        synchronized (log) {
            return log.stream()
                    .sorted(Comparator.comparingLong(Request::startNanos))
                    .toList();
        }
    }

    private void serve(HttpExchange exchange) throws IOException {
        long start = System.nanoTime();
        String path = exchange.getRequestURI().toString();
        try (exchange) {
            pause();
            Answer answer = pages.getOrDefault(path, site.missing());
            answer.headers()
                    .forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
            boolean bodyWanted = exchange.getRequestMethod().equals("GET") && answer.body().length > 0;
            synchronized (log) {
                log.add(new Request(site.government().name(), path, answer.status(), start, System.nanoTime()));
            }
            exchange.sendResponseHeaders(answer.status(), bodyWanted ? answer.body().length : -1);
            if (bodyWanted) {
                exchange.getResponseBody().write(answer.body());
            }
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(SERVICE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("portal is closing", e);
        }
    }

    @Override
    public void close() {
        server.stop(PATIENCE_SECONDS);
        threads.shutdownNow();
    }
}
