package org.annals.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.annals.catalog.Coverage;
import org.annals.government.Deadline;
import org.annals.government.Government;
import org.annals.government.Level;
import org.annals.web.CoverageBook.Body;

/** What the archive holds and where the holes are: the country, provinces, prefectures, single governments by year. */
final class CoveragePages implements PageGroup {
    /** Counting every cell may take longer than a reader waits: then the page goes without. */
    private static final Duration PATIENCE = Duration.ofMillis(100);

    private final OpenCatalogs catalogs;
    private final Pages pages;
    private final Kept<CoverageBook> books;
    private final Kept<Map<String, Long>> cells;

    CoveragePages(OpenCatalogs catalogs, Pages pages, Kept<CoverageBook> books, Kept<Map<String, Long>> cells) {
        this.catalogs = catalogs;
        this.pages = pages;
        this.books = books;
        this.cells = cells;
    }

    @Override
    public void addTo(Routes routes) {
        routes.get("/", this::overview);
        routes.get("/coverage", this::matrix);
        routes.get("/api/v1/overview", this::overviewForPrograms);
        routes.get("/api/v1/coverage", this::matrixForPrograms);
    }

    /** What the first page shows. @param cells by state, once they are counted */
    record Overview(CoverageBook book, Optional<Map<String, Long>> cells) {
        public List<Level> levels() {
            return List.copyOf(book.byLevel().keySet());
        }
    }

    private void overview(Context context) throws IOException {
        pages.show(context, "overview", new Overview(books.get(), cells.within(PATIENCE)));
    }

    /** What a page of the matrix shows. @param reports ids by code and year of those that are on this page */
    record Matrix(
            CoverageBook book,
            CoverageChoice choice,
            List<Body> page,
            int all,
            List<Integer> years,
            Map<String, Map<Integer, String>> reports,
            Optional<String> next) {
        public Optional<String> reportOf(Body body, int year) {
            return Optional.ofNullable(
                    reports.getOrDefault(body.code(), Map.of()).get(year));
        }

        /** Where a cell leads: to the report, or to the story of why there is none. */
        public String target(Body body, int year) {
            return reportOf(body, year)
                    .map(id -> "/report/" + View.encodedPart(id))
                    .orElse("/government/" + View.encodedPart(body.code()) + "#y" + year);
        }

        public Coverage row(Body body, int year) {
            return body.coverage().get(year);
        }

        /** From the country down to what is shown. */
        public List<Body> trail() {
            List<Body> trail = new ArrayList<>();
            Optional<Body> one = choice.parent().flatMap(name -> book.named(choice.province(), name));
            while (one.isPresent() && !trail.contains(one.get())) {
                trail.add(0, one.get());
                one = book.above(one.get());
            }
            return trail;
        }

        public List<Body> under(Body body) {
            return book.under(body);
        }

        /** Whether the body leads further down from here. */
        public boolean leadsDown(Body body) {
            boolean isHere =
                    choice.parent().equals(Optional.of(body.government().name()));
            boolean isProvince = body.government().level() == Level.PROVINCE
                    && choice.province().isPresent()
                    && choice.parent().isEmpty()
                    && choice.level().isEmpty()
                    && choice.status().isEmpty();
            return !isHere && !isProvince && !book.under(body).isEmpty();
        }
    }

    private void matrix(Context context) throws IOException {
        pages.show(context, "coverage", matrixOf(context));
    }

    private Matrix matrixOf(Context context) throws IOException {
        CoverageChoice choice = CoverageChoice.of(new Asked(context));
        CoverageBook book = books.get();
        List<Body> all = choice.of(book);
        List<Body> page = choice.page(all);
        Map<String, Map<Integer, String>> reports = catalogs.read(catalog -> {
            Map<String, Map<Integer, String>> found = new HashMap<>();
            for (Body body : page) {
                found.put(body.code(), catalog.governmentReports().reportByYear(body.code()));
            }
            return found;
        });
        return new Matrix(book, choice, page, all.size(), choice.years(book), reports, choice.next(all, page));
    }

    private void matrixForPrograms(Context context) throws IOException {
        Matrix matrix = matrixOf(context);
        List<JsonObject> items = new ArrayList<>();
        for (Body body : matrix.page()) {
            Government government = body.government();
            List<JsonObject> years = new ArrayList<>();
            for (Coverage row : body.rows()) {
                if (matrix.years().contains(row.fiscalYear())) {
                    years.add(year(government, row).put("report_id", matrix.reportOf(body, row.fiscalYear())));
                }
            }
            items.add(government(government).put("years", years));
        }
        JsonObject.page(items, matrix.next().map(query -> "/api/v1/coverage?" + query))
                .send(context);
    }

    static JsonObject government(Government government) {
        return new JsonObject()
                .put("government_code", government.code())
                .put("name", government.name())
                .put("level", government.level().code())
                .put("province", government.province())
                .put("parent", government.parent());
    }

    static JsonObject year(Government government, Coverage row) {
        return new JsonObject()
                .put("fiscal_year", row.fiscalYear())
                .put("status", row.status())
                .put("why", row.why())
                .put("due_on", Deadline.of(government.level(), row.fiscalYear()));
    }

    private void overviewForPrograms(Context context) throws IOException {
        CoverageBook book = books.get();
        Map<String, Map<Integer, Tally>> levels = new LinkedHashMap<>();
        book.byLevel().forEach((level, years) -> levels.put(level.code(), years));
        new JsonObject()
                .put("as_of", book.asOf())
                .put("governments", book.bodies().size())
                .put("captures", book.totals().captures())
                .put("fetches", book.totals().fetches())
                .put("publications", book.totals().publications())
                .put("versions", book.totals().versions())
                .put("revisions", book.totals().revisions())
                .put("coverage", tally(book.tally()))
                .put("levels", tallies("level", levels))
                .put("provinces", tallies("province", book.byProvince()))
                .send(context);
    }

    private static JsonObject tally(Tally tally) {
        JsonObject object = new JsonObject();
        for (Presence presence : Presence.values()) {
            object.put(presence.code(), tally.of(presence));
        }
        return object;
    }

    private static List<JsonObject> tallies(String name, Map<String, Map<Integer, Tally>> groups) {
        List<JsonObject> objects = new ArrayList<>();
        groups.forEach((key, years) -> {
            List<JsonObject> byYear = new ArrayList<>();
            years.forEach((year, tally) -> byYear.add(tally(tally).put("fiscal_year", year)));
            objects.add(new JsonObject().put(name, key).put("years", byYear));
        });
        return objects;
    }
}
