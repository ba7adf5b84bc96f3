package org.annals.web;

import io.javalin.http.Context;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Where the two servers are: the pages, and what was archived. A reader gets the name that the server was called by, so that both stay reachable for him. */
final class Origins {
    private static final Pattern NAME = Pattern.compile("[a-z0-9.-]{1,253}|\\[[0-9a-f:.]{2,45}]");

    private final String host;
    private final Set<String> names;
    private volatile int pagesPort;
    private volatile int replayPort;

    /** @param host that the servers bind to; an unspecified address stands for all names of this machine, which are not known here */
    Origins(String host) {
        this.host = host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host.toLowerCase(Locale.ROOT);
        this.names = new HashSet<>(List.of("localhost", "127.0.0.1", "[::1]", this.host));
    }

    void pagesAt(int port) {
        pagesPort = port;
    }

    void replayAt(int port) {
        replayPort = port;
    }

    /** Whether the request calls the server by a name of its own. */
    boolean isCalledByName(Context context) {
        String name = name(context.header("Host"));
        return NAME.matcher(name).matches()
                && (names.contains(name) || names.contains("0.0.0.0") || names.contains("[::]"));
    }

    String pages() {
        return "http://" + host + ":" + pagesPort;
    }

    String pages(Context context) {
        return "http://" + called(context) + ":" + pagesPort;
    }

    String replay(Context context) {
        return "http://" + called(context) + ":" + replayPort;
    }

    private String called(Context context) {
        return isCalledByName(context) ? name(context.header("Host")) : host;
    }

    private static String name(String hostHeader) {
        return hostHeader == null ? "" : hostHeader.replaceFirst(":\\d+$", "").toLowerCase(Locale.ROOT);
    }
}
