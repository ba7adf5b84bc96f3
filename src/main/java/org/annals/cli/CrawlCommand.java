package org.annals.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.annals.capture.Outcome;
import org.annals.catalog.Catalog;
import org.annals.catalog.UnreadGovernment;
import org.annals.crawl.CrawlOptions;
import org.annals.crawl.CrawlSnapshot;
import org.annals.crawl.CrawlSummary;
import org.annals.fetch.AddressGuard;
import org.annals.fetch.FetchLimits;
import org.annals.fetch.FetchSettings;
import org.annals.fetch.Network;
import org.annals.parse.ReportParser;
import org.annals.policy.AskingHours;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code annals crawl}: one crawl of the listed governments. */
@Command(
        name = "crawl",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "Crawls the listed governments: discover, fetch, archive, parse, link.",
        description = {
            "",
            "An interrupted crawl goes on where it stopped when the same command is given again. After a finished one the same command asks the known "
                    + "columns for what is new; with --revisit it also asks every known report again, with --due only what is due.",
            "",
            "Portals are asked one request at a time, with --delay between the end of one and the start of the next; hosts at one public address share that pace. "
                    + "It grows for portals that answer slowly (five times the answer, 30 s at most), ask for it (Crawl-delay, Retry-After) or fail. robots.txt is obeyed. "
                    + "No cookies are sent, but to a host that answers only with the one it sets.",
            "",
            "Ctrl-C once is enough: within five seconds everything is safe on disk.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  annals crawl --seeds seeds/provinces.csv --contact https://example.org/about-our-crawl",
            "  annals crawl --seeds seeds/provinces.csv seeds/ministries.csv --contact me@example.org --max-time 8h",
            "  annals crawl --seeds seeds/provinces.csv --contact me@example.org --hours 22-7",
            "  annals crawl --seeds seeds/provinces.csv --plan",
            "  annals crawl --seeds seeds/provinces.csv --contact me@example.org --due"
        })
final class CrawlCommand implements Callable<Integer> {
    /** Stands for the User-Agent where nobody is asked. */
    private static final String PLANNING = "annals";

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?");

    @Option(
            names = "--seeds",
            required = true,
            arity = "1..*",
            paramLabel = "FILE",
            description = "CSV files of the governments to crawl (see seeds/README.md)")
    private List<Path> seeds;

    @Mixin
    private ArchiveOption archive;

    @Option(
            names = "--contact",
            paramLabel = "URL-or-mail",
            description =
                    "sent with every request so that an administrator can reach you; required outside this machine")
    private String contact;

    @Option(
            names = "--delay",
            paramLabel = "TIME",
            defaultValue = "3s",
            converter = DurationOption.class,
            description = {
                "least time between two requests to a host, for example 1500ms, 3s, 1m (default: 3s);",
                "under 1s for loopback and private or named networks only"
            })
    private Duration delay;

    @Option(
            names = "--allow-network",
            arity = "1..*",
            paramLabel = "CIDR",
            description = "private network that may be asked, for example 10.1.0.0/16; may be given again")
    private List<String> networks = List.of();

    @Option(
            names = "--max-hosts",
            paramLabel = "N",
            defaultValue = "64",
            description = "hosts that are asked at the same time (default: 64)")
    private int maxHosts;

    @Option(
            names = "--max-pages-per-government",
            paramLabel = "N",
            defaultValue = "200",
            description = "page budget of one government, its reports not counted (default: 200)")
    private int maxPages;

    @Option(
            names = "--max-time",
            paramLabel = "TIME",
            converter = DurationOption.class,
            description = "stop after this time, as Ctrl-C would, for example 1h")
    private Duration maxTime;

    @Option(
            names = "--max-body",
            paramLabel = "SIZE",
            defaultValue = "64MiB",
            converter = SizeOption.class,
            description =
                    "longest body that is taken whole, for example 20MiB; longer ones are cut, marked and recorded as "
                            + "too_large (default: 64MiB)")
    private long maxBody;

    @Option(
            names = "--hours",
            paramLabel = "FROM-TO",
            converter = HoursOption.class,
            description = {
                "hours of the day, Beijing time, in which portals are asked, for example 22-7 or 22:30-6:00;",
                "outside them the crawl waits (default: the whole day)"
            })
    private AskingHours hours;

    @Option(
            names = "--insecure-hosts",
            arity = "1..*",
            paramLabel = "HOST",
            description = {
                "hosts that are read though their TLS certificate is broken; each such answer says so in the archive.",
                "All others are recorded as tls_error"
            })
    private List<String> insecureHosts = List.of();

    @Option(
            names = "--revisit",
            description = "also ask every known report again, to see what was changed or taken down")
    private boolean revisit;

    @Option(
            names = "--due",
            description = {
                "ask only what is due: columns daily from 1 January to 15 April and every 30 days otherwise, known reports",
                "weekly while they are new and up to quarterly later, what gave no answer soon again. A government of which",
                "nothing is due is left alone. To be started each night; 'annals status GOVERNMENT' tells when it is due"
            })
    private boolean due;

    @Option(
            names = "--plan",
            description = {
                "only say what would be asked, of whom, how fast, at most how many pages, and for how long; nothing is",
                "asked or written"
            })
    private boolean plan;

    @Option(names = "--format", paramLabel = "FORMAT", description = "of the plan: text or json (default: text)")
    private DryRun.Format format;

    @Override
    public Integer call() throws IOException {
        if (maxHosts < 1 || maxPages < 1) {
            throw new UsageError("--max-hosts and --max-pages-per-government are 1 or more");
        }
        if (maxBody < 1 || maxBody > FetchLimits.MOST) {
            throw new UsageError("--max-body lies between 1B and 1GiB");
        }
        if (due && revisit) {
            throw new UsageError("--due asks only what is due, --revisit all that is known: give one of them");
        }
        if (format != null && !plan) {
            throw new UsageError("--format is for --plan; what a crawl found, 'annals status --format json' tells");
        }
        AddressGuard guard = guard();
        checkInsecureHosts();
        SeedsInput input = SeedsInput.read(seeds);
        // a plan asks nobody, not even for a name
        ShortDelay.check(delay, input.governments(), guard, plan ? DryRun.NO_NAMES : Network.SYSTEM);
        String agent = plan ? PLANNING : UserAgent.of(contact, input.governments());
        CrawlOptions options = new CrawlOptions(
                "crawl",
                delay,
                maxHosts,
                maxPages,
                Optional.ofNullable(maxTime),
                revisit,
                agent,
                Optional.ofNullable(hours),
                new FetchSettings(
                        FetchLimits.DEFAULT.withMaxBody(maxBody), networks, Set.copyOf(insecureHosts), Network.SYSTEM),
                settings(),
                ReportParser.VERSION);
        input.problems().forEach(problem -> System.err.println("annals: " + problem));
        if (plan) {
            new DryRun(options, input, due, Instant.now())
                    .print(archive.folder(), format == null ? DryRun.Format.TEXT : format, System.out, System.err);
            return input.problems().isEmpty() ? 0 : 1;
        }
        CrawlJob job = new CrawlJob();
        try (Interruption interruption = Interruption.stopping(job::stop);
                ProgressDisplay display =
                        new ProgressDisplay(System.err, ProgressDisplay.onTerminal(), job::snapshot)) {
            interruption.listen();
            Optional<CrawlSummary> run;
            try {
                run = job.run(
                        archive.folder(), options, input.files(), input.governments(), due, display, display::noted);
            } catch (IOException e) {
                display.end();
                brokenOff(System.out, job.snapshot());
                throw e;
            }
            display.end();
            if (run.isEmpty()) {
                System.out.println("nothing is due today; see 'annals crawl --due --plan'");
                return input.problems().isEmpty() ? 0 : 1;
            }
            CrawlSummary summary = run.get();
            print(System.out, summary);
            if (summary.interrupted()) {
                return 130;
            }
            try (Catalog catalog = Catalog.open(archive.folder())) {
                CrawlReport.print(System.out, catalog, summary.run());
            }
            List<UnreadGovernment> unread = new ArrayList<>(unread(summary));
            unread.forEach(government -> System.err.println("annals: no page of " + government.name() + " ("
                    + government.code() + ") could be read: " + government.outcome() + " at " + government.url()));
            // obedience to robots.txt is named, and no failure
            unread.removeIf(government -> government.outcome().equals(Outcome.ROBOTS_DENIED.code()));
            long notWhole = CrawlReport.notWhole(archive.folder(), summary.run());
            if (notWhole > 0) {
                System.err.println("annals: not all that was found could be read, of "
                        + Counted.of((int) notWhole, "government")
                        + "; above stands what failed");
            }
            return input.problems().isEmpty()
                            && notWhole == 0
                            && unread.isEmpty()
                            && job.faults().isEmpty()
                    ? 0
                    : 1;
        }
    }

    private List<UnreadGovernment> unread(CrawlSummary summary) throws IOException {
        try (Catalog catalog = Catalog.open(archive.folder())) {
            return catalog.unread(summary.run());
        }
    }

    private AddressGuard guard() {
        try {
            return AddressGuard.of(List.of(), networks);
        } catch (IllegalArgumentException e) {
            throw new UsageError("--allow-network: " + e.getMessage());
        }
    }

    private void checkInsecureHosts() {
        for (String host : insecureHosts) {
            if (!HOST.matcher(host).matches()) {
                throw new UsageError("--insecure-hosts: '" + Main.oneLine(host)
                        + "' is no host name; write for example www.example.gov.cn");
            }
        }
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("software", "annals/" + Version.number());
        if (contact != null) {
            settings.put("operator", contact);
        }
        return settings;
    }

    /** Where the disk is full, say. */
    private static void brokenOff(PrintStream out, CrawlSnapshot last) {
        if (last.pages() > 0) {
            out.println("broken off; archived and kept so far: " + last.pages() + " pages, " + last.reports()
                    + " reports; " + last.governmentsLeft()
                    + " governments are not finished; the same command goes on where it stopped");
        }
    }

    private static void print(PrintStream out, CrawlSummary summary) {
        long seconds = summary.took().toSeconds();
        out.println("run %s %s after %d:%02d:%02d"
                .formatted(
                        summary.run(),
                        summary.interrupted() ? "interrupted" : "finished",
                        TimeUnit.SECONDS.toHours(seconds),
                        TimeUnit.SECONDS.toMinutes(seconds) % 60,
                        seconds % 60));
        out.println("  %d governments, %d requests, %d pages, %d reports"
                .formatted(summary.governments(), summary.requests(), summary.pages(), summary.reports()));
        for (Map.Entry<Outcome, Long> entry : summary.outcomes().entrySet()) {
            out.println("  %-16s %d".formatted(entry.getKey().code(), entry.getValue()));
        }
        if (!summary.unasked().isEmpty()) {
            out.println("  " + summary.unasked().size()
                    + " governments are not exhausted (named above); --max-pages-per-government gives them more");
        }
        if (summary.interrupted()) {
            out.println("  " + summary.governmentsLeft()
                    + " governments are not finished; the same command goes on where it stopped");
        }
    }
}
