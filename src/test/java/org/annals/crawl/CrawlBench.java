package org.annals.crawl;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.annals.archive.Archive;
import org.annals.archive.ArchivedRecord;
import org.annals.capture.KnownAddress;
import org.annals.capture.Outcome;
import org.annals.capture.Purpose;
import org.annals.capture.Visit;
import org.annals.fetch.FetchLimits;
import org.annals.fetch.FetchSettings;
import org.annals.fetch.Network;
import org.annals.government.Government;
import org.annals.government.Level;
import org.annals.policy.AskingHours;

/** An archive folder, the governments of some portals, and crawls of them with the real parts. */
public final class CrawlBench {
    public final Path folder;
    public final List<Government> governments = new ArrayList<>();
    final List<KnownAddress> known = new ArrayList<>();
    final ConcurrentLinkedQueue<String> notes = new ConcurrentLinkedQueue<>();
    public Duration delay = Duration.ofMillis(30);
    int maxPages = CrawlOptions.DEFAULT_MAX_PAGES;
    public Optional<Duration> maxTime = Optional.empty();
    public int threads = CrawlOptions.DEFAULT_MAX_HOSTS;
    boolean revisit;
    Optional<Selection> due = Optional.empty();
    Optional<AskingHours> hours = Optional.empty();
    Set<String> insecureHosts = Set.of();
    Network network = Network.SYSTEM;
    Clock clock = Clock.systemUTC();
    public FetchLimits limits = new FetchLimits(
            Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofSeconds(30), 1 << 20, 4 << 20, 64 << 10);

    public CrawlBench(Path folder) {
        this.folder = folder;
    }

    CrawlBench government(String code, String portalUrl, String listUrl) {
        governments.add(new Government(code, "示范县" + code, Level.COUNTY, "", "", portalUrl, listUrl));
        return this;
    }

    CrawlBench government(String code, PortalServer portal) {
        return government(code, portal.url("/"), null);
    }

    Crawler crawler(Archive archive) {
        CrawlOptions options = new CrawlOptions(
                "crawl",
                delay,
                threads,
                maxPages,
                maxTime,
                revisit,
                "annals/test (+http://localhost/)",
                hours,
                new FetchSettings(limits, List.of(), insecureHosts, network),
                Map.of("software", "annals/test"),
                "test");
        CrawlListener listener = new CrawlListener() {
            @Override
            public void noted(String line) {
                notes.add(line);
            }
        };
        return new Crawler(options, archive, frontierFile(), listener, clock);
    }

    Path frontierFile() {
        return folder.resolve("frontier.sqlite");
    }

    public CrawlSummary crawl() throws IOException {
        try (Archive archive = Archive.openForWriting(folder)) {
            return run(crawler(archive));
        }
    }

    CrawlSummary run(Crawler crawler) throws IOException {
        return crawler.run(seeds(), governments, known, due);
    }

    List<SeedsFile> seeds() {
        StringBuilder csv = new StringBuilder("code,name,level,province,parent,portal_url,report_list_url\n");
        governments.forEach(g -> csv.append(g).append('\n'));
        return List.of(new SeedsFile("seeds.csv", csv.toString().getBytes(StandardCharsets.UTF_8)));
    }

    /** One attempt as archived. */
    record Attempt(String run, String url, Purpose purpose, Outcome outcome, Visit visit, String sha256) {
        String line() {
            return purpose.code() + " " + outcome.code() + " " + url;
        }
    }

    /** All attempts in the archive, in order. */
    List<Attempt> attempts() throws IOException {
        List<Attempt> attempts = new ArrayList<>();
        try (Archive archive = Archive.openForReading(folder)) {
            for (String file : archive.files()) {
                ArchivedRecord[] answer = new ArchivedRecord[1];
                archive.read(file, 0, record -> {
                    if (record.payload().isPresent()) {
                        answer[0] = record;
                    }
                    record.visit()
                            .ifPresent(visit -> attempts.add(new Attempt(
                                    record.run().orElseThrow().value(),
                                    record.targetUri().orElseThrow(),
                                    visit.purpose(),
                                    visit.outcome(),
                                    visit,
                                    answer[0] != null && record.concurrentTo().equals(Optional.of(answer[0].recordId()))
                                            ? answer[0].payload().get().sha256()
                                            : "")));
                });
            }
        }
        return attempts;
    }

    List<Attempt> attempts(CrawlSummary summary) throws IOException {
        return attempts().stream()
                .filter(a -> a.run().equals(summary.run().value()))
                .toList();
    }

    /** What a set of crawls captured, whatever the order: address and payload. */
    TreeSet<String> captures() throws IOException {
        TreeSet<String> captures = new TreeSet<>();
        attempts().stream().filter(a -> !a.sha256().isEmpty()).forEach(a -> captures.add(a.url() + " " + a.sha256()));
        return captures;
    }
}
