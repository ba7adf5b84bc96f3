package org.annals.web;

import java.util.Map;
import java.util.Optional;
import org.annals.catalog.CrawlRuns;

/** The runs for programs. */
final class CrawlJson {
    private CrawlJson() {}

    static JsonObject of(CrawlPages.ListPage page) {
        return new JsonObject()
                .put("at", page.live().at())
                .put("writing", page.live().writer().isPresent())
                .put("unfinished", page.live().unfinished())
                .put("frontier", page.live().frontier().map(CrawlJson::frontier))
                .put("items", page.runs().stream().map(CrawlJson::line).toList())
                .put("next", null);
    }

    static JsonObject of(CrawlPages.RunPage page) {
        return line(page.line())
                .put("frontier", page.frontier().map(CrawlJson::frontier))
                .put(
                        "kinds",
                        page.kinds().stream()
                                .map(kind -> new JsonObject()
                                        .put("purpose", kind.purpose())
                                        .put("outcome", kind.outcome())
                                        .put("visits", kind.visits()))
                                .toList())
                .put(
                        "items",
                        page.governments().stream()
                                .map(one -> government(one, page.frontier()))
                                .toList())
                .put("next", page.next());
    }

    private static JsonObject line(CrawlPages.RunLine line) {
        return new JsonObject()
                .put("run_id", line.run().id())
                .put("kind", line.kind())
                .put("last_at", line.run().lastAt())
                .put("closed", line.run().closed())
                .put("governments_ended", line.run().ended())
                .put("new_versions", line.run().versions())
                .put("outcomes", counts(line.outcomes()))
                .put("settings", words(line.settings()));
    }

    private static JsonObject government(CrawlRuns.OfGovernment one, Optional<LiveCrawl.Frontier> frontier) {
        return new JsonObject()
                .put("government_code", one.code())
                .put("name", one.name())
                .put("outcomes", counts(one.outcomes()))
                .put("end", one.end())
                .put(
                        "waiting",
                        frontier.map(all -> all.queues().get(one.code()))
                                .map(queue -> queue.wanted().values().stream()
                                        .mapToInt(count -> count)
                                        .sum()));
    }

    private static JsonObject frontier(LiveCrawl.Frontier frontier) {
        return new JsonObject()
                .put("governments", frontier.governments())
                .put("finished", frontier.finished())
                .put("pages", frontier.pages())
                .put("wanted", frontier.wanted())
                .put("others", frontier.others())
                .put("held", frontier.held())
                .put(
                        "hosts",
                        frontier.hosts().stream()
                                .map(host -> new JsonObject()
                                        .put("host", host.name())
                                        .put("wanted", host.host().wanted())
                                        .put("others", host.host().others())
                                        .put("standing", host.standing().code())
                                        .put("until", host.until())
                                        .put("attempts", host.host().attempts())
                                        .put(
                                                "reason",
                                                host.host()
                                                        .unreachable()
                                                        .map(why ->
                                                                why.outcome().code())))
                                .toList());
    }

    private static JsonObject counts(Map<String, Integer> counts) {
        JsonObject object = new JsonObject();
        counts.forEach(object::put);
        return object;
    }

    private static JsonObject words(Map<String, String> words) {
        JsonObject object = new JsonObject();
        words.forEach(object::put);
        return object;
    }
}
