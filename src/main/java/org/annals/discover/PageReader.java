package org.annals.discover;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.annals.capture.Outlink;
import org.annals.capture.Payload;
import org.annals.capture.Purpose;
import org.annals.document.Charsets;
import org.annals.document.DecodedText;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Reads a fetched page for the crawl. Anchor text counts first, path second. Stateless. */
public final class PageReader {
    /** Longer pages are read up to here; no list of reports comes near it. */
    private static final int MAX_CHARACTERS = 8 << 20;

    private PageReader() {}

    /**
     * Never fails: bytes that are no page give no outlinks. At most 2,000 outlinks are kept, the best.
     *
     * @param page its uri is the base of relative links; without one only absolute links are found
     * @param askedFor what the page was asked for
     */
    public static PageReading read(Payload page, Purpose askedFor) {
        if (FileKind.isReportFile(page)) {
            return new PageReading(PageKind.REPORT, "", List.of());
        }
        if (!FileKind.isText(page)) {
            return new PageReading(PageKind.OTHER, "", List.of());
        }
        DecodedText decoded = Charsets.decode(page.bytes(), page.contentType().orElse(""));
        String text = decoded.text().substring(0, Math.min(decoded.text().length(), MAX_CHARACTERS));
        String uri = page.uri().orElse("");
        Document document = Jsoup.parse(text, uri);
        PageFacts facts = PageFacts.of(document, uri, askedFor, Charset.forName(decoded.charset()));
        List<FoundLink> found = new ArrayList<>(LinkFinder.find(document, text, facts));
        if (facts.inColumn()) {
            found.addAll(Pagination.find(document, facts, found));
        }
        List<Outlink> outlinks = Ranking.rank(found, facts);
        PageKind refusal = Refusals.recognise(document, facts, outlinks);
        return refusal != null
                ? new PageReading(refusal, facts.title(), List.of())
                : new PageReading(facts.kind(outlinks), facts.title(), outlinks);
    }
}
