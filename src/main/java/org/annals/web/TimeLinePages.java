package org.annals.web;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.annals.catalog.TimeLine;

/** One publication over time: its versions, and every look at it. */
final class TimeLinePages implements PageGroup {
    static final Pattern ID = Pattern.compile("[0-9a-zA-Z._-]{1,200}");
    private static final Set<String> ANSWERED = Set.of("archived", "unchanged");

    private final OpenCatalogs catalogs;
    private final Pages pages;

    TimeLinePages(OpenCatalogs catalogs, Pages pages) {
        this.catalogs = catalogs;
        this.pages = pages;
    }

    /** A look with the code of what it found. */
    record Look(TimeLine.Event event, String found) {}

    /** @param looks newest first */
    record Page(TimeLine line, List<Look> looks, TimeLineChart chart) {}

    @Override
    public void addTo(Routes routes) {
        routes.get("/publication/{publication_id}", this::show);
        routes.get("/api/v1/publications/{publication_id}/timeline", this::json);
    }

    private TimeLine line(Context context) throws IOException {
        String id = context.pathParam("publication_id");
        if (!ID.matcher(id).matches()) {
            throw new NotFoundResponse();
        }
        return catalogs.read(catalog -> catalog.timeLine(id)).orElseThrow(NotFoundResponse::new);
    }

    private void show(Context context) throws IOException {
        TimeLine line = line(context);
        List<Look> looks = new ArrayList<>(line.events().stream()
                .map(event -> new Look(event, found(event)))
                .toList());
        TimeLineChart chart = TimeLineChart.of(looks);
        Collections.reverse(looks);
        pages.show(context, "publication", new Page(line, looks, chart));
    }

    /** What a look found: a code with words in {@code timeline.found}, or the outcome of the visit. */
    static String found(TimeLine.Event event) {
        if (!event.revisions().isEmpty()) {
            return event.revisions().get(0).kind();
        }
        if (event.version().isPresent()) {
            return event.first() ? "new_version" : "same";
        }
        if (event.other()) {
            return "other_report";
        }
        Optional<String> failed = event.outcome().filter(outcome -> !ANSWERED.contains(outcome));
        return failed.orElse(
                event.status().filter(code -> code >= 300 && code != 304).isPresent() ? "no_page" : "no_report");
    }

    private void json(Context context) throws IOException {
        TimeLine line = line(context);
        List<JsonObject> versions = line.versions().stream()
                .map(version -> new JsonObject()
                        .put("version_no", version.number())
                        .put("report_id", version.reportId())
                        .put("capture_id", version.captureId())
                        .put("captured_at", version.capturedAt())
                        .put("title", version.title())
                        .put("is_latest", version.latest()))
                .toList();
        List<JsonObject> events = line.events().stream()
                .map(event -> new JsonObject()
                        .put("at", event.at())
                        .put("url", event.url())
                        .put("capture_id", event.captureId())
                        .put("http_status", event.status())
                        .put("outcome", event.outcome())
                        .put("version_no", event.version())
                        .put("found", found(event))
                        .put(
                                "revisions",
                                event.revisions().stream()
                                        .map(TimeLine.Mark::revisionId)
                                        .toList()))
                .toList();
        new JsonObject()
                .put("publication_id", line.publicationId())
                .put("government_code", line.governmentCode())
                .put("government", line.government())
                .put("publisher", line.publisher())
                .put("fiscal_year", line.fiscalYear())
                .put("is_withdrawn", line.withdrawn())
                .put("versions", versions)
                .put("events", events)
                .put("is_cut", line.cut())
                .send(context);
    }
}
