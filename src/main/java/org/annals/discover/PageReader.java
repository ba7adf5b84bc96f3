package org.annals.discover;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    /** Score of a sitemap: before anything else that says nothing. */
    public static final int SITEMAP = 50;

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
        String start = text.stripLeading();
        Optional<JsonNode> answer =
                start.startsWith("{") || start.startsWith("[{") ? Json.read(start) : Optional.empty();
        boolean json = start.startsWith("{") || answer.isPresent();
        String held = json ? Jpaas.rows(text).orElseGet(() -> held(start, answer)) : text;
        Document document = Jsoup.parse(held, uri);
        Optional<JsonNode> drawnFrom = Gkmlpt.config(document);
        drawnFrom.flatMap(Gkmlpt::article).ifPresent(article -> document.body().append(article));
        PageFacts facts = PageFacts.of(document, uri, askedFor, Charset.forName(decoded.charset()));
        List<FoundLink> found = new ArrayList<>(LinkFinder.find(document, text, facts));
        drawnFrom.ifPresent(config -> found.addAll(Gkmlpt.columns(config, facts)));
        if (json) {
            List<FoundLink> rows = Gkmlpt.list(text, facts);
            found.addAll(rows);
            answer.filter(a -> rows.isEmpty()).ifPresent(a -> found.addAll(ScriptLists.rows(a, facts)));
        }
        found.addAll(ScriptLists.find(document, facts));
        found.addAll(Feeds.entries(start, facts));
        if (facts.inColumn() || facts.inReport()) {
            found.addAll(Years.find(document, facts, found));
        }
        if (facts.inReport()) {
            found.addAll(NamedColumns.find(facts));
            found.addAll(Parts.find(document, facts, found));
        }
        if (facts.inColumn()) {
            found.addAll(Feeds.named(document, facts, found));
        }
        if (facts.inColumn() && !facts.inNotices()) {
            found.addAll(Pagination.find(document, facts, found));
        }
        List<Outlink> outlinks = Ranking.rank(found, facts);
        if (facts.inNotices()) {
            outlinks = Notices.withPages(outlinks, document, facts, found);
        }
        if (askedFor == Purpose.SEED && outlinks.stream().allMatch(link -> link.purpose() == Purpose.OTHER)) {
            outlinks = withSitemap(outlinks, facts);
        }
        PageKind refusal = Refusals.recognise(document, facts, outlinks);
        return refusal != null
                ? new PageReading(refusal, facts.title(), List.of())
                : new PageReading(facts.kind(outlinks), facts.title(), outlinks);
    }

    private static String held(String json, Optional<JsonNode> answer) {
        return answer.or(() -> Json.read(json)).map(ScriptLists::fragments).orElse("");
    }

    /** What an address is asked for to which a page sends its reader on that was asked for the given purpose. */
    public static Purpose onward(Purpose askedFor) {
        return switch (askedFor) {
            case COLUMN, PAGER -> Purpose.COLUMN;
            case REPORT -> Purpose.REPORT;
            default -> Purpose.SECTION;
        };
    }

    /** Where a home page shows no way, its sitemap may; asked for before anything else that says nothing. */
    private static List<Outlink> withSitemap(List<Outlink> outlinks, PageFacts facts) {
        List<Outlink> more = new ArrayList<>();
        facts.resolve("/sitemap.xml")
                .map(url -> new Outlink(url, "", Purpose.OTHER, SITEMAP))
                .ifPresent(more::add);
        more.addAll(outlinks);
        return more;
    }
}
