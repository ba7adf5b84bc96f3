package org.annals.backfill;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * Where the other archive answers.
 *
 * <pre>
 *                  --cdx                                      --replay
 * Wayback Machine  https://web.archive.org/cdx/search/cdx     https://web.archive.org/web
 * pywb             http://HOST:8080/COLLECTION/cdx            http://HOST:8080/COLLECTION
 * OutbackCDX       http://HOST:8080/COLLECTION                (the replay that is set before it)
 * </pre>
 *
 * @param cdx asked with {@code url=ADDRESS}
 * @param replay asked for {@code /TIMESTAMPid_/ADDRESS}, which gives the bytes as they were captured; or an address with {@code {timestamp}} and {@code {url}} in it
 */
public record Endpoints(String cdx, String replay) {
    private static final String TIMESTAMP = "{timestamp}";
    private static final String URL = "{url}";

    public Endpoints {
        Objects.requireNonNull(cdx);
        Objects.requireNonNull(replay);
    }

    String captures(String url) {
        char joint = cdx.contains("?") ? '&' : '?';
        return cdx + joint + "url=" + URLEncoder.encode(url, StandardCharsets.UTF_8);
    }

    String raw(CdxLine capture) {
        if (replay.contains(TIMESTAMP) || replay.contains(URL)) {
            return replay.replace(TIMESTAMP, capture.timestamp()).replace(URL, capture.url());
        }
        String base = replay.endsWith("/") ? replay : replay + "/";
        return base + capture.timestamp() + "id_/" + capture.url();
    }
}
