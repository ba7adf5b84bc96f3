package org.annals.document;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * Links of an article that some content management systems spread over several pages: to the page after and to the
 * page before. They go into the document's meta under {@link #NEXT} and {@link #PREVIOUS}; whether the article is in
 * fact in parts, its chapters tell.
 */
final class PartLinks {
    static final String NEXT = "part-next";
    static final String PREVIOUS = "part-previous";
    private static final Pattern WORDS = Pattern.compile("[\\[【(（]?(?:(下一?页)|(上一?页))[\\]】)）]?[>»›<«‹]*");
    private static final Pattern CALL = Pattern.compile(
            "createPageHTML\\w*\\(\\s*(?:[\"'][^\"']*[\"']\\s*,\\s*)?(\\d{1,3}|[A-Za-z_]\\w{0,40})\\s*,\\s*(\\d{1,3}|[A-Za-z_]\\w{0,40})\\s*,"
                    + "(?:\\s*[\"']([\\w.-]{1,80})[\"']\\s*,\\s*[\"']\\.?(\\w{3,5})[\"'])?");
    private static final Pattern NOWHERE = Pattern.compile("#?|javascript:(?:void\\(0?\\))?;?");
    /** A pager of numbers alone: the second page is linked by its number, and has it in its name or query. */
    private static final Pattern SECOND = Pattern.compile("[\\[【(（]?第?2页?[\\]】)）]?");

    private static final Pattern NUMBERED =
            Pattern.compile("(?i)(?:[^?]*/)?[^/?]+[_-][12]\\.(?:s?html?|jsp|aspx?|php)|.*[?&]\\w*page\\w*=[12]\\b.*");

    private PartLinks() {}

    /**
     * @param html the source of the page
     * @param links its {@code a} elements
     */
    static void into(Map<String, String> meta, String html, List<Element> links) {
        for (Element link : links) {
            String text = Spaces.clean(link.text());
            if (text.indexOf('页') >= 0 || text.indexOf('2') >= 0) {
                String target = link.attr("href").strip() + link.attr("onclick").strip();
                Matcher words = WORDS.matcher(text);
                if (words.matches() && !NOWHERE.matcher(target).matches()) {
                    meta.putIfAbsent(words.group(1) != null ? NEXT : PREVIOUS, target);
                } else if (SECOND.matcher(text).matches()
                        && NUMBERED.matcher(target).matches()) {
                    meta.putIfAbsent(NEXT, target);
                }
            }
        }
        int call = html.indexOf("createPageHTML(");
        while (call >= 0) {
            Matcher pages = CALL.matcher(html).region(call, html.length());
            if (pages.lookingAt()) {
                Optional<Integer> total = number(pages.group(1), html);
                Optional<Integer> current = number(pages.group(2), html);
                if (total.isPresent() && current.isPresent() && total.get() > 1) {
                    meta.putIfAbsent(NEXT, following(pages, current.get(), total.get()));
                    meta.putIfAbsent(PREVIOUS, "page " + current.get() + " of " + total.get());
                    return;
                }
            }
            call = html.indexOf("createPageHTML(", call + 1);
        }
    }

    /** Page k + 1 behind page k, whichever number the first one has: {@code t1_1.html} behind {@code t1.html}. */
    private static String following(Matcher call, int current, int total) {
        return call.group(3) == null
                ? "page " + current + " of " + total
                : call.group(3) + "_" + (current + 1) + "." + call.group(4);
    }

    private static Optional<Integer> number(String argument, String html) {
        if (Character.isDigit(argument.charAt(0))) {
            return Optional.of(Integer.valueOf(argument));
        }
        Matcher assigned = Pattern.compile("\\b" + Pattern.quote(argument) + "\\s*=\\s*[\"']?(\\d{1,3})\\b")
                .matcher(html);
        return assigned.find() ? Optional.of(Integer.valueOf(assigned.group(1))) : Optional.empty();
    }
}
