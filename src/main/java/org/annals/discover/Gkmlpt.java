package org.annals.discover;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.annals.discover.FoundLink.Source;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Guangdong's openness platform: its pages are drawn by script from {@code window._CONFIG}, which holds the tree of
 * columns or the article, and from lists in JSON at {@code /gkmlpt/api/all/{column}?page={k}&sid={site}}.
 */
final class Gkmlpt {
    private static final int MAX_CONFIG = 2_000_000;
    private static final int MAX_COLUMNS = 500;
    private static final int MAX_DEPTH = 20;
    private static final Pattern CONFIG = Pattern.compile("\\b_CONFIG\\s*=\\s*(?=\\{)");
    private static final Pattern LIST =
            Pattern.compile("^(https?://[^/]+/gkmlpt/api/all/\\d+\\?(?:.*&)?page=)(\\d{1,4})(.*)$");

    private Gkmlpt() {}

    /** The object that the page is drawn from. */
    static Optional<JsonNode> config(Document document) {
        for (Element script : document.select("script")) {
            String code = script.data();
            Matcher config = CONFIG.matcher(code);
            if (code.length() <= MAX_CONFIG && config.find()) {
                return Json.read(code.substring(config.end()));
            }
        }
        return Optional.empty();
    }

    /** The article's HTML, where the page is an article. */
    static Optional<String> article(JsonNode config) {
        return Optional.of(config.path("DETAIL").path("content"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText);
    }

    /** Columns of reports, with what lies below them, as addresses of their lists. */
    static List<FoundLink> columns(JsonNode config, PageFacts facts) {
        List<FoundLink> found = new ArrayList<>();
        String site = config.path("SID").asText("");
        columns(config.path("TREE"), site, "", facts, 0, found);
        return found;
    }

    private static void columns(
            JsonNode node, String site, String column, PageFacts facts, int depth, List<FoundLink> found) {
        if (depth > MAX_DEPTH || found.size() >= MAX_COLUMNS) {
            return;
        }
        String name = Wording.fold(node.path("name").asText(""));
        String within = !column.isEmpty() ? column : Wording.column(name) > 0 ? name : "";
        String id = node.path("id").asText("");
        if (node.isObject() && !within.isEmpty() && id.matches("\\d{1,12}")) {
            String elsewhere = node.path("jump_url").asText("");
            String list = "/gkmlpt/api/all/" + id + "?page=1&sid=" + site;
            facts.resolve(elsewhere.isEmpty() ? list : elsewhere)
                    .ifPresent(url -> found.add(new FoundLink(url, within, "", Source.ANCHOR)));
        }
        for (JsonNode child : node) {
            if (child.isContainerNode()) {
                columns(child, site, within, facts, depth + 1, found);
            }
        }
    }

    /** The rows of a list, and its next page. */
    static List<FoundLink> list(String json, PageFacts facts) {
        List<FoundLink> found = new ArrayList<>();
        JsonNode list = Json.read(json).orElse(null);
        if (list == null) {
            return found;
        }
        JsonNode articles = list.path("articles");
        for (JsonNode article : articles) {
            String title = Wording.fold(article.path("title").asText(""));
            facts.resolve(article.path("url").asText(""))
                    .ifPresent(url -> found.add(new FoundLink(url, title, "", Source.ANCHOR)));
        }
        Matcher address = LIST.matcher(facts.uri());
        if (address.matches() && !articles.isEmpty()) {
            int page = Integer.parseInt(address.group(2));
            int total = list.path("classify").path("post_count").asInt(Integer.MAX_VALUE);
            if ((long) page * articles.size() < total) {
                String next = address.group(1) + (page + 1) + address.group(3);
                found.add(new FoundLink(next, "下一页", "", Source.PAGER));
            }
        }
        return found;
    }
}
