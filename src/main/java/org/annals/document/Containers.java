package org.annals.document;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.StringTokenizer;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Element;

/** The containers of article bodies in the content management systems of Chinese portals; of several the one with most text is the article. */
final class Containers {
    private static final Set<String> IDS = Set.of("UCAP-CONTENT", "zoom", "Zoom", "ivs_content", "content");
    private static final String ID_BEGINS = "vsb_content";
    private static final Set<String> CLASSES = Set.of(
            "trs_editor",
            "trs_editor_view",
            "trs_ueditor",
            "article_content",
            "article-con",
            "detail-content",
            "xxgk_content",
            "v_news_content",
            "wp_articlecontent",
            "pages_content",
            "news_cont_d_wrap",
            "article-content",
            "content-box",
            "main-txt",
            "ccontent",
            "tyxxy_main",
            "jgzn_content",
            "articlebox",
            "content");
    /** Elements too small to hold an article. */
    private static final Set<String> SMALL =
            Set.of("p", "span", "font", "b", "strong", "i", "em", "u", "a", "tr", "li", "img", "o:p");

    /** More than a page of one article has. */
    private static final int MOST = 1_000;

    private final List<Container> found = new ArrayList<>();
    /** Indices in {@link #found}, innermost first. */
    private final Deque<Integer> open = new ArrayDeque<>();

    /** An element and the letters of the page in front of its beginning and of its end. */
    private record Container(Element element, int from, int to) {
        int letters() {
            return to - from;
        }

        boolean isIn(Container outer) {
            return from >= outer.from && to <= outer.to;
        }
    }

    /** @param letters how many letters of the page stand before the element */
    void enter(Element element, int letters) {
        if (found.size() < MOST && isContainer(element)) {
            open.push(found.size());
            found.add(new Container(element, letters, letters));
        }
    }

    void leave(Element element, int letters) {
        if (!open.isEmpty() && found.get(open.peek()).element() == element) {
            int from = found.get(open.peek()).from();
            found.set(open.pop(), new Container(element, from, letters));
        }
    }

    /**
     * The container that holds most of what there is to read.
     *
     * @param letters how many letters the page has
     */
    Optional<Element> article(int letters) {
        Container best = null;
        for (Container container : found) {
            if (best == null || container.letters() > best.letters()) {
                best = container;
            }
        }
        return best != null && best.letters() > 0 && best.letters() * 2L >= letters
                ? Optional.of(innermost(best).element())
                : Optional.empty();
    }

    /** The smallest container inside that still has nearly all of the text; what stands between the two is dress. */
    private Container innermost(Container outer) {
        Container inner = outer;
        for (Container container : found.subList(found.indexOf(outer), found.size())) {
            if (container.isIn(outer) && container.letters() * 10L >= outer.letters() * 9L) {
                inner = container;
            }
        }
        return inner;
    }

    private static boolean isContainer(Element element) {
        String name = element.normalName();
        if (element.attributesSize() == 0 || SMALL.contains(name)) {
            return name.equals("article");
        }
        Attributes attributes = element.attributes();
        return name.equals("article") || isKnown(attributes.get("id")) || hasKnown(attributes.get("class"));
    }

    private static boolean isKnown(String id) {
        return !id.isEmpty() && (IDS.contains(id) || id.toLowerCase(Locale.ROOT).startsWith(ID_BEGINS));
    }

    private static boolean hasKnown(String classes) {
        if (classes.isEmpty()) {
            return false;
        }
        StringTokenizer names = new StringTokenizer(classes.toLowerCase(Locale.ROOT));
        while (names.hasMoreTokens()) {
            if (CLASSES.contains(names.nextToken())) {
                return true;
            }
        }
        return false;
    }
}
