package org.annals.catalog;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.annals.archive.ArchivedRecord;
import org.annals.capture.Outlink;
import org.annals.capture.Payload;
import org.annals.capture.Purpose;
import org.annals.discover.PageReader;
import org.annals.parse.TitlePublisher;

/** Links on a page of which no visit tells what it was asked for and what it led to, as far as they may say whose a report is. */
final class PageLinks {
    private PageLinks() {}

    /** @param anchor text of the link; empty for a redirect */
    record Link(String url, String anchor) {}

    /** @param whole whether the capture is a whole answer that may be a page */
    static List<Link> of(ArchivedRecord capture, boolean whole) {
        List<Link> links = new ArrayList<>();
        String url = capture.targetUri().orElseThrow();
        capture.redirect().flatMap(to -> resolved(url, to)).ifPresent(to -> links.add(new Link(to, "")));
        if (whole && capture.payload().isPresent()) {
            Payload page = capture.payload().get();
            List<Link> listed = of(page, Purpose.COLUMN);
            // a page that lists no report may be the one in front of a file
            links.addAll(listed.isEmpty() ? of(page, Purpose.REPORT) : listed);
        }
        return links;
    }

    private static List<Link> of(Payload page, Purpose purpose) {
        List<Link> links = new ArrayList<>();
        for (Outlink link : PageReader.read(page, purpose).outlinks()) {
            String text = link.anchorText();
            if (!text.isEmpty()
                    && (link.purpose() == Purpose.REPORT
                            || TitlePublisher.of(text).isPresent())) {
                links.add(new Link(link.url(), text));
            }
        }
        return links;
    }

    private static Optional<String> resolved(String url, String location) {
        try {
            return Optional.of(new URI(url).resolve(new URI(location)).toString());
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
