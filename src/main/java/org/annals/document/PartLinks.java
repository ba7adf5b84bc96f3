package org.annals.document;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
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
            "createPageHTML\\w*\\(\\s*(?:[\"'][^\"']*[\"']\\s*,\\s*)?(\\d{1,3})\\s*,\\s*(\\d{1,3})\\s*,");
    private static final Pattern NOWHERE = Pattern.compile("#?|javascript:(?:void\\(0?\\))?;?");

    private PartLinks() {}

    /** @param html the source of the page: most have no such words, and are not searched */
    static void into(Map<String, String> meta, String html, Document page) {
        if (html.contains("下页") || html.contains("下一页") || html.contains("上页") || html.contains("上一页")) {
            for (Element link : page.select("a")) {
                Matcher words = WORDS.matcher(Spaces.clean(link.text()));
                String target = link.attr("href").strip() + link.attr("onclick").strip();
                if (words.matches() && !NOWHERE.matcher(target).matches()) {
                    meta.putIfAbsent(words.group(1) != null ? NEXT : PREVIOUS, target);
                }
            }
        }
        int call = html.indexOf("createPageHTML(");
        while (call >= 0) {
            Matcher pages = CALL.matcher(html).region(call, html.length());
            if (pages.lookingAt() && Integer.parseInt(pages.group(1)) > 1) {
                String said = "page " + pages.group(2) + " of " + pages.group(1);
                meta.putIfAbsent(NEXT, said);
                meta.putIfAbsent(PREVIOUS, said);
                return;
            }
            call = html.indexOf("createPageHTML(", call + 1);
        }
    }
}
