package org.annals.document;

import org.jsoup.nodes.Element;

/** What the page keeps from its reader must not become a number. */
final class Hidden {
    private Hidden() {}

    static boolean is(Element element) {
        return element.hasAttr("hidden")
                || element.hasAttr("style")
                        && mayHide(element.attr("style"))
                        && Style.of(element).hides();
    }

    /** Whether one of the properties in question may stand in a style; most styles of a page need no closer look. */
    private static boolean mayHide(String style) {
        for (int i = 0; i < style.length(); i++) {
            char c = style.charAt(i);
            if (c == '*' || c <= ' ' && c != ' ') {
                return true;
            }
            if ((c == 'd' || c == 'D') && style.regionMatches(true, i, "dis", 0, 3)
                    || (c == 'v' || c == 'V') && style.regionMatches(true, i, "vis", 0, 3)) {
                return true;
            }
        }
        return false;
    }
}
