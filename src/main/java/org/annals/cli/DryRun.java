package org.annals.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.annals.archive.Archive;
import org.annals.archive.RunInfo;
import org.annals.catalog.Catalog;
import org.annals.catalog.Indexer;
import org.annals.crawl.CrawlOptions;
import org.annals.crawl.RunSettings;
import org.annals.crawl.Selection;
import org.annals.fetch.Network;
import org.annals.frontier.FrontierView;
import org.annals.policy.RevisitPolicy;

/** {@code crawl --plan}: says what the crawl would do. Asks nobody, not even for a name, and writes nothing. */
final class DryRun {
    /** How the plan is written. */
    enum Format {
        TEXT,
        JSON
    }

    private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}|\\[[0-9a-fA-F:.]+]");

    /** Finds no name, only addresses that are written out. */
    static final Network NO_NAMES = host -> {
        if (ADDRESS.matcher(host).matches()) {
            return InetAddress.getAllByName(host);
        }
        throw new UnknownHostException(host);
    };

    private final CrawlOptions options;
    private final SeedsInput input;
    private final boolean dueOnly;
    private final Instant now;

    DryRun(CrawlOptions options, SeedsInput input, boolean dueOnly, Instant now) {
        this.options = options;
        this.input = input;
        this.dueOnly = dueOnly;
        this.now = now;
    }

    void print(Path folder, Format format, PrintStream out, PrintStream err) throws IOException {
        boolean known = Files.exists(folder.resolve(Indexer.FILE));
        if (!known && Files.isDirectory(folder.resolve("warc"))) {
            err.println("annals: no catalogue in " + folder
                    + ", so the plan is that of a first crawl; 'annals rebuild' derives"
                    + " the catalogue from the WARC files");
        }
        CrawlPlan plan = known ? inArchive(folder, err) : first();
        if (format == Format.JSON) {
            PlanJson.write(new PrintWriter(out, true, StandardCharsets.UTF_8), plan);
        } else {
            PlanText.write(out, plan, folder);
        }
    }

    private CrawlPlan first() throws IOException {
        Agenda agenda = Agenda.empty();
        return new Planner(options, agenda, Optional.empty(), due(agenda))
                .plan(input.governments(), Optional.empty(), Optional.empty(), now);
    }

    private CrawlPlan inArchive(Path folder, PrintStream err) throws IOException {
        Optional<String> writer = Archive.writer(folder);
        writer.ifPresent(w -> err.println("annals: " + w + " is writing to the archive; this is how it stands now"));
        try (Archive archive = Archive.openForReading(folder);
                Catalog catalog = Catalog.openUnchanged(folder)) {
            if (writer.isEmpty() && catalog.isBehind(archive)) {
                err.println(
                        "annals: the catalogue does not hold all of the archive yet, and the plan may name less than is"
                                + " known; 'annals status' brings it up to date");
            }
            Agenda agenda = Agenda.of(catalog);
            Optional<RunInfo> run = archive.unfinished()
                    .filter(info -> RunSettings.isSameCrawl(
                            info, options.kind(), RunSettings.of(options, input.files(), dueOnly)));
            Optional<FrontierView> view = run.isPresent()
                    ? FrontierView.read(
                            folder.resolve("frontier.sqlite"), run.get().run())
                    : Optional.empty();
            if (run.isPresent() && view.isEmpty()) {
                err.println("annals: what is left of run " + run.get().run()
                        + " will be told from the archive; this plan is that of its beginning");
            }
            return new Planner(options, agenda, Optional.of(archive), due(agenda))
                    .plan(input.governments(), run.map(info -> info.run().value()), view, now);
        }
    }

    private Optional<Selection> due(Agenda agenda) {
        return dueOnly ? Optional.of(agenda.by(RevisitPolicy.day(now), input.governments())) : Optional.empty();
    }
}
