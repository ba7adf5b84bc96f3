package org.annals.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import org.annals.archive.Archive;
import org.annals.archive.Finding;
import org.annals.archive.ImportListener;
import org.annals.archive.Imported;
import org.annals.archive.Importing;
import org.annals.backfill.Backfill;
import org.annals.backfill.BackfillListener;
import org.annals.backfill.Backfilled;
import org.annals.backfill.Endpoints;
import org.annals.capture.KnownAddress;
import org.annals.capture.Purpose;
import org.annals.catalog.Catalog;
import org.annals.catalog.Indexed;
import org.annals.catalog.Indexer;
import org.annals.fetch.AddressGuard;
import org.annals.fetch.FetchSettings;
import org.annals.fetch.Fetcher;
import org.annals.government.Government;
import org.annals.government.Level;
import org.annals.link.GovernmentHosts;
import org.annals.parse.ReportParser;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code annals backfill}: older captures from another web archive. */
@Command(
        name = "backfill",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "Asks another web archive for older captures of known report columns and reports.",
        description = {
            "",
            "The CDX server says which captures there are, the replay gives their raw bytes. Columns and reports are those that the catalogue knows of the governments "
                    + "listed, and the addresses given; a report that only an older capture of a column links to is asked about too, and so are the files that its page "
                    + "links to. Captures are taken in as by 'annals import', with the replay's address as their source; one that is there already is not fetched, and of captures in a row with one digest only the "
                    + "first is.",
            "",
            "The other archive is asked for one thing at a time, with --delay between two requests; Retry-After is kept. robots.txt is not asked for: both addresses are "
                    + "interfaces for programs that you name. Ask the archive's keepers before you ask for much.",
            "",
            "                   --cdx                                   --replay",
            "  Wayback Machine  https://web.archive.org/cdx/search/cdx  https://web.archive.org/web",
            "  pywb             http://HOST/COLLECTION/cdx              http://HOST/COLLECTION",
            "  OpenWayback      http://HOST/cdx                         http://HOST/web",
            "  OutbackCDX       http://HOST/COLLECTION                  the replay that uses it",
            "",
            "--replay is asked for /TIMESTAMPid_/ADDRESS; another form is named with {timestamp} and {url} in it.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  annals backfill --government 440100 --cdx https://web.archive.org/cdx/search/cdx --replay https://web.archive.org/web --contact me@example.org",
            "  annals backfill http://www.example.gov.cn/nb/2015.html --cdx http://localhost:8080/all/cdx --replay http://localhost:8080/all"
        })
final class BackfillCommand implements Callable<Integer> {
    @Parameters(arity = "0..*", paramLabel = "URL", description = "addresses of reports or columns")
    private List<String> urls = List.of();

    @Option(
            names = "--government",
            paramLabel = "CODE",
            description = "all known columns and reports of this government; may be given again")
    private List<String> codes = List.of();

    @Option(names = "--cdx", required = true, paramLabel = "URL", description = "CDX server of the other archive")
    private String cdx;

    @Option(names = "--replay", required = true, paramLabel = "URL", description = "its Memento-style replay")
    private String replay;

    @Option(
            names = "--from",
            paramLabel = "TIME",
            converter = SinceOption.class,
            description = "no captures before this time, for example 2015-01-01")
    private Instant from;

    @Option(
            names = "--to",
            paramLabel = "TIME",
            converter = SinceOption.class,
            description = "no captures after this time")
    private Instant to;

    @Option(
            names = "--max-captures",
            paramLabel = "N",
            defaultValue = "100",
            description = "captures of one address that are fetched at most, newest first (default: 100)")
    private int most;

    @Option(
            names = "--contact",
            paramLabel = "URL-or-mail",
            description =
                    "sent with every request so that the archive's keepers can reach you; required outside this machine")
    private String contact;

    @Option(
            names = "--delay",
            paramLabel = "TIME",
            defaultValue = "3s",
            converter = DurationOption.class,
            description = "least time between two requests, for example 500ms, 3s, 1m (default: 3s)")
    private Duration delay;

    @Mixin
    private ArchiveOption archive;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (urls.isEmpty() && codes.isEmpty()) {
            throw new UsageError("name addresses, or governments with --government");
        }
        if (most < 1) {
            throw new UsageError("--max-captures is 1 or more");
        }
        checkAddress("--cdx", cdx);
        checkAddress("--replay", replay.replace("{timestamp}", "0").replace("{url}", "x"));
        String agent = UserAgent.of(
                contact,
                List.of(new Government("backfill", "the other archive", Level.DEPARTMENT, "", "", cdx, base(replay))));
        AddressGuard guard = AddressGuard.of(List.of(cdx, base(replay)), List.of());
        AtomicReference<Backfill> running = new AtomicReference<>();
        try (Interruption interruption = Interruption.stopping(() -> stop(running.get()));
                Archive opened = Archive.openForWriting(archive.folder())) {
            opened.repairs().forEach(repair -> CatalogReading.say(spec, repair));
            Indexer.catchUp(opened);
            List<KnownAddress> addresses = addresses(opened);
            try (ByteProgress progress = new ByteProgress(spec.commandLine().getErr());
                    Fetcher fetcher = new Fetcher(FetchSettings.DEFAULT, agent, guard, Clock.systemUTC());
                    Importing importing = new Importing(
                            opened,
                            settings(agent),
                            Map.of(),
                            url -> "",
                            Clock.systemUTC(),
                            importListener(progress))) {
                Backfill backfill = new Backfill(
                        new Endpoints(cdx, replay),
                        importing,
                        fetcher,
                        delay,
                        most,
                        Optional.ofNullable(from),
                        Optional.ofNullable(to),
                        Clock.systemUTC(),
                        listener(progress));
                running.set(backfill);
                interruption.listen();
                Backfilled done = backfill.run(addresses);
                Imported imported = importing.finish(ReportParser.VERSION);
                Indexed indexed = Indexer.catchUp(opened);
                progress.pause();
                indexed.faults().forEach(fault -> CatalogReading.say(spec, fault));
                print(done, imported);
                return done.failures() == 0 && indexed.faults().isEmpty() ? 0 : 1;
            } catch (CancellationException e) {
                CatalogReading.say(spec, "interrupted; the same command fetches the rest");
                return 130;
            }
        }
    }

    private static void stop(Backfill backfill) {
        if (backfill != null) {
            backfill.stop();
        }
    }

    private static void checkAddress(String option, String url) {
        try {
            URI uri = URI.create(url);
            if (uri.getHost() != null && uri.getScheme().matches("(?i)https?")) {
                return;
            }
        } catch (IllegalArgumentException e) {
            throw new UsageError(option + " '" + Main.oneLine(url) + "' is no web address: " + e.getMessage());
        }
        throw new UsageError(option + " '" + Main.oneLine(url) + "' is no web address");
    }

    /** Without the form of captures, which stands behind the host. */
    private static String base(String replay) {
        int form = replay.indexOf('{');
        return form < 0 ? replay : replay.substring(0, form);
    }

    private List<KnownAddress> addresses(Archive opened) throws IOException {
        try (Catalog catalog = Catalog.open(opened.folder())) {
            GovernmentHosts hosts = new GovernmentHosts(catalog.governments());
            List<KnownAddress> addresses = new ArrayList<>();
            List<KnownAddress> known = catalog.known(true);
            for (String code : codes) {
                List<KnownAddress> own =
                        known.stream().filter(k -> k.government().equals(code)).toList();
                if (own.isEmpty()) {
                    throw new UsageError("the catalogue knows no column and no report of a government " + code
                            + "; crawl it first, or give addresses");
                }
                addresses.addAll(own);
            }
            for (String url : urls) {
                checkAddress("address", url);
                Purpose purpose = known.stream()
                        .filter(k -> k.url().equals(url))
                        .map(KnownAddress::purpose)
                        .findFirst()
                        .orElse(Purpose.COLUMN); // of a page that lists nothing no links are taken
                addresses.add(new KnownAddress(hosts.of(url), url, purpose));
            }
            return addresses;
        }
    }

    private Map<String, String> settings(String agent) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("software", "annals/" + Version.number());
        if (contact != null) {
            settings.put("operator", contact);
        }
        settings.put("cdx", cdx);
        settings.put("replay", replay);
        settings.put("user-agent", agent);
        settings.put("delay", delay.toString());
        return settings;
    }

    private BackfillListener listener(ByteProgress progress) {
        return new BackfillListener() {
            @Override
            public void problem(String line) {
                progress.pause();
                CatalogReading.say(spec, line);
            }

            @Override
            public void asking(String url) {
                progress.at(url, 0, 0);
            }
        };
    }

    private ImportListener importListener(ByteProgress progress) {
        return new ImportListener() {
            @Override
            public void problem(Finding finding) {
                progress.pause();
                CatalogReading.say(spec, finding.toString());
            }

            @Override
            public void reading(String name, long read, long length) {
                progress.at(name, read, length);
            }
        };
    }

    private void print(Backfilled done, Imported imported) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(
                "%d addresses asked about, %d captures listed: %d taken in, %d with the digest of the one before, %d there already, %d failures%s"
                        .formatted(
                                done.addresses(),
                                done.listed(),
                                imported.taken(),
                                done.same(),
                                done.held() + imported.known(),
                                done.failures(),
                                imported.run().map(run -> "; run " + run).orElse("; nothing written")));
        out.flush();
    }
}
