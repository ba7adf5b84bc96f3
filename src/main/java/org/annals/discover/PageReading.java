package org.annals.discover;

import java.util.List;
import java.util.Objects;
import org.annals.capture.Outlink;

/**
 * What the crawl needs to know of a page.
 *
 * @param outlinks each address once, best first; links that lead nowhere useful (mail, scripts, pictures, style
 *     sheets) left out
 */
public record PageReading(PageKind kind, String title, List<Outlink> outlinks) {
    public PageReading {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(title);
        outlinks = List.copyOf(outlinks);
    }
}
