package org.annals.web;

import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.annals.catalog.CaptureMoment;
import org.annals.policy.UrlNormalizer;

/** Where the addresses of one archived page lead: to the captures nearest to its own time. Addresses are taken in first and then looked up all at once. */
final class ReplayTargets {
    private static final int MOST = 5_000;

    private final OpenCatalogs catalogs;
    private final String base;
    private final Instant time;
    private final String pagesOrigin;
    private final Set<String> wanted = new LinkedHashSet<>();
    private Map<String, CaptureMoment> found = Map.of();

    /**
     * @param base that the page's addresses are relative to
     * @param time of the capture
     */
    ReplayTargets(OpenCatalogs catalogs, String base, Instant time, String pagesOrigin) {
        this.catalogs = catalogs;
        this.base = base;
        this.time = time;
        this.pagesOrigin = pagesOrigin;
    }

    /** An address as the page writes it. */
    void want(String written) {
        if (wanted.size() < MOST) {
            Addresses.absolute(base, written).map(Addresses::withoutFragment).ifPresent(wanted::add);
        }
    }

    void lookUp() throws IOException {
        Map<String, String> normal = new LinkedHashMap<>();
        Set<String> asked = new LinkedHashSet<>(wanted);
        for (String url : wanted) {
            UrlNormalizer.normalize(url).ifPresent(other -> {
                normal.put(url, other);
                asked.add(other);
            });
        }
        Map<String, CaptureMoment> all = new LinkedHashMap<>(
                asked.isEmpty()
                        ? Map.of()
                        : catalogs.read(catalog -> catalog.captures().nearest(asked, time)));
        normal.forEach((url, other) -> {
            if (all.containsKey(other)) {
                all.putIfAbsent(url, all.get(other));
            }
        });
        found = all;
    }

    /** The page that shows the capture, or says that there is none; empty for what leads to no page. */
    Optional<String> link(String written) {
        return Addresses.absolute(base, written).map(url -> {
            CaptureMoment capture = found.get(Addresses.withoutFragment(url));
            return capture == null
                    ? pagesOrigin + "/memento/" + Stamp.of(time) + "/" + Addresses.withoutFragment(url)
                    : pagesOrigin + "/capture/" + capture.id();
        });
    }

    /** Whether an address that leads to a page was never captured. */
    boolean isMissing(String written) {
        return Addresses.absolute(base, written)
                .filter(url -> !found.containsKey(Addresses.withoutFragment(url)))
                .isPresent();
    }

    /** A picture or style sheet on the replay origin; empty where it is not archived. */
    Optional<String> part(String written) {
        return capture(written).map(capture -> "/resource/" + capture.id());
    }

    /** A page within a frame; empty where it is not archived. */
    Optional<String> frame(String written) {
        return capture(written).map(capture -> "/capture/" + capture.id());
    }

    private Optional<CaptureMoment> capture(String written) {
        return Addresses.absolute(base, written).map(Addresses::withoutFragment).map(found::get);
    }
}
