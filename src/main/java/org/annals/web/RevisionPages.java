package org.annals.web;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.annals.catalog.Catalog;
import org.annals.catalog.DetectedRevision;
import org.annals.catalog.RevisionChoice;
import org.annals.report.Field;
import org.annals.report.Fields;

/** What was changed, moved, withdrawn or restored: a list with filters, each revision by itself, and the feed. */
final class RevisionPages implements PageGroup {
    private static final int PAGE = 25;
    private static final int LARGEST_PAGE = 200;
    private static final int FEED = 100;

    private final OpenCatalogs catalogs;
    private final Pages pages;
    private final Origins origins;

    RevisionPages(OpenCatalogs catalogs, Pages pages, Origins origins) {
        this.catalogs = catalogs;
        this.pages = pages;
        this.origins = origins;
    }

    /**
     * A part of the list.
     *
     * @param next query of the part behind it
     * @param feed query of the feed of the same choice
     */
    record Page(
            RevisionFilter filter,
            List<String> provinces,
            List<RevisionView> revisions,
            Optional<String> next,
            String feed) {}

    @Override
    public void addTo(Routes routes) {
        routes.get("/revisions", this::list);
        routes.get("/revision/{revision_id}", this::show);
        routes.get("/revisions.atom", this::feed);
        routes.get("/api/v1/revisions", this::listJson);
        routes.get("/api/v1/revisions/{revision_id}", this::showJson);
    }

    private record Part(List<DetectedRevision> revisions, Optional<String> next, List<String> provinces) {}

    private Part part(Context context, RevisionFilter filter, int most) throws IOException {
        Optional<RevisionChoice.Place> behind =
                new Asked(context).text("behind").map(RevisionPages::place);
        return catalogs.read(catalog -> {
            List<String> provinces = catalog.provinces();
            Optional<RevisionChoice> choice = filter.choice(catalog);
            List<DetectedRevision> found =
                    choice.isEmpty() ? List.of() : catalog.revisions(choice.get(), behind, most + 1);
            if (found.size() <= most) {
                return new Part(found, Optional.empty(), provinces);
            }
            DetectedRevision last = found.get(most - 1);
            return new Part(
                    found.subList(0, most), Optional.of(last.detectedAt() + "~" + last.revisionId()), provinces);
        });
    }

    private static RevisionChoice.Place place(String text) {
        String[] parts = text.split("~", 2);
        try {
            return new RevisionChoice.Place(Instant.parse(parts[0]), parts[1]);
        } catch (DateTimeException | ArrayIndexOutOfBoundsException e) {
            throw new BadRequestResponse("behind");
        }
    }

    private void list(Context context) throws IOException {
        RevisionFilter filter = RevisionFilter.of(new Asked(context));
        Part part = part(context, filter, PAGE);
        pages.show(
                context,
                "revisions",
                new Page(
                        filter,
                        part.provinces(),
                        part.revisions().stream().map(RevisionView::brief).toList(),
                        part.next().map(place -> filter.query("behind", place)),
                        filter.query()));
    }

    private DetectedRevision one(Context context) throws IOException {
        String id = context.pathParam("revision_id");
        if (!TimeLinePages.ID.matcher(id).matches()) {
            throw new NotFoundResponse();
        }
        return catalogs.read(catalog -> catalog.revision(id)).orElseThrow(NotFoundResponse::new);
    }

    private void show(Context context) throws IOException {
        pages.show(context, "revision", RevisionView.whole(one(context)));
    }

    private void feed(Context context) throws IOException {
        RevisionFilter filter = RevisionFilter.of(new Asked(context));
        StringWriter text = new StringWriter();
        String self = origins.pages(context) + "/revisions.atom" + filter.query();
        catalogs.read(catalog -> {
            write(catalog, filter, self, text);
            return text;
        });
        context.contentType("application/atom+xml; charset=utf-8");
        context.result(text.toString());
    }

    private static void write(Catalog catalog, RevisionFilter filter, String self, StringWriter text)
            throws IOException {
        RevisionChoice choice = filter.choice(catalog).orElseThrow(() -> new BadRequestResponse("government"));
        try (PrintWriter out = new PrintWriter(text)) {
            new RevisionsFeed(
                            RevisionsFeed.id(choice),
                            Optional.of(self),
                            catalog.asOf().orElse(Instant.EPOCH))
                    .write(
                            out,
                            catalog.revisions(choice, Optional.empty(), FEED),
                            item -> Fields.byCode(item).map(Field::label).orElse(""));
        }
    }

    private void listJson(Context context) throws IOException {
        Asked asked = new Asked(context);
        RevisionFilter filter = RevisionFilter.of(asked);
        int limit = asked.limit(PAGE, LARGEST_PAGE);
        Part part = part(context, filter, limit);
        JsonObject.page(
                        part.revisions().stream().map(RevisionView::json).toList(),
                        part.next()
                                .map(place -> "/api/v1/revisions"
                                        + filter.query("limit", String.valueOf(limit), "behind", place)))
                .send(context);
    }

    private void showJson(Context context) throws IOException {
        RevisionView.json(one(context)).send(context);
    }
}
