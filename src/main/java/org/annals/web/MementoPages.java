package org.annals.web;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.annals.catalog.CaptureMoment;

/**
 * Captures by address and time (RFC 7089): time maps, a time gate, and for readers the page of the capture nearest to a time. The mementos themselves are on the
 * replay origin.
 */
final class MementoPages implements PageGroup {
    private final OpenCatalogs catalogs;
    private final Pages pages;
    private final Origins origins;

    MementoPages(OpenCatalogs catalogs, Pages pages, Origins origins) {
        this.catalogs = catalogs;
        this.pages = pages;
        this.origins = origins;
    }

    /** An address and its captures, by time; none where it was never captured. */
    record Map(String url, List<CaptureMoment> captures) {}

    @Override
    public void addTo(Routes routes) {
        routes.get("/timemap/link/<url>", this::links);
        routes.get("/timemap/json/<url>", this::json);
        routes.get("/timemap/html/<url>", this::show);
        routes.get("/timegate/<url>", this::gate);
        routes.get("/memento/{stamp}/<url>", this::memento);
    }

    private List<CaptureMoment> captures(String url) throws IOException {
        return catalogs.read(catalog -> catalog.captures().ofAddress(url));
    }

    private void links(Context context) throws IOException {
        String url = ArchivedAddress.behind(context, 2);
        List<CaptureMoment> all = captures(url);
        if (all.isEmpty()) {
            throw new NotFoundResponse();
        }
        String self = origins.pages(context);
        String original = MementoLinks.inHeader(url);
        List<String> lines = new ArrayList<>();
        lines.add("<" + original + ">; rel=\"original\"");
        lines.add(
                "<" + self + "/timemap/link/" + original + ">; rel=\"self\"; type=\"application/link-format\"; from=\""
                        + Stamp.http(all.get(0).capturedAt()) + "\"; until=\""
                        + Stamp.http(all.get(all.size() - 1).capturedAt()) + "\"");
        lines.add("<" + self + "/timegate/" + original + ">; rel=\"timegate\"");
        for (int i = 0; i < all.size(); i++) {
            lines.add(MementoLinks.memento(origins.replay(context), all, i, Integer.MIN_VALUE));
        }
        context.contentType("application/link-format; charset=utf-8");
        context.result(String.join(",\n", lines) + "\n");
    }

    /** As the time maps of other web archives are in JSON. */
    private void json(Context context) throws IOException {
        String url = ArchivedAddress.behind(context, 2);
        List<CaptureMoment> all = captures(url);
        if (all.isEmpty()) {
            throw new NotFoundResponse();
        }
        String self = origins.pages(context);
        String original = MementoLinks.inHeader(url);
        List<JsonObject> list = all.stream()
                .map(capture -> new JsonObject()
                        .put("datetime", capture.capturedAt())
                        .put("uri", MementoLinks.uri(origins.replay(context), capture))
                        .put("http_status", capture.status())
                        .put("capture_id", capture.id()))
                .toList();
        new JsonObject()
                .put("original_uri", url)
                .put("self", self + "/timemap/json/" + original)
                .put("timegate_uri", self + "/timegate/" + original)
                .put(
                        "timemap_uri",
                        new JsonObject()
                                .put("link_format", self + "/timemap/link/" + original)
                                .put("json_format", self + "/timemap/json/" + original))
                .put(
                        "mementos",
                        new JsonObject()
                                .put("first", list.get(0))
                                .put("last", list.get(list.size() - 1))
                                .put("list", list))
                .send(context);
    }

    private void show(Context context) throws IOException {
        String url = ArchivedAddress.behind(context, 2);
        List<CaptureMoment> all = captures(url);
        if (all.isEmpty()) {
            context.status(HttpStatus.NOT_FOUND);
        }
        pages.show(context, "timemap", new Map(url, all));
    }

    private void gate(Context context) throws IOException {
        String url = ArchivedAddress.behind(context, 1);
        String wanted = context.header("Accept-Datetime");
        Optional<Instant> time = Optional.ofNullable(wanted).flatMap(Stamp::parseHttp);
        if (wanted != null && time.isEmpty()) {
            throw new BadRequestResponse("Accept-Datetime");
        }
        // without a time the newest is meant
        Optional<CaptureMoment> nearest = catalogs.read(
                catalog -> catalog.captures().nearest(url, time.orElse(Instant.parse("9999-01-01T00:00:00Z"))));
        context.header("Vary", "Accept-Datetime, Accept-Language, Cookie");
        if (nearest.isEmpty()) {
            throw new NotFoundResponse();
        }
        String original = MementoLinks.inHeader(url);
        context.header(
                "Link",
                "<" + original + ">; rel=\"original\", <" + origins.pages(context) + "/timemap/link/" + original
                        + ">; rel=\"timemap\"; type=\"application/link-format\"");
        context.header("Location", MementoLinks.uri(origins.replay(context), nearest.get()));
        context.status(HttpStatus.FOUND);
    }

    /** Where the links of replayed pages lead that have no capture of their own time. */
    private void memento(Context context) throws IOException {
        Instant time = Stamp.parse(context.pathParam("stamp")).orElseThrow(NotFoundResponse::new);
        String url = ArchivedAddress.behind(context, 2);
        Optional<CaptureMoment> nearest =
                catalogs.read(catalog -> catalog.captures().nearest(url, time));
        if (nearest.isPresent()) {
            context.header("Location", "/capture/" + nearest.get().id());
            context.status(HttpStatus.FOUND);
        } else {
            context.status(HttpStatus.NOT_FOUND);
            pages.show(context, "timemap", new Map(url, List.of()));
        }
    }
}
