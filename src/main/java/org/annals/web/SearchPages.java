package org.annals.web;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.annals.report.Section;

/** Search over titles, publishers and chapters of the latest versions. */
final class SearchPages implements PageGroup {
    static final List<String> SECTIONS =
            Arrays.stream(Section.values()).map(Section::code).toList();

    private static final int ON_A_PAGE = 20;
    private static final int MOST_ON_A_PAGE = 100;
    private static final int LONGEST = 200;
    private static final int MOST_REPORTS = 10_000_000;

    private final OpenCatalogs catalogs;
    private final Corpora corpora;
    private final Pages pages;

    SearchPages(OpenCatalogs catalogs, Corpora corpora, Pages pages) {
        this.catalogs = catalogs;
        this.corpora = corpora;
        this.pages = pages;
    }

    /**
     * What the page shows.
     *
     * @param result empty where nothing was asked
     */
    record Page(
            String words,
            Choice choice,
            Optional<String> section,
            List<String> provinces,
            List<Integer> years,
            Optional<SearchResult> result,
            Optional<String> next,
            String json) {}

    @Override
    public void addTo(Routes routes) {
        routes.get("/search", context -> pages.show(context, "search", page(context, "/search")));
        routes.get(
                "/api/v1/search",
                context -> json(page(context, "/api/v1/search")).send(context));
    }

    private Page page(Context context, String path) throws IOException {
        Asked asked = new Asked(context);
        Corpus corpus = corpora.get();
        Choice choice = Choice.of(asked, corpus);
        Optional<String> section = asked.word("section", SECTIONS);
        String words = asked.text("q").orElse("");
        if (words.length() > LONGEST) {
            throw new BadRequestResponse("q");
        }
        int from = asked.number("from", 0, MOST_REPORTS).orElse(0);
        int limit = asked.limit(ON_A_PAGE, MOST_ON_A_PAGE);
        Search search =
                new Search(corpus, choice, section.map(code -> Section.valueOf(code.toUpperCase(Locale.ROOT))), words);
        Optional<SearchResult> result = search.isEmpty()
                ? Optional.empty()
                : Optional.of(catalogs.read(catalog -> search.run(catalog.exploration(), from, limit)));
        Address here = choice.in(Address.of(path).with("q", words)).with("section", section);
        if (limit != ON_A_PAGE) {
            here = here.with("limit", limit);
        }
        Address address = here;
        return new Page(
                words,
                choice,
                section,
                corpus.provinces(),
                corpus.years(),
                result,
                result.flatMap(SearchResult::next)
                        .map(next -> address.with("from", next).toString()),
                address.at("/api/v1/search").toString());
    }

    private static JsonObject json(Page page) {
        List<JsonObject> items = page.result().map(SearchResult::hits).orElse(List.of()).stream()
                .map(SearchPages::json)
                .toList();
        return JsonObject.page(items, page.next())
                .put("at_most", page.result().map(SearchResult::candidates).orElse(0))
                .put("exact", page.result().map(SearchResult::exact).orElse(true));
    }

    private static JsonObject json(SearchResult.Hit hit) {
        return new JsonObject()
                .put("report_id", hit.report().reportId())
                .put("publication_id", hit.report().publicationId())
                .put("title", hit.report().title())
                .put("publisher", hit.report().publisher())
                .put("government_code", hit.report().government())
                .put("fiscal_year", hit.report().fiscalYear())
                .put("generation", hit.report().generation())
                .put("is_withdrawn", hit.report().withdrawn())
                .put("found_in", hit.where())
                .put(
                        "snippets",
                        hit.snippets().stream()
                                .map(snippet -> new JsonObject()
                                        .put("section", snippet.section())
                                        .put(
                                                "text",
                                                snippet.pieces().stream()
                                                        .map(Marks.Piece::text)
                                                        .collect(Collectors.joining())))
                                .toList());
    }
}
