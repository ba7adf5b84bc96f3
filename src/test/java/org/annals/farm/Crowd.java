package org.annals.farm;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** Many equal portals: a home page, a column, and a report on every further page. */
public final class Crowd implements AutoCloseable {
    private static final String COLUMN = "/zwgk/zfxxgknb/";

    private final Farm farm = new Farm();
    private final List<Site> sites = new ArrayList<>();

    /** @param pages of each host, robots.txt not counted */
    public Crowd(int hosts, int pages) {
        this(hosts, pages, i -> Farm.LOOPBACK);
    }

    /** @param address of the host with that number: crawlers that tell hosts apart by name alone need different ones */
    Crowd(int hosts, int pages, IntFunction<String> address) {
        for (int i = 0; i < hosts; i++) {
            Site site = farm.host("第" + i + "县", address.apply(i), null);
            List<Site.Report> reports = new ArrayList<>();
            for (int k = 0; k < pages - 2; k++) {
                reports.add(site.report(
                        site.name() + "第" + (k / 10) + "局", 2024 - k % 10, COLUMN + "t" + k + "_2024.html"));
            }
            site.at("/", page(site, "门户网站", Html.items(Html.link(COLUMN, "政府信息公开年报"))));
            site.at(COLUMN, page(site, "政府信息公开年报", Html.rows(reports)));
            sites.add(site);
        }
        farm.start();
    }

    private static Answer page(Site site, String title, String body) {
        return Answers.html(Html.page(title, site.name(), body, "utf-8"));
    }

    List<Site> sites() {
        return sites;
    }

    Farm farm() {
        return farm;
    }

    /** As {@code annals crawl --seeds} reads them. */
    public Path seeds(Path folder) throws IOException {
        Path file = folder.resolve("seeds.csv");
        try (PrintWriter csv = new PrintWriter(Files.newBufferedWriter(file))) {
            csv.println("code,name,level,province,parent,portal_url,report_list_url");
            for (int i = 0; i < sites.size(); i++) {
                csv.println((100_000 + i) + "," + sites.get(i).name() + ",county,,,"
                        + sites.get(i).url("/") + ",");
            }
        }
        return file;
    }

    /** Addresses of the home pages, one a line, as other programs read them. */
    Path addresses(Path folder) throws IOException {
        Path file = folder.resolve("seeds.txt");
        Files.writeString(file, sites.stream().map(site -> site.url("/")).collect(Collectors.joining("\n", "", "\n")));
        return file;
    }

    /** Requests that were answered, or given up, so far. */
    public int requests() {
        return farm.log().size();
    }

    @Override
    public void close() {
        farm.close();
    }
}
