package org.annals.farm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * What a crawl did to one host, and what it took from there.
 *
 * @param site the host
 * @param inside the host that nobody may reach
 * @param log what the host was asked, in order
 * @param insideLog what the inside host was asked by anybody
 * @param fetches what the catalogue records, in order
 * @param found reports in the catalogue
 * @param warcFields names of all fields of all records of the run
 */
record Evidence(
        Site site,
        Site inside,
        List<Asked> log,
        List<Asked> insideLog,
        List<Fetch> fetches,
        List<Found> found,
        Set<String> warcFields,
        Path folder) {
    /** A row of {@code v_fetch}. */
    record Fetch(String url, String outcome) {}

    /** A row of {@code v_report}, with its figure of table 3. */
    record Found(String url, String publisher, int year, Integer figure) {
        boolean is(Site.Report report) {
            return publisher.equals(report.publisher())
                    && year == report.year()
                    && figure != null
                    && figure == report.figure();
        }
    }

    List<Site.Report> missing() {
        return site.reports().stream()
                .filter(report -> found.stream().noneMatch(f -> f.is(report)))
                .toList();
    }

    List<Found> invented() {
        return found.stream()
                .filter(f -> site.reports().stream().noneMatch(f::is))
                .toList();
    }

    List<String> outcomes(String url) {
        return fetches.stream()
                .filter(f -> f.url().equals(url))
                .map(Fetch::outcome)
                .toList();
    }

    long asked(String path) {
        return log.stream().filter(a -> a.path().equals(path)).count();
    }

    /** Pages that were asked for and are no report; robots.txt not counted. */
    long others() {
        return log.stream()
                .map(Asked::path)
                .filter(path -> !path.equals("/robots.txt"))
                .filter(path -> site.reports().stream().noneMatch(r -> r.path().equals(path)))
                .count();
    }

    /** The address is recorded as out of scope, and nobody asked the host inside for anything. */
    void refused(String url) {
        assertThat(outcomes(url)).as(url).containsExactly("out_of_scope");
        assertThat(insideLog).isEmpty();
    }
}
