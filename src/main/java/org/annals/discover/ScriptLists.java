package org.annals.discover;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.annals.discover.FoundLink.Source;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * Lists that a page's own script draws: objects with a title and an address that stand in the script, or in the JSON
 * that the script asks for. Nothing is run, and only what is asked for by GET at a whole address is followed.
 */
final class ScriptLists {
    private static final int MAX_SCRIPT = 1_000_000;
    private static final int MAX_ROWS = 2_000;
    private static final int MAX_DEPTH = 20;
    private static final int MAX_CALLS = 5;
    /** How far behind its address the other options of a call are looked for. */
    private static final int CALL = 500;

    private static final Set<String> TITLES =
            Set.of("title", "name", "text", "label", "doctitle", "articletitle", "infotitle", "newstitle", "subject");
    private static final Set<String> ADDRESSES = Set.of(
            "url",
            "link",
            "href",
            "linkurl",
            "docurl",
            "docpuburl",
            "articleurl",
            "infourl",
            "newsurl",
            "puburl",
            "visiturl",
            "htmlurl",
            "pageurl",
            "detailurl",
            "path");
    private static final Pattern ROW = Pattern.compile("\\{[^{}]{1,3000}+\\}");
    private static final Pattern ASKED = Pattern.compile(
            "(?:\\burl\\s{0,5}:|\\.(?:get|getJSON|ajax)\\(|\\bfetch\\()\\s{0,5}([\"'])([^\"'\\s+<>]{2,500})\\1(?!\\s*\\+)");
    private static final Pattern LIST =
            Pattern.compile("(?i)list|article|page|channel|column|query|manuscript|content");
    /** Elsewhere on a page such files lead nowhere. */
    private static final Pattern JSON = Pattern.compile("(?i)\\.json(?:$|\\?)");

    private static final Pattern POSTED = Pattern.compile("(?i)(?:type|method)\\s{0,5}:\\s{0,5}[\"']post");
    private static final Pattern DATA = Pattern.compile("\\bdata\\s{0,5}:\\s{0,5}(?:(\\{[^{}]{0,400}\\})|\\S)");
    private static final Pattern NUMBER = Pattern.compile(
            "(?i)^([^?]+\\?(?:.*&)?(?:page|pageno|pagenum|pagenumber|pageindex|currentpage|currpage|curpage|current|p)=)(\\d{1,4})((?:&.*)?)$");
    private static final Pattern SIZE = Pattern.compile("(?i)[?&](?:page_?size|size|rows|limit|perpage)=(\\d{1,4})\\b");

    private ScriptLists() {}

    /** Rows that stand in the page's scripts and, for a column, the addresses that its scripts ask for more. */
    static List<FoundLink> find(Document document, PageFacts facts) {
        List<FoundLink> found = new ArrayList<>();
        int left = MAX_SCRIPT;
        for (Element script : document.select("script")) {
            String data = script.data();
            String code = data.substring(0, Math.min(data.length(), left));
            left -= code.length();
            Matcher row = ROW.matcher(code);
            while (found.size() < MAX_ROWS && row.find()) {
                if (mayBeRow(row.group())) {
                    Json.read(row.group()).ifPresent(object -> row(object, facts, found));
                }
            }
            if (facts.inColumn()) {
                found.addAll(asked(code, facts));
            }
        }
        return found;
    }

    /** The rows of an answer in JSON, and the next page where its address counts pages. */
    static List<FoundLink> rows(JsonNode answer, PageFacts facts) {
        List<FoundLink> found = new ArrayList<>();
        walk(answer, facts, 0, found);
        Matcher size = SIZE.matcher(facts.uri());
        Matcher number = NUMBER.matcher(facts.uri());
        int full = size.find() ? Integer.parseInt(size.group(1)) : 1;
        if (!found.isEmpty() && found.size() >= full && number.matches()) {
            String next = number.group(1) + (Integer.parseInt(number.group(2)) + 1) + number.group(3);
            found.add(new FoundLink(next, "下一页", "", Source.PAGER));
        }
        return found;
    }

    /** The texts of an answer that are HTML with links in it, as they stand or escaped once more. */
    static String fragments(JsonNode answer) {
        StringBuilder html = new StringBuilder();
        fragments(answer, 0, html);
        return html.toString();
    }

    private static void fragments(JsonNode node, int depth, StringBuilder html) {
        for (JsonNode child : node) {
            if (child.isTextual()) {
                String text = child.asText();
                String plain = text.contains("&lt;a ") ? Parser.unescapeEntities(text, false) : text;
                if (plain.contains("<a ") && html.length() + plain.length() < MAX_SCRIPT) {
                    html.append(plain).append('\n');
                }
            } else if (depth < MAX_DEPTH) {
                fragments(child, depth + 1, html);
            }
        }
    }

    private static void walk(JsonNode node, PageFacts facts, int depth, List<FoundLink> found) {
        if (depth > MAX_DEPTH || found.size() >= MAX_ROWS) {
            return;
        }
        if (node.isObject()) {
            row(node, facts, found);
        }
        for (JsonNode child : node) {
            if (child.isContainerNode()) {
                walk(child, facts, depth + 1, found);
            }
        }
    }

    private static boolean mayBeRow(String object) {
        String small = object.toLowerCase(Locale.ROOT);
        return TITLES.stream().anyMatch(small::contains) && ADDRESSES.stream().anyMatch(small::contains);
    }

    private static void row(JsonNode object, PageFacts facts, List<FoundLink> found) {
        String title = first(object, TITLES);
        String address = first(object, ADDRESSES);
        if (!title.isEmpty() && !address.isEmpty()) {
            facts.resolve(address)
                    .filter(url -> !PathShape.isUseless(url))
                    .ifPresent(url -> found.add(new FoundLink(url, title, "", Source.ANCHOR)));
        }
    }

    private static String first(JsonNode object, Set<String> names) {
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            if (names.contains(field.getKey().toLowerCase(Locale.ROOT))
                    && field.getValue().isTextual()
                    && !field.getValue().asText().isBlank()) {
                return Wording.fold(field.getValue().asText());
            }
        }
        return "";
    }

    private static List<FoundLink> asked(String code, PageFacts facts) {
        List<FoundLink> found = new ArrayList<>();
        Matcher call = ASKED.matcher(code);
        while (found.size() < MAX_CALLS && call.find()) {
            int end = Math.min(code.length(), call.end() + CALL);
            int next = code.indexOf("});", call.end());
            String options = code.substring(call.end(), next < 0 ? end : Math.min(end, next));
            String address = call.group(2);
            if (LIST.matcher(address).find() && !POSTED.matcher(options).find()) {
                withData(address, options)
                        .flatMap(facts::resolve)
                        .filter(url -> PathShape.authority(url).equals(PathShape.authority(facts.uri())))
                        .filter(url -> JSON.matcher(url).find() || !PathShape.isUseless(url))
                        .filter(url -> !PathShape.isSearch(url))
                        .ifPresent(url -> found.add(new FoundLink(url, "", "", Source.PAGER)));
            }
        }
        return found;
    }

    /** The parameters that stand beside the address; empty where they are reckoned by the script. */
    private static Optional<String> withData(String address, String options) {
        Matcher data = DATA.matcher(options);
        if (!data.find()) {
            return Optional.of(address);
        }
        Optional<JsonNode> parameters = Optional.ofNullable(data.group(1)).flatMap(Json::read);
        if (parameters.isEmpty()) {
            return Optional.empty();
        }
        StringBuilder url = new StringBuilder(address);
        for (Map.Entry<String, JsonNode> parameter : parameters.get().properties()) {
            url.append(url.indexOf("?") < 0 ? '?' : '&')
                    .append(URLEncoder.encode(parameter.getKey(), StandardCharsets.UTF_8))
                    .append('=')
                    .append(URLEncoder.encode(parameter.getValue().asText(""), StandardCharsets.UTF_8));
        }
        return Optional.of(url.toString());
    }
}
