package org.annals.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.annals.catalog.CatalogBusyException;
import org.annals.catalog.CatalogException;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * The pages of one archive on one address, read-only, and what was archived on another one. Starts at once; whether there is a catalogue is looked at with each
 * request, so that a page says what is missing.
 */
public final class WebServer implements AutoCloseable {
    private static final int THREADS = 24;
    private static final int LARGEST_REQUEST = 64 * 1024;

    private final OpenCatalogs catalogs;
    private final Javalin pages;
    private final Javalin replay;
    private final String host;
    private final List<String> paths;

    private WebServer(OpenCatalogs catalogs, Javalin pages, Javalin replay, String host, List<String> paths) {
        this.catalogs = catalogs;
        this.paths = paths;
        this.pages = pages;
        this.replay = replay;
        this.host = host;
    }

    /** @throws WebException if a port is taken or the host is not of this machine */
    public static WebServer start(WebSettings settings) throws WebException {
        OpenCatalogs catalogs = new OpenCatalogs(
                settings.folder(), Math.max(2, Runtime.getRuntime().availableProcessors()));
        Javalin replay = Javalin.create(config -> withLimits(config));
        listen(replay, settings.host(), settings.replayPort(), "--replay-port");
        String replayOrigin = origin(settings.host(), replay.port());
        Pages rendered = new Pages(replayOrigin);
        List<PageGroup> groups = List.of(new Assets(), new HomePage(catalogs, rendered), new ApiPages(rendered));
        List<String> paths = new ArrayList<>();
        Javalin pages =
                Javalin.create(config -> paths.addAll(configure(config, settings, rendered, groups, replayOrigin)));
        try {
            listen(pages, settings.host(), settings.port(), "--port");
        } catch (WebException e) {
            replay.stop();
            throw e;
        }
        return new WebServer(catalogs, pages, replay, settings.host(), paths);
    }

    private static void listen(Javalin server, String host, int port, String option) throws WebException {
        try {
            server.start(host, port);
        } catch (JavalinBindException e) {
            throw new WebException(
                    "cannot listen on " + host + ":" + port
                            + ": the port is taken or the address is not of this machine; choose another with " + option
                            + " or --host",
                    e);
        }
    }

    private static void withLimits(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.prefer405over404 = true;
        config.http.maxRequestSize = LARGEST_REQUEST;
        config.jetty.threadPool = new QueuedThreadPool(THREADS);
    }

    /** @return the addresses of the groups */
    private static List<String> configure(
            JavalinConfig config, WebSettings settings, Pages rendered, List<PageGroup> groups, String replayOrigin) {
        withLimits(config);
        config.http.generateEtags = true;
        config.router.ignoreTrailingSlashes = true;
        Guard guard = new Guard(settings.host(), replayOrigin);
        config.routes.before(guard::before);
        config.routes.before(Preferences::remember);
        Routes routes = new Routes(config.routes);
        groups.forEach(group -> group.addTo(routes));
        config.routes.exception(
                HttpResponseException.class,
                (e, context) -> rendered.showFault(
                        context, HttpStatus.forStatus(e.getStatus()), faultText(rendered, context, e.getStatus())));
        config.routes.exception(
                CatalogException.class,
                (e, context) -> rendered.showFault(context, HttpStatus.SERVICE_UNAVAILABLE, e.getMessage()));
        config.routes.exception(
                CatalogBusyException.class,
                (e, context) -> rendered.showFault(context, HttpStatus.SERVICE_UNAVAILABLE, e.getMessage()));
        config.routes.exception(Exception.class, (e, context) -> {
            settings.faults().accept(context.method() + " " + context.path() + ": " + e);
            rendered.showFault(
                    context,
                    HttpStatus.INTERNAL_SERVER_ERROR,
                    faultText(rendered, context, HttpStatus.INTERNAL_SERVER_ERROR.getCode()));
        });
        config.routes.error(HttpStatus.NOT_FOUND, context -> {
            if (context.resultInputStream() == null) {
                rendered.showFault(
                        context, HttpStatus.NOT_FOUND, faultText(rendered, context, HttpStatus.NOT_FOUND.getCode()));
            }
        });
        return routes.paths();
    }

    private static String faultText(Pages rendered, Context context, int status) {
        View view = rendered.view(context);
        String key = "layout.fault." + status;
        return Texts.has(view.language(), key) ? view.text(key) : view.text("layout.fault.other", status);
    }

    /** Where the pages are. */
    public URI address() {
        return URI.create(origin(host, pages.port()) + "/");
    }

    /** Of the pages and of their JSON, as the groups wrote them. */
    List<String> paths() {
        return List.copyOf(paths);
    }

    private static String origin(String host, int port) {
        return "http://" + (host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host) + ":" + port;
    }

    /** Answers what is being asked and ends. */
    @Override
    public void close() throws IOException {
        pages.stop();
        replay.stop();
        catalogs.close();
    }
}
