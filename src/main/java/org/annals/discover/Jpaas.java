package org.annals.discover;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.annals.discover.FoundLink.Source;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Further pages of a column of Hanweb's newer platform (jpaas): its pager names an address, its parameters and how many
 * rows there are in its attributes, and the answer is JSON with the rows as HTML inside.
 */
final class Jpaas {
    private static final int MAX_PAGES = 200;

    private Jpaas() {}

    static List<FoundLink> pages(Document document, PageFacts facts) {
        List<FoundLink> pages = new ArrayList<>();
        for (Element pager : document.select("[uniturl][querydata]")) {
            int count = number(pager.attr("count"));
            int rows = number(pager.attr("rows"));
            Optional<JsonNode> parameters = Json.read(pager.attr("querydata"));
            if (rows > 0 && parameters.isPresent()) {
                int last = Math.min(MAX_PAGES, (count + rows - 1) / rows);
                // a page that shows no rows of its own asks for the first ones as well
                for (int k = facts.text().contains("年度报告") || facts.text().contains("年报告") ? 2 : 1; k <= last; k++) {
                    String text = Integer.toString(k);
                    facts.resolve(address(pager.attr("uniturl"), parameters.get(), rows, k))
                            .ifPresent(url -> pages.add(new FoundLink(url, text, "", Source.PAGER)));
                }
            }
        }
        return pages;
    }

    private static String address(String unit, JsonNode parameters, int rows, int page) {
        StringBuilder url = new StringBuilder(unit).append(unit.contains("?") ? '&' : '?');
        for (Map.Entry<String, JsonNode> parameter : parameters.properties()) {
            if (!parameter.getKey().matches("(?i)pageNo|rows")) {
                url.append(encoded(parameter.getKey()))
                        .append('=')
                        .append(encoded(parameter.getValue().asText("")))
                        .append('&');
            }
        }
        return url.append("rows=").append(rows).append("&pageNo=").append(page).toString();
    }

    /** The HTML that an answer brings. */
    static Optional<String> rows(String json) {
        return Json.read(json)
                .map(answer -> answer.path("data").path("html"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static int number(String text) {
        return text.strip().matches("\\d{1,6}") ? Integer.parseInt(text.strip()) : 0;
    }
}
