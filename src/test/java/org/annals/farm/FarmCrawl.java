package org.annals.farm;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.annals.archive.Archive;
import org.annals.catalog.Indexer;
import org.annals.crawl.CrawlBench;
import org.annals.crawl.CrawlSummary;
import org.annals.fetch.FetchLimits;
import org.annals.government.Government;
import org.annals.government.Level;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;

/** One crawl of all hosts of the farm side by side, and what is to be seen afterwards. */
final class FarmCrawl implements AutoCloseable {
    static final Duration DELAY = Duration.ofMillis(60);
    /** A crawl that waits longer waits for ever. */
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private static final String FIRST = "青白石柳松云水清平安和泰永新东西南北中大";
    private static final String SECOND = "河山林泉湖溪川原阳阴岭坪桥塘沙田关门城口";

    private final Path folder;
    private final Farm farm = new Farm();
    private final Site inside = farm.host("内网");
    private final Map<String, Site> sites = new LinkedHashMap<>();
    private Set<String> warcFields = Set.of();
    private CrawlSummary summary;

    FarmCrawl(Path folder) {
        this.folder = folder;
    }

    void add(Style style) {
        style.build().accept(host(style.name(), farm.host(nextName())));
    }

    void add(Fault fault) throws Exception {
        Site site = fault.host() == Fault.Host.SELF_SIGNED
                ? farm.host(nextName(), Farm.LOOPBACK, SelfSigned.context(folder))
                : farm.host(nextName());
        fault.build(host(fault.name(), site), inside);
        if (fault.host() == Fault.Host.DEAD) {
            farm.hangUp(site);
        }
    }

    private Site host(String name, Site site) {
        sites.put(name, site);
        return site;
    }

    private String nextName() {
        int n = sites.size();
        return "" + FIRST.charAt(n % FIRST.length()) + SECOND.charAt(n / FIRST.length()) + "县";
    }

    void run() throws IOException {
        farm.start();
        CrawlBench bench = new CrawlBench(folder.resolve("archive"));
        sites.values()
                .forEach(site -> bench.governments.add(new Government(
                        String.valueOf(site.port()), site.name(), Level.COUNTY, "", "", site.url("/"), null)));
        bench.delay = DELAY;
        bench.threads = sites.size();
        bench.maxTime = Optional.of(LONGEST);
        bench.limits = new FetchLimits(
                Duration.ofSeconds(2), Duration.ofMillis(1_500), Duration.ofSeconds(3), 1 << 20, 4 << 20, 64 << 10);
        summary = bench.crawl();
        try (Archive archive = Archive.openForReading(bench.folder)) {
            Indexer.catchUp(archive);
            warcFields = fields(archive);
        }
    }

    CrawlSummary summary() {
        return summary;
    }

    private static Set<String> fields(Archive archive) throws IOException {
        Set<String> fields = new HashSet<>();
        for (String file : archive.files()) {
            try (WarcReader reader =
                    new WarcReader(FileChannel.open(archive.folder().resolve(file)))) {
                for (WarcRecord record : reader) {
                    fields.addAll(record.headers().map().keySet());
                }
            }
        }
        return fields;
    }

    Evidence of(String name) throws SQLException {
        Site site = sites.get(name);
        return new Evidence(
                site,
                inside,
                log(site),
                log(inside),
                fetches(site),
                found(site),
                warcFields,
                folder.resolve("archive"));
    }

    private List<Asked> log(Site site) {
        return farm.log().stream()
                .filter(asked -> asked.site() == site)
                .sorted(Comparator.comparingLong(Asked::startNanos))
                .toList();
    }

    private List<Evidence.Fetch> fetches(Site site) throws SQLException {
        return query(
                "SELECT url, outcome FROM v_fetch WHERE government_code = ? ORDER BY fetched_at",
                site,
                row -> new Evidence.Fetch(row.getString(1), row.getString(2)));
    }

    private List<Evidence.Found> found(Site site) throws SQLException {
        return query(
                "SELECT url, publisher, fiscal_year, (SELECT value FROM v_value v WHERE v.report_id = r.report_id"
                        + " AND field = 't3.new.natural') FROM v_report r WHERE government_code = ?",
                site,
                row -> new Evidence.Found(
                        row.getString(1),
                        row.getString(2),
                        row.getInt(3),
                        row.getObject(4) == null ? null : row.getInt(4)));
    }

    @FunctionalInterface
    private interface Read<T> {
        T row(ResultSet row) throws SQLException;
    }

    private <T> List<T> query(String sql, Site site, Read<T> read) throws SQLException {
        Path catalog = folder.resolve("archive").resolve("catalog.sqlite");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + catalog);
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, String.valueOf(site.port()));
            List<T> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(read.row(result));
                }
            }
            return rows;
        }
    }

    List<Path> warcFiles() throws IOException {
        try (var walk = Files.walk(folder.resolve("archive").resolve("warc"))) {
            return walk.filter(Files::isRegularFile).toList();
        }
    }

    @Override
    public void close() {
        farm.close();
    }
}
