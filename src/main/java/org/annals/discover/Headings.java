package org.annals.discover;

import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** The heading that a link stands under; links such as "more" or a bare year say no more than that. */
final class Headings {
    private static final int LEVELS = 5;
    private static final int SIBLINGS = 40;
    private static final int LONGEST = 30;
    private static final Set<String> TAGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6", "dt", "caption", "legend");
    private static final Set<String> BESIDE = Set.of("span", "strong", "b", "em", "label");
    private static final Pattern TITLE = Pattern.compile("(?i)tit|head|caption|\\bhd\\b");

    private Headings() {}

    /**
     * The nearest short heading before a link, beside it or beside what holds it; empty where there is none.
     *
     * @param words the text of an element, empty where it is long
     */
    static String of(Element link, Function<Element, String> words) {
        Element at = link;
        for (int level = 0; at != null && level < LEVELS; level++, at = at.parent()) {
            Element before = at.previousElementSibling();
            for (int seen = 0; before != null && seen < SIBLINGS; seen++, before = before.previousElementSibling()) {
                String text = isHeading(before, at == link) ? words.apply(before) : "";
                if (!text.isEmpty() && text.length() <= LONGEST) {
                    return text;
                }
            }
        }
        return "";
    }

    private static boolean isHeading(Element element, boolean besideLink) {
        Element first = element.firstElementChild();
        return TAGS.contains(element.normalName())
                || first != null && TAGS.contains(first.normalName())
                || besideLink && BESIDE.contains(element.normalName())
                || TITLE.matcher(element.className()).find();
    }
}
