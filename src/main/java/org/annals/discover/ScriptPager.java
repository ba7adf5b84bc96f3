package org.annals.discover;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.annals.discover.FoundLink.Source;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Pager links such as {@code javascript:toPage(2)}, where the page's own function puts the address together from texts
 * and its first argument. Nothing is run; what is more than that is left.
 */
final class ScriptPager {
    private static final int MAX_LINKS = 50;
    private static final int MAX_SCRIPT = 200_000;
    private static final int MAX_BODY = 800;
    private static final Pattern CALL = Pattern.compile(
            "(?:javascript:)?\\s*(?:return\\s+)?([A-Za-z_$][\\w$]{0,40})\\(\\s*[\"']?(\\d{1,4})[\"']?\\s*[,)].*");
    private static final Pattern SENT_TO = Pattern.compile("location(?:\\.href)?\\s*=(?!=)\\s*([^;\\n}]{1,300})");
    private static final Pattern PART =
            Pattern.compile("\\s*(?:\"([^\"]*)\"|'([^']*)'|\\(?\\s*([A-Za-z_$][\\w$]*)\\s*\\)?)\\s*(?:\\+|$)");

    private ScriptPager() {}

    static List<FoundLink> pages(Document document, PageFacts facts) {
        StringBuilder scripts = new StringBuilder();
        for (Element script : document.select("script")) {
            String code = script.data();
            if (scripts.length() + code.length() <= MAX_SCRIPT) {
                scripts.append(code).append('\n');
            }
        }
        List<FoundLink> pages = new ArrayList<>();
        for (Element link : document.select("a[href^=javascript:], a[onclick]")) {
            String text = Wording.squeeze(link.text());
            String handler = link.hasAttr("onclick") ? link.attr("onclick") : link.attr("href");
            if (Pagination.isPagerText(text) && pages.size() < MAX_LINKS) {
                address(handler, scripts.toString())
                        .flatMap(facts::resolve)
                        .ifPresent(url -> pages.add(new FoundLink(url, text, "", Source.PAGER)));
            }
        }
        return pages;
    }

    private static Optional<String> address(String handler, String scripts) {
        Matcher call = CALL.matcher(handler);
        if (!call.matches()) {
            return Optional.empty();
        }
        Matcher function = Pattern.compile(
                        "function\\s+" + Pattern.quote(call.group(1)) + "\\s*\\(\\s*([\\w$]+)[^)]*\\)\\s*\\{")
                .matcher(scripts);
        if (!function.find()) {
            return Optional.empty();
        }
        String body = scripts.substring(function.end(), Math.min(scripts.length(), function.end() + MAX_BODY));
        Matcher sentTo = SENT_TO.matcher(body);
        return sentTo.find() ? joined(sentTo.group(1).strip(), function.group(1), call.group(2)) : Optional.empty();
    }

    private static Optional<String> joined(String expression, String parameter, String argument) {
        StringBuilder url = new StringBuilder();
        Matcher part = PART.matcher(expression);
        int at = 0;
        while (at < expression.length() && part.find(at) && part.start() == at && part.end() > at) {
            if (part.group(3) != null && !part.group(3).equals(parameter)) {
                return Optional.empty();
            }
            url.append(part.group(1) != null ? part.group(1) : part.group(2) != null ? part.group(2) : argument);
            at = part.end();
        }
        return at == expression.length() ? Optional.of(url.toString()) : Optional.empty();
    }
}
