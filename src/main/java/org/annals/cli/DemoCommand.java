package org.annals.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.annals.catalog.Catalog;
import org.annals.crawl.CrawlListener;
import org.annals.crawl.CrawlOptions;
import org.annals.crawl.CrawlSummary;
import org.annals.crawl.SeedsFile;
import org.annals.demo.DemoPortals;
import org.annals.demo.PolitenessReport;
import org.annals.fetch.FetchSettings;
import org.annals.government.Seeds;
import org.annals.parse.ReportParser;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code annals demo}: the whole job on five portals on this machine. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "Shows the whole job on five small portals on this machine.",
        description = {
            "",
            "Starts the portals on loopback, crawls them, publishes changes, crawls them again (twice), and prints what was found. Begins with an empty "
                    + "archive each time and leaves it for looking at.",
            ""
        })
final class DemoCommand implements Callable<Integer> {
    /** What the archive calls a demo's runs. */
    static final String KIND = "demo";

    private static final Duration DELAY = Duration.ofMillis(100);

    @Option(
            names = "--archive",
            paramLabel = "DIR",
            defaultValue = "archive/demo",
            description = "archive folder, emptied first (default: archive/demo)")
    private Path archive;

    @Override
    public Integer call() throws IOException {
        DemoFolder.empty(archive);
        CrawlJob job = new CrawlJob();
        try (Interruption interruption = Interruption.stopping(job::stop);
                DemoPortals portals = DemoPortals.start()) {
            interruption.listen();
            byte[] csv = portals.seedsCsv().getBytes(StandardCharsets.UTF_8);
            Seeds seeds = Seeds.parse(portals.seedsCsv());
            List<SeedsFile> files = List.of(new SeedsFile("demo.csv", csv));
            DemoSummary summary = new DemoSummary(System.out, archive);
            summary.beginning(portals.portals().size());
            for (int step = 1; step <= DemoPortals.STEPS; step++) {
                portals.publish(step);
                CrawlSummary crawl;
                try (ProgressDisplay display =
                        new ProgressDisplay(System.err, ProgressDisplay.onTerminal(), job::snapshot)) {
                    crawl = job.run(
                            archive, options(step > 1), files, seeds.governments(), CrawlListener.NONE, display::noted);
                }
                if (crawl.interrupted()) {
                    return 130;
                }
                summary.step(step, crawl);
            }
            PolitenessReport politeness = portals.judge(DELAY);
            try (Catalog catalog = Catalog.open(archive)) {
                summary.found(catalog, politeness);
            }
            return politeness.polite() ? 0 : 1;
        }
    }

    private static CrawlOptions options(boolean revisit) {
        return new CrawlOptions(
                KIND,
                DELAY,
                CrawlOptions.DEFAULT_MAX_HOSTS,
                CrawlOptions.DEFAULT_MAX_PAGES,
                Optional.empty(),
                revisit,
                "annals/" + Version.number() + " (demo)",
                Optional.empty(),
                FetchSettings.DEFAULT,
                Map.of("software", "annals/" + Version.number()),
                ReportParser.VERSION);
    }
}
