package org.annals.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.annals.catalog.CaptureFacts;
import org.annals.catalog.CaptureMoment;

/** What a replayed capture says of itself and its neighbours (RFC 7089, 2). */
record MementoHeaders(String datetime, String links) {
    static MementoHeaders of(OpenCatalogs catalogs, CaptureFacts capture, Origins origins, Context context)
            throws IOException {
        List<CaptureMoment> all = catalogs.read(catalog -> catalog.captures().ofAddress(capture.url()));
        String pages = origins.pages(context);
        List<String> links = new ArrayList<>();
        String url = MementoLinks.inHeader(capture.url());
        links.add("<" + url + ">; rel=\"original\"");
        links.add("<" + pages + "/timegate/" + url + ">; rel=\"timegate\"");
        links.add("<" + pages + "/timemap/link/" + url + ">; rel=\"timemap\"; type=\"application/link-format\"");
        int here = at(all, capture.id());
        for (int i : new int[] {0, here - 1, here, here + 1, all.size() - 1}) {
            if (i >= 0 && i < all.size()) {
                String link = MementoLinks.memento(origins.replay(context), all, i, here);
                if (!links.contains(link)) {
                    links.add(link);
                }
            }
        }
        return new MementoHeaders(Stamp.http(capture.capturedAt()), String.join(", ", links));
    }

    private static int at(List<CaptureMoment> all, String id) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).id().equals(id)) {
                return i;
            }
        }
        return -2;
    }

    void onto(Context context) {
        context.header("Memento-Datetime", datetime);
        context.header("Link", links);
    }
}
