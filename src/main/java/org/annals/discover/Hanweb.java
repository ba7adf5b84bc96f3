package org.annals.discover;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.annals.discover.FoundLink.Source;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Further rows of a Hanweb column. Its page shows the first rows itself and asks {@code dataproxy.jsp} for the others,
 * by the numbers of the first and the last row and by parameters that stand in the call of its pager.
 */
final class Hanweb {
    /** Screen pages that one request brings; the pager's own default. */
    private static final int GROUP = 3;

    private static final int MAX_REQUESTS = 200;
    private static final int MAX_SCRIPT = 200_000;
    private static final Pattern PROXY = Pattern.compile("\\bproxyUrl\\s*:\\s*[\"']([^\"']{1,300})[\"']");
    private static final Pattern PER_PAGE = Pattern.compile("\\bperPage\\s*:\\s*[\"']?(\\d{1,4})");
    private static final Pattern TOTAL = Pattern.compile("\\btotalRecord\\s*:\\s*[\"']?(\\d{1,6})");
    private static final Pattern PARAMETERS = Pattern.compile("\\bajaxParam\\s*:\\s*\\{([^{}]{1,2000})\\}");
    private static final Pattern PARAMETER =
            Pattern.compile("[\"']?(\\w{1,40})[\"']?\\s*:\\s*(?:\"([^\"]*)\"|'([^']*)'|(-?\\d+))");

    private Hanweb() {}

    /** @param shown rows that the page itself carries */
    static List<FoundLink> pages(Document document, PageFacts facts, int shown) {
        for (Element script : document.select("script")) {
            String code = script.data();
            if (code.length() > MAX_SCRIPT || !code.contains("proxyUrl")) {
                continue;
            }
            Matcher proxy = PROXY.matcher(code);
            int perPage = number(PER_PAGE, code);
            int total = number(TOTAL, code);
            if (proxy.find() && perPage > 0 && total > shown) {
                return pages(proxy.group(1), parameters(code), perPage, total, shown, facts);
            }
        }
        return List.of();
    }

    private static List<FoundLink> pages(
            String proxy, Map<String, String> parameters, int perPage, int total, int shown, PageFacts facts) {
        List<FoundLink> pages = new ArrayList<>();
        int step = perPage * GROUP;
        for (int start = shown / step * step + 1; start <= total && pages.size() < MAX_REQUESTS; start += step) {
            StringBuilder url = new StringBuilder(proxy).append(proxy.contains("?") ? '&' : '?');
            url.append("startrecord=").append(start);
            url.append("&endrecord=").append(Math.min(total, start + step - 1));
            url.append("&perpage=").append(perPage);
            parameters.forEach((name, value) ->
                    url.append('&').append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
            facts.resolve(url.toString()).ifPresent(u -> pages.add(new FoundLink(u, "下一页", "", Source.PAGER)));
        }
        return pages;
    }

    private static Map<String, String> parameters(String code) {
        Map<String, String> parameters = new LinkedHashMap<>();
        Matcher block = PARAMETERS.matcher(code);
        if (block.find()) {
            Matcher parameter = PARAMETER.matcher(block.group(1));
            while (parameter.find()) {
                String value = parameter.group(2) != null ? parameter.group(2) : parameter.group(3);
                parameters.put(parameter.group(1), value != null ? value : parameter.group(4));
            }
        }
        return parameters;
    }

    private static int number(Pattern pattern, String code) {
        Matcher matcher = pattern.matcher(code);
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
    }
}
