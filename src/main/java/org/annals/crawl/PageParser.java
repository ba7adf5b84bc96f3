package org.annals.crawl;

import edu.uci.ics.crawler4j.crawler.CrawlConfig;
import edu.uci.ics.crawler4j.crawler.Page;
import edu.uci.ics.crawler4j.parser.HtmlParser;
import edu.uci.ics.crawler4j.parser.Parser;
import edu.uci.ics.crawler4j.url.WebURL;
import edu.uci.ics.crawler4j.url.WebURLFactory;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.annals.frontier.Lease;
import org.annals.frontier.Offer;
import org.annals.frontier.OfferedUrl;

/** Room discover in place of the engine's parser. */
final class PageParser extends Parser {
    private final Links links;

    PageParser(CrawlConfig config, WebURLFactory factory, Links links) throws IOException {
        // no normaliser and no list of top-level domains: links come in canonical form from room policy
        super(config, null, new HtmlParser() {}, null, factory);
        this.links = links;
    }

    @Override
    public void parse(Page page) {
        Lease lease = (Lease) page.getWebURL();
        Judgement judgement =
                Judge.judge(lease.meant().orElseThrow(), lease.entry().purpose());
        Set<WebURL> outgoing = new LinkedHashSet<>();
        for (Offer offer : links.of(lease.entry(), judgement)) {
            outgoing.add(new OfferedUrl(lease, offer));
        }
        JudgedPage judged = new JudgedPage(judgement);
        judged.setOutgoingUrls(outgoing);
        judged.setMetaTags(Map.of());
        page.setParseData(judged);
    }
}
