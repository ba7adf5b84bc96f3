package org.annals.web;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.annals.report.Field;
import org.annals.report.Fields;

/** Charts over years and governments, with the table of what they show. */
final class ExplorePages implements PageGroup {
    static final List<String> VIEWS = List.of("years", "ranking", "distribution");

    private static final List<String> PRESETS = List.copyOf(Series.PRESETS.keySet());
    private static final Pattern CODES =
            Pattern.compile("[\\p{L}\\p{N}._-]{1,60}([,，、\\s]+[\\p{L}\\p{N}._-]{1,60}){0,7}");
    private static final int TOP = 20;
    private static final int MOST = 200;

    private final OpenCatalogs catalogs;
    private final Corpora corpora;
    private final Pages pages;

    ExplorePages(OpenCatalogs catalogs, Corpora corpora, Pages pages) {
        this.catalogs = catalogs;
        this.corpora = corpora;
        this.pages = pages;
    }

    @Override
    public void addTo(Routes routes) {
        routes.get("/explore", context -> pages.show(context, "explore", page(context)));
        routes.get("/explore.csv", context -> {
            context.contentType("text/csv; charset=utf-8");
            context.header("Content-Disposition", "attachment; filename=\"annals-explore.csv\"");
            context.result(Csv.of(page(context).table(pages.view(context))));
        });
        routes.get(
                "/api/v1/explore",
                context -> ExploreJson.of(page(context), pages.view(context)).send(context));
    }

    private ExplorePage page(Context context) throws IOException {
        Asked asked = new Asked(context);
        Corpus corpus = corpora.get();
        Choice choice = Choice.of(asked, corpus);
        Optional<Field> field =
                asked.text("field").map(code -> Fields.byCode(code).orElseThrow(() -> new BadRequestResponse("field")));
        Optional<String> preset = field.isPresent()
                ? Optional.empty()
                : asked.word("preset", PRESETS).or(() -> Optional.of(PRESETS.get(0)));
        String view = asked.word("view", VIEWS).orElse("years");
        List<String> governments = asked.text("government", CODES)
                .map(codes -> Arrays.stream(codes.split("[,，、\\s]+")).distinct().toList())
                .orElse(List.of());
        int top = asked.number("top", 1, MOST).orElse(TOP);
        List<Series> series = field.map(one -> List.of(Series.ofField(one)))
                .orElseGet(() -> Series.PRESETS.get(preset.orElseThrow()));
        Address address = choice.in(Address.of("/explore")
                        .with("preset", field.isPresent() ? "" : preset)
                        .with("field", field.map(Field::code))
                        .with("view", view))
                .with("government", String.join(",", governments))
                .with("top", top == TOP ? "" : String.valueOf(top));
        return catalogs.read(catalog -> {
            Exploring exploring = new Exploring(corpus, catalog.exploration());
            List<ExplorePage.YearRow> yearRows = new ArrayList<>();
            List<Exploring.Ranked> ranking = List.of();
            Tallied looked = new Tallied();
            Optional<Integer> year = Optional.empty();
            if (view.equals("years")) {
                yearRows = years(exploring, corpus, series, choice, governments);
            } else {
                year = choice.year().isPresent() ? choice.year() : newest(exploring, series.get(0), choice);
                Choice within = new Choice(choice.province(), choice.level(), year, choice.generation());
                ranking = exploring.ranking(series.get(0), within::admits, top, looked);
            }
            return new ExplorePage(
                    preset,
                    field.map(Field::code),
                    view,
                    choice,
                    year,
                    governments,
                    governments.stream().filter(code -> !isKnown(corpus, code)).toList(),
                    top,
                    corpus.provinces(),
                    corpus.years(),
                    yearRows,
                    ranking,
                    view.equals("distribution") ? Histogram.of(looked.ascending()) : List.of(),
                    looked,
                    series,
                    Fields.byCode(series.get(0).fields().get(0))
                            .map(Field::unit)
                            .orElse(""),
                    address.toString());
        });
    }

    private static boolean isKnown(Corpus corpus, String code) {
        return corpus.entries().stream()
                .anyMatch(entry -> entry.report().government().equals(code));
    }

    /** The newest year in which the figure is a number anywhere, so that the page does not begin empty. */
    private static Optional<Integer> newest(Exploring exploring, Series series, Choice choice) throws IOException {
        return exploring.years(series, choice).entrySet().stream()
                .filter(one -> one.getValue().numbers() > 0)
                .map(Map.Entry::getKey)
                .max(Integer::compare);
    }

    private static List<ExplorePage.YearRow> years(
            Exploring exploring, Corpus corpus, List<Series> series, Choice choice, List<String> governments)
            throws IOException {
        List<ExplorePage.YearRow> rows = new ArrayList<>();
        if (governments.isEmpty()) {
            for (Series one : series) {
                exploring
                        .years(one, choice)
                        .forEach((year, tallied) -> rows.add(new ExplorePage.YearRow(year, one, "", tallied)));
            }
        }
        for (String code : governments) {
            Optional<String> name = corpus.entries().stream()
                    .filter(entry -> entry.report().government().equals(code))
                    .findFirst()
                    .map(ExplorePage::name);
            Predicate<Corpus.Entry> chosen =
                    entry -> entry.report().government().equals(code) && choice.admits(entry);
            if (name.isPresent()) {
                exploring
                        .years(series.get(0), chosen)
                        .forEach((year, tallied) ->
                                rows.add(new ExplorePage.YearRow(year, series.get(0), name.get(), tallied)));
            }
        }
        rows.sort((a, b) -> Integer.compare(a.year(), b.year()));
        return rows;
    }

    /** All fields, by the table that they stand in. */
    static Map<Integer, List<Field>> fields() {
        Map<Integer, List<Field>> tables = new TreeMap<>();
        for (Field field : Fields.all()) {
            tables.computeIfAbsent(field.table(), table -> new ArrayList<>()).add(field);
        }
        return tables;
    }

    static List<String> presets() {
        return PRESETS;
    }
}
