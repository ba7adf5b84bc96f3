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
import java.util.Map;
import java.util.Optional;
import org.annals.catalog.Catalog;
import org.annals.catalog.CatalogBusyException;
import org.annals.catalog.CatalogException;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * The pages of one archive on one address, read-only, and what was archived on another one. Starts at once; whether there is a catalogue is looked at with each
 * request, so that a page says what is missing.
 */
public final class WebServer implements AutoCloseable {
    private static final int THREADS = 24;
    private static final int LARGEST_REQUEST = 64 * 1024;
    private static final UriCompliance ANY_PATH = UriCompliance.from("0,AMBIGUOUS_EMPTY_SEGMENT,AMBIGUOUS_PATH_SEGMENT,"
            + "AMBIGUOUS_PATH_SEPARATOR,AMBIGUOUS_PATH_PARAMETER,AMBIGUOUS_PATH_ENCODING,SUSPICIOUS_PATH_CHARACTERS");

    private final OpenCatalogs catalogs;
    private final Javalin pages;
    private final Javalin replay;
    private final Origins origins;
    private final List<String> paths;

    private WebServer(OpenCatalogs catalogs, Javalin pages, Javalin replay, Origins origins, List<String> paths) {
        this.catalogs = catalogs;
        this.paths = paths;
        this.pages = pages;
        this.replay = replay;
        this.origins = origins;
    }

    /** @throws WebException if a port is taken or the host is not of this machine */
    public static WebServer start(WebSettings settings) throws WebException {
        // what the first page needs is read while the servers load
        Kept<CoverageBook> books = new Kept<>(settings.folder(), CoverageBook::of, settings.faults());
        Kept<Map<String, Long>> cells = new Kept<>(settings.folder(), Catalog::cellsByState, settings.faults());
        books.begin();
        OpenCatalogs catalogs = new OpenCatalogs(
                settings.folder(), Math.max(2, Runtime.getRuntime().availableProcessors()));
        OpenArchive archive = new OpenArchive(settings.folder());
        Origins origins = new Origins(settings.host());
        Pages rendered = new Pages(origins);
        Guard guard = new Guard(origins);
        List<PageGroup> replayed = List.of(new Assets(), new ReplayPages(catalogs, archive, rendered, origins));
        Javalin replay = Javalin.create(config -> {
            config.routes.before(guard::beforeReplay);
            configure(config, settings, replayed, rendered::showReplayFault);
        });
        listen(replay, settings.host(), settings.replayPort(), "--replay-port");
        origins.replayAt(replay.port());
        Corpora corpora = new Corpora(settings.folder(), settings.faults());
        List<PageGroup> groups = List.of(
                new Assets(),
                new CoveragePages(catalogs, rendered, books, cells),
                new GovernmentPages(catalogs, rendered, books),
                new ReportPages(catalogs, archive, rendered, books),
                new CapturePages(catalogs, archive, rendered),
                new TimeLinePages(catalogs, rendered),
                new RevisionPages(catalogs, rendered, origins),
                new MementoPages(catalogs, rendered, origins),
                new SearchPages(catalogs, corpora, rendered),
                new ExplorePages(catalogs, corpora, rendered),
                new SqlPages(settings.folder(), rendered),
                new CrawlPages(catalogs, settings.folder(), settings.faults(), rendered),
                new ApiPages(rendered));
        List<String> paths = new ArrayList<>();
        Javalin pages = Javalin.create(config -> {
            config.routes.before(guard::beforePages);
            config.routes.before(Preferences::remember);
            paths.addAll(configure(config, settings, groups, rendered::showFault));
        });
        try {
            listen(pages, settings.host(), settings.port(), "--port");
            origins.pagesAt(pages.port());
        } catch (WebException e) {
            replay.stop();
            throw e;
        }
        cells.begin();
        return new WebServer(catalogs, pages, replay, origins, paths);
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

    /** Shows a reader what went wrong. */
    @FunctionalInterface
    private interface FaultPage {
        void show(Context context, HttpStatus status, Optional<String> message);
    }

    /** @return the addresses of the groups */
    private static List<String> configure(
            JavalinConfig config, WebSettings settings, List<PageGroup> groups, FaultPage faults) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.prefer405over404 = true;
        config.http.maxRequestSize = LARGEST_REQUEST;
        config.routes.after(Etags::after);
        config.router.ignoreTrailingSlashes = true;
        config.jetty.threadPool = new QueuedThreadPool(THREADS);
        // archived addresses stand in paths as they are, slashes, encoded ones and all; no path here leads to a file
        config.jetty.modifyHttpConfiguration(http -> http.setUriCompliance(ANY_PATH));
        config.jetty.modifyServletContextHandler(
                handler -> handler.getServletHandler().setDecodeAmbiguousURIs(true));
        Routes routes = new Routes(config.routes);
        groups.forEach(group -> group.addTo(routes));
        config.routes.exception(
                HttpResponseException.class,
                (e, context) -> faults.show(context, HttpStatus.forStatus(e.getStatus()), Optional.empty()));
        config.routes.exception(
                CatalogException.class,
                (e, context) -> faults.show(context, HttpStatus.SERVICE_UNAVAILABLE, Optional.of(e.getMessage())));
        config.routes.exception(
                CatalogBusyException.class,
                (e, context) -> faults.show(context, HttpStatus.SERVICE_UNAVAILABLE, Optional.of(e.getMessage())));
        config.routes.exception(Exception.class, (e, context) -> {
            settings.faults().accept(context.method() + " " + context.path() + ": " + e);
            faults.show(context, HttpStatus.INTERNAL_SERVER_ERROR, Optional.empty());
        });
        config.routes.error(HttpStatus.NOT_FOUND, context -> {
            if (context.resultInputStream() == null) {
                faults.show(context, HttpStatus.NOT_FOUND, Optional.empty());
            }
        });
        return routes.paths();
    }

    /** Where the pages are. */
    public URI address() {
        return URI.create(origins.pages() + "/");
    }

    /** The addresses of the pages and of their JSON, as they were written. */
    List<String> paths() {
        return paths;
    }

    /** Answers what is being asked and ends. */
    @Override
    public void close() throws IOException {
        pages.stop();
        replay.stop();
        catalogs.close();
    }
}
