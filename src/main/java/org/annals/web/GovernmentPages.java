package org.annals.web;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.annals.capture.Finish;
import org.annals.catalog.Coverage;
import org.annals.catalog.GovernmentReports;
import org.annals.catalog.GovernmentStatus;
import org.annals.catalog.GovernmentStatus.Failed;
import org.annals.catalog.GovernmentStatus.LastRun;
import org.annals.catalog.KnownVisit;
import org.annals.catalog.PublicationSummary;
import org.annals.government.Deadline;
import org.annals.web.CoverageBook.Body;

/** One government: its years, its columns, how it was asked last, and the reports of other bodies that are counted under it. */
final class GovernmentPages implements PageGroup {
    private static final int OTHERS = 50;
    private static final int MOST = 200;
    private static final int LAST_OFFSET = 100_000;

    private final OpenCatalogs catalogs;
    private final Pages pages;
    private final Kept<CoverageBook> books;

    GovernmentPages(OpenCatalogs catalogs, Pages pages, Kept<CoverageBook> books) {
        this.catalogs = catalogs;
        this.pages = pages;
        this.books = books;
    }

    @Override
    public void addTo(Routes routes) {
        routes.get("/government/{government_code}", context -> pages.show(context, "government", page(context)));
        routes.get(
                "/api/v1/governments/{government_code}",
                context -> json(page(context)).send(context));
    }

    /** What the page shows. @param above from the province down @param offset of the first of the other bodies' reports */
    record Page(
            Body body,
            List<Body> above,
            List<Body> under,
            GovernmentStatus status,
            List<PublicationSummary> own,
            List<PublicationSummary> others,
            int countOfOthers,
            int offset,
            int limit) {
        /** All years that are due or there, newest first. */
        public List<Integer> years() {
            TreeSet<Integer> years = new TreeSet<>(Collections.reverseOrder());
            years.addAll(body.coverage().keySet());
            own.forEach(report -> report.fiscalYear().ifPresent(years::add));
            return List.copyOf(years);
        }

        public Optional<Coverage> row(int year) {
            return Optional.ofNullable(body.coverage().get(year));
        }

        public List<PublicationSummary> own(int year) {
            return own.stream()
                    .filter(report -> report.fiscalYear().equals(Optional.of(year)))
                    .toList();
        }

        public LocalDate due(int year) {
            return Deadline.of(body.government().level(), year);
        }

        /** Links of the last run that name the year and brought no report. */
        public List<Failed> failed(int year) {
            return status.last().map(LastRun::failed).orElse(List.of()).stream()
                    .filter(one ->
                            one.purpose().equals("report") && one.anchor().contains(String.valueOf(year)))
                    .limit(3)
                    .toList();
        }

        public boolean hasMore() {
            return offset + others.size() < countOfOthers;
        }
    }

    private Page page(Context context) throws IOException {
        Asked asked = new Asked(context);
        int offset = asked.number("offset", 0, LAST_OFFSET).orElse(0);
        int limit = asked.limit(OTHERS, MOST);
        CoverageBook book = books.get();
        Body body = book.body(context.pathParam("government_code")).orElseThrow(NotFoundResponse::new);
        List<Body> above = new ArrayList<>();
        Optional<Body> one = book.above(body);
        while (one.isPresent() && !above.contains(one.get()) && one.get() != body) {
            above.add(0, one.get());
            one = book.above(one.get());
        }
        return catalogs.read(catalog -> {
            GovernmentReports reports = catalog.governmentReports();
            return new Page(
                    body,
                    above,
                    book.under(body),
                    reports.status(body.code(), body.rows()).orElseThrow(NotFoundResponse::new),
                    reports.own(body.code()),
                    reports.others(body.code(), limit, offset),
                    reports.countOfOthers(body.code()),
                    offset,
                    limit);
        });
    }

    private static JsonObject json(Page page) {
        GovernmentStatus status = page.status();
        List<JsonObject> years = new ArrayList<>();
        for (Coverage row : page.body().rows()) {
            years.add(CoveragePages.year(page.body().government(), row)
                    .put(
                            "report_id",
                            page.own(row.fiscalYear()).stream().findFirst().map(PublicationSummary::reportId)));
        }
        Optional<String> next = page.hasMore()
                ? Optional.of(
                        "/api/v1/governments/" + View.encodedPart(page.body().code()) + "?offset="
                                + (page.offset() + page.limit()) + "&limit=" + page.limit())
                : Optional.empty();
        return CoveragePages.government(page.body().government())
                .put("portal_url", status.portal())
                .put("report_list_url", status.reportList())
                .put("years", years)
                .put(
                        "publications",
                        page.own().stream().map(GovernmentPages::json).toList())
                .put(
                        "columns",
                        status.columns().stream().map(GovernmentPages::json).toList())
                .put(
                        "columns_without_reports",
                        status.barrenColumns().stream().limit(MOST).toList())
                .put("last_run", status.last().map(GovernmentPages::json))
                .put("other_publications_count", page.countOfOthers())
                .put(
                        "other_publications",
                        JsonObject.page(
                                page.others().stream()
                                        .map(GovernmentPages::json)
                                        .toList(),
                                next));
    }

    private static JsonObject json(PublicationSummary report) {
        return new JsonObject()
                .put("publication_id", report.publicationId())
                .put("report_id", report.reportId())
                .put("publisher", report.publisher())
                .put("fiscal_year", report.fiscalYear())
                .put("generation", report.generation())
                .put("title", report.title())
                .put("published_on", report.publishedOn())
                .put("captured_at", report.capturedAt())
                .put("versions", report.versions())
                .put("is_withdrawn", report.isWithdrawn())
                .put("numbers", report.numbers())
                .put("blanks", report.blanks())
                .put("unreadables", report.unreadables())
                .put("failed_checks", report.failedChecks());
    }

    private static JsonObject json(KnownVisit column) {
        return new JsonObject()
                .put("url", column.address().url())
                .put("asked_at", column.askedAt())
                .put("outcome", column.outcome())
                .put("reports", column.reports());
    }

    private static JsonObject json(LastRun run) {
        JsonObject outcomes = new JsonObject();
        run.outcomes().forEach(outcomes::put);
        List<JsonObject> failed = run.failed().stream()
                .limit(MOST)
                .map(one -> new JsonObject()
                        .put("url", one.url())
                        .put("purpose", one.purpose())
                        .put("outcome", one.outcome())
                        .put("anchor", one.anchor()))
                .toList();
        return new JsonObject()
                .put("run_id", run.run())
                .put("first_at", run.firstAt())
                .put("last_at", run.lastAt())
                .put("finished", run.closed())
                .put("end", run.finish().map(Finish::end).map(Finish.End::code))
                .put("outcomes", outcomes)
                .put("failed", failed);
    }
}
