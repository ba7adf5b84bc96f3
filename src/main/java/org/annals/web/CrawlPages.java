package org.annals.web;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.annals.capture.Outcome;
import org.annals.catalog.CrawlRuns;

/** The runs: what was asked, what came of it, and how far a running one is. */
final class CrawlPages implements PageGroup {
    static final List<String> OUTCOMES =
            Arrays.stream(Outcome.values()).map(Outcome::code).toList();
    private static final List<String> GOOD = List.of(Outcome.ARCHIVED.code(), Outcome.UNCHANGED.code());
    private static final Pattern CODE = Pattern.compile("[\\p{L}\\p{N}._-]{1,80}");
    private static final int GOVERNMENTS = 100;
    private static final int MOST = 1_000;
    private static final int VISITS = 25;

    private final OpenCatalogs catalogs;
    private final Kept<Overview> kept;
    private final LiveCrawl live;
    private final Pages pages;

    /** All runs with their counts, which cost more than a page may take. */
    private record Overview(List<CrawlRuns.Run> runs, Map<String, List<CrawlRuns.Count>> counts) {}

    CrawlPages(OpenCatalogs catalogs, Path folder, Consumer<String> faults, Pages pages) {
        this.catalogs = catalogs;
        this.live = new LiveCrawl(folder);
        this.pages = pages;
        this.kept = new Kept<>(
                folder,
                catalog -> {
                    Map<String, List<CrawlRuns.Count>> counts = new LinkedHashMap<>();
                    catalog.crawls()
                            .counts()
                            .forEach(count -> counts.computeIfAbsent(count.run(), run -> new ArrayList<>())
                                    .add(count));
                    return new Overview(catalog.crawls().list(), counts);
                },
                faults);
    }

    /** A run with what came of its visits, by outcome. */
    record RunLine(CrawlRuns.Run run, String kind, Map<String, String> settings, Map<String, Integer> outcomes) {
        int visits() {
            return outcomes.values().stream().mapToInt(count -> count).sum();
        }

        int failed() {
            return outcomes.entrySet().stream()
                    .filter(one -> !GOOD.contains(one.getKey()))
                    .mapToInt(Map.Entry::getValue)
                    .sum();
        }
    }

    /** What the list of runs shows. */
    record ListPage(List<RunLine> runs, LiveCrawl.State live) {}

    /**
     * What the page of a run shows.
     *
     * @param kinds what came of asking, by what was asked for
     * @param outcome that the governments and visits below are those of
     */
    record RunPage(
            RunLine line,
            List<CrawlRuns.Count> kinds,
            Optional<String> outcome,
            List<CrawlRuns.OfGovernment> governments,
            List<CrawlRuns.Visited> visits,
            Optional<String> next,
            Optional<LiveCrawl.Frontier> frontier) {}

    @Override
    public void addTo(Routes routes) {
        routes.get("/crawl", context -> pages.show(context, "crawl", list()));
        routes.get("/crawl/{run_id}", context -> pages.show(context, "run", run(context, "/crawl/")));
        routes.get("/api/v1/crawl", context -> CrawlJson.of(list()).send(context));
        routes.get(
                "/api/v1/crawl/{run_id}",
                context -> CrawlJson.of(run(context, "/api/v1/crawl/")).send(context));
    }

    private ListPage list() throws IOException {
        LiveCrawl.State state = live.get();
        Overview overview = kept.get();
        return new ListPage(
                overview.runs().stream().map(run -> line(run, overview, state)).toList(), state);
    }

    private static RunLine line(CrawlRuns.Run run, Overview overview, LiveCrawl.State state) {
        Map<String, Integer> outcomes = new LinkedHashMap<>();
        overview.counts()
                .getOrDefault(run.id(), List.of())
                .forEach(count -> outcomes.merge(count.outcome(), count.visits(), Integer::sum));
        return new RunLine(
                run,
                state.kinds().getOrDefault(run.id(), ""),
                state.settings().getOrDefault(run.id(), Map.of()),
                outcomes);
    }

    private RunPage run(Context context, String path) throws IOException {
        Asked asked = new Asked(context);
        String id = context.pathParam("run_id");
        LiveCrawl.State state = live.get();
        Overview overview = kept.get();
        CrawlRuns.Run run = overview.runs().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(NotFoundResponse::new);
        Optional<String> outcome = asked.word("outcome", OUTCOMES);
        Optional<String> behind = asked.text("after", CODE);
        int limit = asked.limit(GOVERNMENTS, MOST);
        return catalogs.read(catalog -> {
            List<CrawlRuns.OfGovernment> governments = catalog.crawls().governments(id, behind, outcome, limit + 1);
            boolean more = governments.size() > limit;
            List<CrawlRuns.OfGovernment> shown = more ? governments.subList(0, limit) : governments;
            Address here = Address.of(path + View.encodedPart(id))
                    .with("outcome", outcome)
                    .with("limit", limit == GOVERNMENTS ? "" : String.valueOf(limit));
            return new RunPage(
                    line(run, overview, state),
                    overview.counts().getOrDefault(id, List.of()),
                    outcome,
                    shown,
                    catalog.crawls().last(id, outcome, VISITS),
                    more
                            ? Optional.of(
                                    here.with("after", shown.get(limit - 1).code())
                                            .toString())
                            : Optional.empty(),
                    state.unfinished().filter(id::equals).flatMap(unfinished -> state.frontier()));
        });
    }

    static boolean isGood(String outcome) {
        return GOOD.contains(outcome);
    }
}
