package org.annals.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.annals.catalog.CaptureMoment;

/** Links to mementos, as headers and time maps write them (RFC 7089, 2.2; RFC 6690). */
final class MementoLinks {
    private MementoLinks() {}

    static String uri(String replayOrigin, CaptureMoment capture) {
        return replayOrigin + "/" + Stamp.of(capture.capturedAt()) + "/" + inHeader(capture.url());
    }

    /**
     * One of the captures of an address, which stand in order of time.
     *
     * @param here the one that is looked at, or below -1 where none is
     */
    static String memento(String replayOrigin, List<CaptureMoment> all, int at, int here) {
        List<String> relations = new ArrayList<>();
        if (at == 0) {
            relations.add("first");
        }
        if (at == all.size() - 1) {
            relations.add("last");
        }
        if (at == here - 1) {
            relations.add("prev");
        }
        if (at == here + 1) {
            relations.add("next");
        }
        relations.add("memento");
        CaptureMoment capture = all.get(at);
        return "<" + uri(replayOrigin, capture) + ">; rel=\"" + String.join(" ", relations) + "\"; datetime=\""
                + Stamp.http(capture.capturedAt()) + "\"";
    }

    /** An address that can neither end the brackets around it nor the line. */
    static String inHeader(String url) {
        StringBuilder out = new StringBuilder(url.length());
        for (byte b : url.getBytes(StandardCharsets.UTF_8)) {
            if (b <= 0x20 || b == 0x7f || "\"<>".indexOf(b) >= 0) {
                out.append("%%%02X".formatted(b & 0xFF));
            } else {
                out.append((char) b);
            }
        }
        return out.toString();
    }
}
