package org.annals.web;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.annals.archive.ArchivedRecord;
import org.annals.capture.ContentDecoding;
import org.annals.capture.Payload;
import org.annals.catalog.CaptureFacts;
import org.annals.catalog.CaptureMoment;
import org.annals.document.Charsets;
import org.annals.document.Documents;
import org.annals.document.HtmlPlaces;

/**
 * The replay origin: archived pages as they looked, their pictures and style sheets, and every payload as it was. An address here names a capture by id, or, as other
 * web archives have it, by time and address.
 */
final class ReplayPages implements PageGroup {
    private static final String ID = "[0-9a-zA-Z._:-]{1,80}";
    private static final String HTML = "text/html";
    /** Bytes of a page that is rewritten, of a sheet, and of what is read to be shown as text. */
    private static final int LONGEST_PAGE = 8 << 20;

    private static final int LONGEST_SHEET = 2 << 20;
    private static final int LONGEST_READ = 32 << 20;

    /** Pictures that browsers show and that cannot ask for anything; SVG can, but not under the headers here. */
    static final Set<String> PICTURES = Set.of(
            "image/png",
            "image/jpeg",
            "image/gif",
            "image/webp",
            "image/bmp",
            "image/avif",
            "image/svg+xml",
            "image/x-icon",
            "image/vnd.microsoft.icon");

    private static final Set<String> FONTS = Set.of(
            "font/woff", "font/woff2", "font/ttf", "font/otf", "application/font-woff", "application/x-font-woff");
    private static final Pattern LOCATOR = Pattern.compile("[^\\p{Cntrl}]{1,300}");

    private final OpenCatalogs catalogs;
    private final OpenArchive archive;
    private final Pages pages;
    private final Origins origins;

    ReplayPages(OpenCatalogs catalogs, OpenArchive archive, Pages pages, Origins origins) {
        this.catalogs = catalogs;
        this.archive = archive;
        this.pages = pages;
        this.origins = origins;
    }

    @Override
    public void addTo(Routes routes) {
        routes.get("/capture/{id}", context -> replay(context, capture(context)));
        routes.get("/capture/{id}/payload", this::payload);
        routes.get("/resource/{id}", this::resource);
        routes.get("/{stamp}/<url>", this::memento);
    }

    /** @throws NotFoundResponse where the catalogue has no such capture */
    private CaptureFacts capture(Context context) throws IOException {
        String id = context.pathParam("id");
        if (!id.matches(ID)) {
            throw new NotFoundResponse();
        }
        return catalogs.read(catalog -> catalog.captures().of(id)).orElseThrow(NotFoundResponse::new);
    }

    private void memento(Context context) throws IOException {
        Instant time = Stamp.parse(context.pathParam("stamp")).orElseThrow(NotFoundResponse::new);
        String url = ArchivedAddress.behind(context, 1);
        CaptureMoment nearest =
                catalogs.read(catalog -> catalog.captures().nearest(url, time)).orElse(null);
        if (nearest == null) {
            context.status(HttpStatus.NOT_FOUND);
            note(context, "replay.none", url);
        } else if (Stamp.of(nearest.capturedAt()).equals(context.pathParam("stamp"))) {
            replay(
                    context,
                    catalogs.read(catalog -> catalog.captures().of(nearest.id()))
                            .orElseThrow(NotFoundResponse::new));
        } else {
            context.header("Location", "/" + Stamp.of(nearest.capturedAt()) + "/" + nearest.url());
            context.status(HttpStatus.FOUND);
        }
    }

    private void replay(Context context, CaptureFacts capture) throws IOException {
        MementoHeaders.of(catalogs, capture, origins, context).onto(context);
        String said = context.queryParam("locator");
        if (said != null && !LOCATOR.matcher(said).matches()) {
            throw new BadRequestResponse("locator");
        }
        Optional<String> locator = Optional.ofNullable(said);
        boolean shown = archive.read(capture.record(), record -> {
                    show(context, capture, record, locator);
                    return true;
                })
                .orElse(false);
        if (!shown) {
            note(context, "replay.unreadable", capture.record().warcPath());
        }
    }

    private void show(Context context, CaptureFacts capture, ArchivedRecord record, Optional<String> locator)
            throws IOException {
        Optional<String> to = record.redirect()
                .filter(at -> capture.status()
                        .filter(code -> code / 100 == 3 && code != 304)
                        .isPresent())
                .flatMap(at -> Addresses.absolute(capture.url(), at));
        if (to.isPresent()) {
            redirect(context, capture, to.get());
            return;
        }
        if (record.payload().isEmpty()) {
            note(context, "replay.no_payload");
            return;
        }
        Payload payload = ContentDecoding.unannounced(record.payload().get(), ContentDecoding.LIMIT);
        String declared = declared(payload);
        String kind = PICTURES.contains(declared) ? declared : Documents.mediaType(payload);
        if (payload.length() == 0) {
            note(context, "replay.empty");
        } else if (PICTURES.contains(kind)) {
            pages.show(context, "replay-picture", new Picture("/resource/" + capture.id(), capture.url()));
        } else if (payload.length() > (kind.equals(HTML) ? LONGEST_PAGE : LONGEST_READ)) {
            note(context, "replay.too_large", String.valueOf(payload.length()));
        } else if (kind.equals(HTML)) {
            page(context, capture, payload, locator);
        } else {
            read(context, payload, locator);
        }
    }

    private void page(Context context, CaptureFacts capture, Payload payload, Optional<String> locator)
            throws IOException {
        String html = Charsets.decode(payload.bytes(), payload.contentType().orElse(""))
                .text();
        ReplayedPage page = new ReplayedPage(html, capture.url());
        if (locator.isPresent()) {
            Optional<List<Integer>> path = HtmlPlaces.path(html, locator.get());
            if (path.isEmpty() || !page.mark(path.get())) {
                read(context, payload, locator);
                return;
            }
        }
        ReplayTargets targets = new ReplayTargets(catalogs, page.base(), capture.capturedAt(), origins.pages(context));
        page.addresses(targets::want);
        targets.lookUp();
        context.contentType("text/html; charset=utf-8");
        context.result(page.html(targets, pages.view(context).text("replay.link_missing")));
    }

    private void read(Context context, Payload payload, Optional<String> locator) {
        pages.show(context, "replay-read", ReadPage.of(Documents.read(payload), locator));
    }

    /** Said and not followed: the bar around the frame names one capture. */
    private void redirect(Context context, CaptureFacts capture, String to) throws IOException {
        ReplayTargets targets =
                new ReplayTargets(catalogs, capture.url(), capture.capturedAt(), origins.pages(context));
        targets.want(to);
        targets.lookUp();
        pages.show(context, "replay-redirect", new Redirect(to, targets.link(to).orElse(""), targets.isMissing(to)));
    }

    private void note(Context context, String key, Object... arguments) {
        pages.show(context, "replay-note", pages.view(context).text(key, arguments));
    }

    /** A picture, style sheet or font of a replayed page; nothing else comes from here. */
    private void resource(Context context) throws IOException {
        CaptureFacts capture = capture(context);
        boolean shown = archive.read(capture.record(), record -> resource(context, capture, record))
                .orElse(false);
        if (!shown) {
            throw new NotFoundResponse();
        }
    }

    private boolean resource(Context context, CaptureFacts capture, ArchivedRecord record) throws IOException {
        boolean moved =
                capture.status().filter(code -> code / 100 == 3 && code != 304).isPresent();
        if (moved && record.redirect().isPresent()) {
            ReplayTargets targets =
                    new ReplayTargets(catalogs, capture.url(), capture.capturedAt(), origins.pages(context));
            targets.want(record.redirect().get());
            targets.lookUp();
            Optional<String> to = targets.part(record.redirect().get());
            to.ifPresent(address -> context.status(HttpStatus.FOUND).header("Location", address));
            return to.isPresent();
        }
        if (record.payload().isEmpty()) {
            return false;
        }
        Payload payload = record.payload().get();
        String type = declared(payload);
        if (type.equals("text/css") && payload.length() <= LONGEST_SHEET) {
            sheet(context, capture, payload);
            return true;
        }
        if (!PICTURES.contains(type) && !FONTS.contains(type)) {
            type = Documents.mediaType(payload);
        }
        if (FONTS.contains(type)) {
            // asked for by an origin that is none
            context.header("Access-Control-Allow-Origin", "null");
        } else if (!PICTURES.contains(type)) {
            return false;
        }
        context.contentType(type);
        context.result(payload.bytes());
        return true;
    }

    private void sheet(Context context, CaptureFacts capture, Payload payload) throws IOException {
        String css = Charsets.decode(payload.bytes(), payload.contentType().orElse(""))
                .text();
        ReplayTargets targets =
                new ReplayTargets(catalogs, capture.url(), capture.capturedAt(), origins.pages(context));
        StyleText.addresses(css, targets::want);
        targets.lookUp();
        context.contentType("text/css; charset=utf-8");
        context.result(StyleText.rewritten(css, targets::part));
    }

    /** The bytes as they were, for keeping. */
    private void payload(Context context) throws IOException {
        CaptureFacts capture = capture(context);
        Optional<Payload> payload =
                archive.read(capture.record(), ArchivedRecord::payload).orElse(Optional.empty());
        if (payload.isEmpty()) {
            throw new NotFoundResponse();
        }
        MementoHeaders.of(catalogs, capture, origins, context).onto(context);
        PayloadAnswer.send(context, capture.url(), payload.get());
    }

    private static String declared(Payload payload) {
        return payload.contentType()
                .map(type -> type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT))
                .orElse("");
    }

    /** A picture by itself. */
    record Picture(String address, String url) {}

    /** Where a server sent its visitors, and the page that shows what was captured there. */
    record Redirect(String to, String link, boolean missing) {}
}
