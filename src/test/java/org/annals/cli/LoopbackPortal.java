package org.annals.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A portal on loopback with one column and the reports put into it. */
final class LoopbackPortal implements AutoCloseable {
    private record Page(int status, String type, byte[] body) {}

    private final HttpServer server;
    private final Map<String, Page> pages = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    LoopbackPortal() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.createContext("/", this::answer);
        server.start();
    }

    LoopbackPortal put(String path, String type, String body) {
        return put(path, 200, type, body);
    }

    LoopbackPortal put(String path, int status, String type, String body) {
        pages.put(path, new Page(status, type, body.getBytes(StandardCharsets.UTF_8)));
        return this;
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** Paths in the order in which they were asked for. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().toString();
        asked.add(path);
        Page page = pages.get(path);
        byte[] body = page == null ? "no such page".getBytes(StandardCharsets.US_ASCII) : page.body();
        exchange.getResponseHeaders().set("Content-Type", page == null ? "text/plain" : page.type());
        exchange.sendResponseHeaders(page == null ? 404 : page.status(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
