package org.annals.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.annals.web.WebException;
import org.annals.web.WebServer;
import org.annals.web.WebSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code annals serve}: the archive as local web pages. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "Shows an archive as web pages on this machine: coverage, reports, revisions, replay, charts.",
        description = {
            "",
            "Read-only and without an account; nothing is asked of the network. Archived pages are replayed on a port of their own, so that nothing in them can "
                    + "reach the pages of Annals. A crawl may write to the archive at the same time.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  annals serve",
            "  annals serve --archive archive/demo --port 9000",
            "",
            "Ctrl-C ends it."
        })
final class ServeCommand implements Callable<Integer> {
    private static final int HIGHEST_PORT = 65_535;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "where the pages are (default: 8080; 0 takes a free one)")
    private int port;

    @Option(
            names = "--host",
            paramLabel = "HOST",
            defaultValue = "127.0.0.1",
            description = "address to listen on (default: 127.0.0.1, which only this machine reaches)")
    private String host;

    @Option(
            names = "--replay-port",
            paramLabel = "PORT",
            description = "where archived pages are replayed (default: the port after that of the pages)")
    private Integer replayPort;

    @Mixin
    private ArchiveOption archive;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        int replay = replayPort != null ? replayPort : port == 0 ? 0 : port + 1;
        if (port < 0 || port > HIGHEST_PORT || replay < 0 || replay > HIGHEST_PORT) {
            throw new UsageError("no such port: ports go from 0 to " + HIGHEST_PORT);
        }
        // brings the catalogue up to date, and says so where the folder is no archive
        int readable = CatalogReading.withCatalog(spec, archive.folder(), catalog -> 0);
        if (readable != 0) {
            return readable;
        }
        CountDownLatch stopped = new CountDownLatch(1);
        try (Interruption interruption = Interruption.stopping(stopped::countDown);
                WebServer server = WebServer.start(new WebSettings(
                        archive.folder(), host, port, replay, fault -> CatalogReading.say(spec, fault)))) {
            interruption.listen();
            PrintWriter out = spec.commandLine().getOut();
            out.println(archive.folder() + " is shown at " + server.address() + " (Ctrl-C ends it)");
            out.flush();
            stopped.await();
            return 0;
        } catch (WebException e) {
            CatalogReading.say(spec, e.getMessage());
            return 2;
        }
    }
}
