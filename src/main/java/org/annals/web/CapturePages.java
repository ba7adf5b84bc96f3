package org.annals.web;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.annals.archive.RecordText;
import org.annals.catalog.CaptureFacts;
import org.annals.catalog.CaptureMoment;

/** One capture: what is known of it above its replay in a frame of the other origin, and its WARC record as text. */
final class CapturePages implements PageGroup {
    private static final Pattern ID = Pattern.compile("[0-9a-zA-Z._:-]{1,80}");
    private static final Pattern LOCATOR = Pattern.compile("[^\\p{Cntrl}]{1,300}");

    private final OpenCatalogs catalogs;
    private final OpenArchive archive;
    private final Pages pages;

    CapturePages(OpenCatalogs catalogs, OpenArchive archive, Pages pages) {
        this.catalogs = catalogs;
        this.archive = archive;
        this.pages = pages;
    }

    /**
     * A capture with its neighbours.
     *
     * @param frame address of the replay
     * @param number of the capture among those of its address, from 1
     */
    record Page(
            CaptureFacts capture,
            Optional<CaptureMoment> before,
            Optional<CaptureMoment> after,
            int number,
            int captures,
            String frame,
            String payload,
            Optional<String> locator) {}

    /** A capture's record and those written with it. */
    record Records(CaptureFacts capture, List<RecordText> texts) {}

    @Override
    public void addTo(Routes routes) {
        routes.get("/capture/{capture_id}", this::show);
        routes.get("/capture/{capture_id}/record", this::record);
        routes.get("/api/v1/captures/{capture_id}", this::json);
    }

    private CaptureFacts capture(Context context) throws IOException {
        String id = context.pathParam("capture_id");
        if (!ID.matcher(id).matches()) {
            throw new NotFoundResponse();
        }
        return catalogs.read(catalog -> catalog.captures().of(id)).orElseThrow(NotFoundResponse::new);
    }

    private void show(Context context) throws IOException {
        CaptureFacts capture = capture(context);
        Optional<String> locator = new Asked(context).text("locator", LOCATOR);
        View view = pages.view(context);
        List<CaptureMoment> all = catalogs.read(catalog -> catalog.captures().ofAddress(capture.url()));
        int here = 0;
        while (here < all.size() && !all.get(here).id().equals(capture.id())) {
            here++;
        }
        String place = view.replayOrigin() + "/capture/" + capture.id();
        String frame = place + "?lang=" + view.language().code()
                + locator.map(text -> "&locator=" + view.encoded(text) + "#annals-place")
                        .orElse("");
        pages.show(
                context,
                "capture",
                new Page(
                        capture,
                        here > 0 ? Optional.of(all.get(here - 1)) : Optional.empty(),
                        here + 1 < all.size() ? Optional.of(all.get(here + 1)) : Optional.empty(),
                        here + 1,
                        all.size(),
                        frame,
                        place + "/payload",
                        locator));
    }

    private void record(Context context) throws IOException {
        CaptureFacts capture = capture(context);
        pages.show(context, "record", new Records(capture, archive.texts(capture.record())));
    }

    private void json(Context context) throws IOException {
        CaptureFacts capture = capture(context);
        JsonObject record = new JsonObject()
                .put("warc_path", capture.record().warcPath())
                .put("warc_offset", capture.record().offset())
                .put("warc_length", capture.record().length());
        String replay = pages.view(context).replayOrigin();
        new JsonObject()
                .put("capture_id", capture.id())
                .put("run_id", capture.run())
                .put("government_code", capture.governmentCode())
                .put("government", capture.government())
                .put("url", capture.url())
                .put("captured_at", capture.capturedAt())
                .put("http_status", capture.status())
                .put("media_type", capture.mediaType())
                .put("payload_sha256", capture.payloadSha256())
                .put("record", record)
                .put("is_revisit", capture.revisit())
                .put("source", capture.source())
                .put("outcome", capture.outcome())
                .put("publication_id", capture.carries().map(CaptureFacts.CarriedVersion::publicationId))
                .put("report_id", capture.carries().map(CaptureFacts.CarriedVersion::reportId))
                .put("replay_url", replay + "/capture/" + capture.id())
                .put("payload_url", replay + "/capture/" + capture.id() + "/payload")
                .send(context);
    }
}
